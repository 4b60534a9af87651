package engine_test

import (
	"testing"
	"time"
)

func TestInterrupt(t *testing.T) {
	tests := []struct{ name, imports, body string }{
		{"empty loop", "fmt", "fmt.Println(`on`)\nfor {\n}"},
		{"busy loop", "fmt", "fmt.Println(`on`)\nx := 0\nfor i := 0; ; i++ {\nx += i\n}"},
		{"calls", "fmt", "f := func(i int) int { return i + 1 }\nfmt.Println(`on`)\nfor i := 0; i >= 0; {\ni = f(i) % 1000\n}"},
		{"goto", "fmt", "fmt.Println(`on`)\nagain:\n\tgoto again"},
		{"receive", "fmt", "ch := make(chan int)\nfmt.Println(`on`)\nselect {\ncase <-ch:\ncase <-rt.Done():\n\trt.Stop()\n}"},
		{"sleep", "fmt time", "fmt.Println(`on`)\ntime.Sleep(time.Hour)"},
		{"mutex", "fmt sync", "var mu sync.Mutex\nmu.Lock()\nfmt.Println(`on`)\nmu.Lock()"},
		{"rwmutex", "fmt sync", "var mu sync.RWMutex\nmu.RLock()\nfmt.Println(`on`)\nmu.Lock()"},
		{"waitgroup", "fmt sync", "var wg sync.WaitGroup\nwg.Add(1)\nfmt.Println(`on`)\nwg.Wait()"},
		{"cond", "fmt sync", "var mu sync.Mutex\nc := sync.NewCond(&mu)\nmu.Lock()\ndefer mu.Unlock()\nfmt.Println(`on`)\nc.Wait()"},
		{"stdin", "fmt", "fmt.Println(`on`)\nvar s string\nfmt.Scanln(&s)"},
		{"flood", "fmt", "for {\nfmt.Println(`on`)\n}"},
	}
	b := start(t)
	b.answers = make(chan string)
	b.ok(t, b.unit("", "var kept = 41\nfunc next() int { return kept + 1 }", ""))
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			u := b.unit(test.imports, "", test.body)
			ended := b.begin(t, u)
			if test.name == "stdin" {
				<-b.asked
			}
			began := time.Now()
			b.Interrupt()
			o := <-ended
			t.Logf("took %v", time.Since(began))
			if !o.Interrupted || o.Lost != nil {
				t.Fatalf("ended with %s", tell(o))
			}
			if got := tell(b.run(t, "", `rt.Result("int", next())`)); got != "value: 42" {
				t.Errorf("afterwards next() gives %s", got)
			}
		})
	}
}

func TestInterruptRunsDeferredCalls(t *testing.T) {
	b := start(t)
	u := b.unit("fmt sync", "var mu sync.Mutex", `
defers := rt.Defers()
defers.Run(func() {
	mu.Lock()
	defers.Add(func() { mu.Unlock() })
	defers.Add(func() { fmt.Println("deferred") })
	defers.Add(func() {
		if r := rt.Recover(true); r != nil {
			fmt.Println("recovered", r)
		}
	})
	fmt.Println("on")
	for {
	}
})`)
	ended := b.begin(t, u)
	b.Interrupt()
	if o := <-ended; !o.Interrupted {
		t.Fatalf("ended with %s", tell(o))
	}
	if got := b.stdout(u.Cell); got != "on\ndeferred\n" {
		t.Errorf("printed %q", got)
	}
	if got := b.ok(t, b.unit("fmt", "", `fmt.Print(mu.TryLock())`)); got != "true" {
		t.Errorf("the mutex is free: %s", got)
	}
}

// Compiled code may recover an interrupt, as fmt does around String methods. A
// loop in the caller must not go on.
func TestInterruptRecoveredByCompiledCode(t *testing.T) {
	b := start(t)
	u := b.unit("fmt", `
type endless struct{ X int }
func (e endless) String() string {
	for {
	}
}`, "fmt.Println(`on`)\nfor {\n_ = fmt.Sprint(endless{1})\n}")
	ended := b.begin(t, u)
	b.Interrupt()
	if o := <-ended; !o.Interrupted || o.Lost != nil {
		t.Fatalf("ended with %s", tell(o))
	}
}

// Interrupting one cell leaves goroutines of earlier cells alone.
func TestInterruptSparesOtherCells(t *testing.T) {
	b := start(t)
	b.ok(t, b.unit("", "var ask = make(chan int)\nvar reply = make(chan int)",
		"rt.Go(func() {\nn := 0\nfor {\nx := <-ask\nn += x\nreply <- n\n}\n})"))
	u := b.unit("fmt", "", "fmt.Println(`on`)\nfor {\n}")
	ended := b.begin(t, u)
	b.Interrupt()
	if o := <-ended; !o.Interrupted {
		t.Fatalf("ended with %s", tell(o))
	}
	b.ok(t, b.unit("", "", "ask <- 20\n<-reply\nask <- 22"))
	if got := tell(b.run(t, "", `rt.Result("int", <-reply)`)); got != "value: 42" {
		t.Errorf("the goroutine of the first cell gives %s", got)
	}
}

func TestInterruptAtRest(t *testing.T) {
	b := start(t)
	b.Interrupt()
	b.ok(t, b.unit("", "var x = 1", ""))
	b.Interrupt()
	if got := tell(b.run(t, "", `rt.Result("int", x)`)); got != "value: 1" {
		t.Errorf("after two interrupts at rest: %s", got)
	}
}

// What ignores the interrupt is ended with the worker after a second.
func TestInterruptStubborn(t *testing.T) {
	b := start(t)
	u := b.unit("fmt", "var never chan int", "defer func() { <-never }()\nfmt.Println(`on`)\nfor {\n}")
	ended := b.begin(t, u)
	b.Interrupt()
	o := <-ended
	if o.Lost == nil || o.Lost.Reason != "the cell did not stop within a second of the interrupt, so its process was ended" {
		t.Fatalf("ended with %s", tell(o))
	}
}
