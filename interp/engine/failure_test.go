package engine_test

import (
	"strings"
	"testing"

	"gopost/interp/engine"
	"gopost/interp/engine/rt"
)

func TestGoroutinePanicEndsItsCell(t *testing.T) {
	b := start(t)
	o := b.Run(t.Context(), b.unit("", "var kept = 1", `
rt.Go(func() {
	panic("no stamp")
})
select {
case <-rt.Done():
	rt.Stop()
}`))
	if o.Panic == nil || o.Panic.Text != "no stamp" || len(o.Panic.Frames) == 0 || o.Panic.Frames[0].Line != 3 {
		t.Fatalf("ended with %s", tell(o))
	}
	if got := tell(b.run(t, "", `rt.Result("int", kept)`)); got != "value: 1" {
		t.Errorf("afterwards: %s", got)
	}
}

func TestLateGoroutinePanicIsTold(t *testing.T) {
	b := start(t)
	first := b.unit("", "var letBe = make(chan int)", `rt.Go(func() {
	<-letBe
	panic("too late")
})`)
	b.ok(t, first)
	b.ok(t, b.unit("", "", `letBe <- 1`))

	b.await(t, first.Cell+"/stderr", "late panic: too late [{main.cell_1 In[1] 3 2}]")
	b.ok(t, b.unit("", "", ""))
}

// A callback that compiled code starts is a goroutine of the cell that set it.
func TestCallbackPanic(t *testing.T) {
	b := start(t)
	first := b.unit("fmt time context", "", `ctx, cancel := context.WithCancel(context.Background())
context.AfterFunc(ctx, func() { fmt.Println("cancelled") })
cancel()
time.AfterFunc(time.Millisecond, func() {
	fmt.Println("rung")
	panic("alarm")
})`)
	if o := b.Run(t.Context(), first); o.Panic != nil && o.Panic.Text != "alarm" || o.Lost != nil {
		t.Fatalf("ended with %s", tell(o))
	} else if o.Panic == nil {
		b.await(t, first.Cell+"/stderr", "panic: alarm")
	}
	b.await(t, first.Cell+"/stdout", "cancelled")
	b.await(t, first.Cell+"/stdout", "rung")
	b.ok(t, b.unit("", "", ""))
}

// Output of a goroutine that outlives its cell belongs to the cell.
func TestLateOutput(t *testing.T) {
	b := start(t)
	first := b.unit("fmt log", "var step = make(chan int)", `rt.Go(func() {
	<-step
	fmt.Println("late")
	log.SetFlags(0)
	log.Print("logged")
	rt.Println("builtin", 1.5)
	<-step
})`)
	b.ok(t, first)
	second := b.unit("fmt", "", `step <- 1
fmt.Println("mine")
step <- 1`)
	if got := b.ok(t, second); got != "mine\n" {
		t.Errorf("the second cell printed %q", got)
	}
	if got := b.stdout(first.Cell); got != "late\n" {
		t.Errorf("the first cell printed %q", got)
	}
	if got := b.stderr(first.Cell); got != "logged\nbuiltin 1.5\n" {
		t.Errorf("the first cell's stderr is %q", got)
	}
}

const careful = `
func careful(f func()) (v any) {
	defers := rt.Defers()
	defers.Run(func() {
		defers.Add(func() { v = rt.Recover(true) })
		f()
	})
	return v
}
func careless(i int) int {
	return 10 / i
}
func tidy(f func()) {
	defers := rt.Defers()
	defers.Run(func() {
		defers.Add(func() { careful(func() { panic("inner") }) })
		f()
	})
}
`

// A recovered panic leaves no trace, neither in the output nor in a later one.
func TestRecoveredPanicLeavesNoTrace(t *testing.T) {
	b := start(t)
	o := b.Run(t.Context(), b.unit("fmt", careful, `
fmt.Println(careful(func() { panic("first") }))
careless(0)`))
	if got, want := tell(o), "panic: runtime error: integer divide by zero [{main.careless In[1] 11 9} {main.cell_1 In[1] 3 1}]"; got != want {
		t.Errorf("ended with %s\n want %s", got, want)
	}
	if got := b.stdout("c1"); got != "first\n" {
		t.Errorf("printed %q", got)
	}
	if got := b.stderr("c1"); got != "" {
		t.Errorf("stderr is %q", got)
	}
}

// A panic that was recovered while another one unwinds changes nothing for it.
func TestPanicInDeferredCall(t *testing.T) {
	b := start(t)
	o := b.Run(t.Context(), b.unit("fmt", careful, `
tidy(func `+rt.WrittenLiteral+`() {
	careless(0)
})`))
	if got, want := tell(o), "panic: runtime error: integer divide by zero [{main.careless In[1] 11 9} {main.cell_1.func1 In[1] 3 2} {main.tidy In[1] 17 3} {main.cell_1 In[1] 2 1}]"; got != want {
		t.Errorf("ended with %s\n want %s", got, want)
	}
}

// The words of a panic are those that go run prints.
func TestPanicTexts(t *testing.T) {
	tests := []struct{ imports, body, want string }{
		{"", `panic("a")`, "a"},
		{"", `panic(42)`, "42"},
		{"", `panic(1.5)`, "1.5"},
		{"", `panic(true)`, "true"},
		{"time", `panic(2 * time.Second)`, "2s"},
		{"", `panic(struct{ A int }{3})`, "(struct { A int }) {A:3}"},
		{"errors", `panic(errors.New("broken"))`, "broken"},
		{"fmt", `panic(fmt.Errorf("broken %d", 1))`, "broken 1"},
		{"", "a := []int{1}\ni := 3\n_ = a[i]", "runtime error: index out of range [3] with length 1"},
		{"", "a := [2]int{1}\ni := 3\n_ = a[i]", "runtime error: index out of range [3] with length 2"},
		{"", "a := \"abc\"\ni := 3\n_ = a[i]", "runtime error: index out of range [3] with length 3"},
		{"", "a := []int{1}\ni := 3\na[i] = 2", "runtime error: index out of range [3] with length 1"},
		{"", "a := []int{1}\ni := 3\n_ = a[i:]", "runtime error: slice bounds out of range [3:1]"},
		{"", "var m map[string]int\nm[\"a\"] = 1", "assignment to entry in nil map"},
		{"", "type P struct{ X int }\nvar p *P\n_ = p.X", "runtime error: invalid memory address or nil pointer dereference"},
		{"", "type P struct{ X int }\nvar p *P\np.X = 1", "runtime error: invalid memory address or nil pointer dereference"},
		{"fmt", "var p *int\nfmt.Print(*p + 1)", "runtime error: invalid memory address or nil pointer dereference"},
		{"", "var p *int\n*p = 2", "runtime error: invalid memory address or nil pointer dereference"},
		{"", "type P struct{ X int; next *P }\nvar p = &P{}\nx := 1\nx = x + p.next.next.X", "runtime error: invalid memory address or nil pointer dereference"},
		{"", "var p *int\nx := 1\nx += *p", "runtime error: invalid memory address or nil pointer dereference"},
		{"", "var p *int\nif *p == 1 {\n}", "runtime error: invalid memory address or nil pointer dereference"},
		{"", "var p *bool\nfor *p {\n}", "runtime error: invalid memory address or nil pointer dereference"},
		{"", "var p *int\n*p++", "runtime error: invalid memory address or nil pointer dereference"},
		{"", "a := []int{1}\ni := 3\na[i]++", "runtime error: index out of range [3] with length 1"},
		{"", "a := []int{1}\ni := 3\na[i] += 2", "runtime error: index out of range [3] with length 1"},
		{"", "x, z := 1, 0\nx /= z", "runtime error: integer divide by zero"},
		{"", "var a, b any = []int{1}, []int{1}\nif a == b {\n}", "runtime error: comparing uncomparable type []int"},
		{"", "var f func()\nf()", "runtime error: invalid memory address or nil pointer dereference"},
		{"", "i := 0\n_ = 1 / i", "runtime error: integer divide by zero"},
		{"", "i := 0\n_ = 1 % i", "runtime error: integer divide by zero"},
		{"", "ch := make(chan int)\nclose(ch)\nclose(ch)", "close of closed channel"},
		{"", "ch := make(chan int, 1)\nclose(ch)\nch <- 1", "send on closed channel"},
		{"", "var x any = 1\n_ = x.(string)", "interface conversion: interface {} is int, not string"},
		{"", "var x any\n_ = x.(string)", "interface conversion: interface {} is nil, not string"},
		{"", "n := -1\n_ = make([]int, n)", "runtime error: makeslice: len out of range"},
		{"sync", "var wg sync.WaitGroup\nwg.Done()", "sync: negative WaitGroup counter"},
		{"strings", `strings.Repeat("x", -1)`, "strings: negative Repeat count"},
	}
	b := start(t)
	for _, test := range tests {
		o := b.run(t, test.imports, test.body)
		if o.Panic == nil || o.Panic.Name != "panic" || o.Panic.Text != test.want {
			t.Errorf("%s\n\tended with %s\n\t     want panic: %s", test.body, tell(o), test.want)
			continue
		}
		if want := strings.Count(strings.TrimSuffix(test.body, "\n}"), "\n") + 1; len(o.Panic.Frames) == 0 || o.Panic.Frames[0].Line != want {
			t.Errorf("%s\n\tthe first frame of %v is not line %d", test.body, o.Panic.Frames, want)
		}
	}
}

// Misuse of a lock is fatal in Go: no recover helps, but here the state stays.
func TestFatalErrors(t *testing.T) {
	b := start(t)
	b.ok(t, b.unit("", "var kept = 1", ""))
	for _, test := range []struct{ body, want string }{
		{"var mu sync.Mutex\nmu.Unlock()", "sync: unlock of unlocked mutex"},
		{"var mu sync.RWMutex\nmu.Unlock()", "sync: Unlock of unlocked RWMutex"},
		{"var mu sync.RWMutex\nmu.RUnlock()", "sync: RUnlock of unlocked RWMutex"},
		{"defers := rt.Defers()\ndefers.Run(func() {\ndefers.Add(func() { rt.Recover(true) })\nvar mu sync.Mutex\nmu.Unlock()\n})", "sync: unlock of unlocked mutex"},
	} {
		o := b.run(t, "sync", test.body)
		if o.Panic == nil || o.Panic.Name != "fatal error" || o.Panic.Text != test.want {
			t.Errorf("%s\n\tended with %s", test.body, tell(o))
		}
	}
	if got := tell(b.run(t, "", `rt.Result("int", kept)`)); got != "value: 1" {
		t.Errorf("afterwards: %s", got)
	}
}

func TestGoexit(t *testing.T) {
	b := start(t)
	if got := b.ok(t, b.unit("fmt runtime", "", "defer fmt.Println(`bye`)\nruntime.Goexit()")); got != "bye\n" {
		t.Errorf("printed %q", got)
	}
	b.ok(t, b.unit("", "", ""))
}

// What yaegi refuses, or panics at, is told in a sentence with the learner's
// position, and the session goes on.
func TestCompileError(t *testing.T) {
	b := start(t)
	for _, test := range []struct {
		u    engine.Unit
		want string
	}{
		{b.unit("", "", "\n  undefined()"), "The interpreter refused this cell: In[1]:2:3: undefined: undefined."},
		{b.unit("", "", "for range 3 {\n}"), "The interpreter gave up on this cell: "},
		{b.unit("no/such/package", "", ""), `Package "no/such/package" cannot be imported: it is not one of the packages that cells can use.`},
		{engine.Unit{Cell: "x", Source: "no go at all"}, "The lowered cell is not Go: "},
	} {
		if o := b.Run(t.Context(), test.u); !strings.HasPrefix(o.CompileError, test.want) || o.Panic != nil {
			t.Errorf("%s\n\tended with %s", test.u.Source, tell(o))
		}
	}
	b.ok(t, b.unit("", "", ""))
}
