package engine_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gopost/interp/engine"
)

// All that prints is caught, in order.
func TestOutputOrder(t *testing.T) {
	b := start(t)
	u := b.unit("fmt io log", "", `
fmt.Print("a", 1, 2, "b\n")
fmt.Printf("%03d\n", 7)
io.WriteString(rt.Stdout, "w\n")
fmt.Fprintln(rt.Stderr, "e")
rt.Print("p", 1, true, '\n')
rt.Println()
log.SetFlags(0)
log.SetPrefix("post: ")
log.Println("l")
rt.Println("x", 2.5, nil)
fmt.Println("z")`)
	b.ok(t, u)
	if got, want := b.stdout(u.Cell), "a1 2b\n007\nw\nz\n"; got != want {
		t.Errorf("stdout is %q, want %q", got, want)
	}
	if got, want := b.stderr(u.Cell), "e\np1true10\npost: l\nx 2.5 nil\n"; got != want {
		t.Errorf("stderr is %q, want %q", got, want)
	}
}

// The loggers of compiled packages end in the cell that logs.
func TestCompiledLoggers(t *testing.T) {
	b := start(t)
	u := b.unit("log/slog", "", `slog.Info("hello", "n", 1)`)
	b.ok(t, u)
	if got := b.stderr(u.Cell); !strings.HasSuffix(got, " INFO hello n=1\n") {
		t.Errorf("logged %q", got)
	}
}

// os.Stdout is a file for those who need one.
func TestStdFiles(t *testing.T) {
	b := start(t)
	u := b.unit("os", "func name(f *os.File) string { return f.Name() }", `
os.Stdout.WriteString("file\n")
os.Stderr.Write([]byte("error file\n"))
name(os.Stdout)
n, err := os.Stdin.Read(make([]byte, 1))
rt.Results([]string{"int", "error"}, n, err)`)
	o := b.Run(t.Context(), u)
	if got := tell(o); got != "value: (0, EOF)" {
		t.Errorf("ended with %s", got)
	}
	if got := b.stdout(u.Cell) + b.stderr(u.Cell); got != "file\nerror file\n" {
		t.Errorf("printed %q", got)
	}
	if got := tell(b.run(t, "os", `rt.Result("int", len(os.Args))`)); got != "value: 1" {
		t.Errorf("len(os.Args): %s", got)
	}
}

// What is written to the file goes to the cell that runs, and not to the one
// that first imported os.
func TestStdFilesFollowTheCells(t *testing.T) {
	b := start(t)
	const write = `func() { f := os.Stdout; f.WriteString("file\n") }()`
	for range 2 {
		if got := b.ok(t, b.unit("os", "", write)); got != "file\n" {
			t.Errorf("printed %q", got)
		}
	}
}

// A child process writes to the file it was given.
func TestStdFilesInChild(t *testing.T) {
	b := start(t)
	u := b.unit("os os/exec", "", `
cmd := exec.Command("echo", "from the child")
cmd.Stdout = os.Stdout
if err := cmd.Run(); err != nil {
	panic(err)
}`)
	if got := b.ok(t, u); got != "from the child\n" {
		t.Errorf("printed %q", got)
	}
}

// slow is a Sink that takes its time until it is released.
type slow struct {
	*recorder
	release chan struct{}
}

func (s *slow) Stream(id string, stderr bool, text string) {
	<-s.release
	s.recorder.Stream(id, stderr, text)
}

// While nobody reads, an endless printer waits, and does not pile up memory.
func TestFloodWaits(t *testing.T) {
	sink := &slow{newRecorder(), make(chan struct{})}
	b := startWith(t, sink)
	u := unit(1, "fmt", "var n int", `
line := "0123456789012345678901234567890123456789012345678901234567890123456789"
for n = 0; n < 100000; n++ {
	fmt.Println(line)
}`)
	ended := make(chan engine.Outcome, 1)
	go func() { ended <- b.Run(t.Context(), u) }()
	select {
	case o := <-ended:
		t.Fatalf("seven megabytes went to a sink that does not read: %s", tell(o))
	case <-time.After(300 * time.Millisecond):
	}
	close(sink.release)
	if o := <-ended; tell(o) != "ok" {
		t.Fatalf("ended with %s", tell(o))
	}
	if got := strings.Count(sink.stdout(u.Cell), "\n"); got != 100000 {
		t.Errorf("%d lines came", got)
	}
}

// What a cell printed is there when Run returns, from each of its goroutines.
func TestOutputComesBeforeTheOutcome(t *testing.T) {
	b := start(t)
	for range 50 {
		u := b.unit("fmt sync", "", `var wg sync.WaitGroup
for i := 0; i < 4; i++ {
	wg.Go(func() { fmt.Println("x") })
}
wg.Wait()`)
		if got := b.ok(t, u); got != "x\nx\nx\nx\n" {
			t.Fatalf("printed %q", got)
		}
	}
}

func TestDisplay(t *testing.T) {
	b := start(t)
	u := b.unit("fmt gopost/display", "", `
fmt.Println("before")
h := display.Show(display.HTML("<b>1</b>"))
h.Update(display.Markdown("*2*"))
display.Clear(true)
fmt.Println("after")
rt.Result("display.Data", display.SVG("<svg/>"))`)
	o := b.Run(t.Context(), u)
	if o.Value == nil || o.Value.Data["image/svg+xml"] != "<svg/>" {
		t.Fatalf("ended with %s", tell(o))
	}
	want := []string{"c1/stdout: before\n", "c1/display: <b>1</b> update=false", "c1/display: *2* update=true", "c1/clear: true", "c1/stdout: after\n"}
	if got := strings.Join(b.events, "|"); got != strings.Join(want, "|") {
		t.Errorf("the sink saw %q", got)
	}
	if len(b.displays) == 2 && (b.displays[0].ID == "" || b.displays[0].ID != b.displays[1].ID) {
		t.Errorf("the displays have the ids %q and %q", b.displays[0].ID, b.displays[1].ID)
	}
}

func TestResults(t *testing.T) {
	tests := []struct{ imports, body, text, html string }{
		{"", `rt.Result("string", "hello")`, "hello", ""},
		{"", `rt.Result("int", 42)`, "42", ""},
		{"", `rt.Result("[]int", []int{1, 2})`, "[1 2]", ""},
		{"", `rt.Result("map[string]int", map[string]int{"b": 2, "a": 1})`, "map[a:1 b:2]", ""},
		{"", "type P struct{ A, b int }\nrt.Result(`*main.P`, &P{1, 2})", "&{1 2}", ""},
		{"", "var p *int\nrt.Result(`*int`, p)", "<nil>", ""},
		{"", `rt.Result("error", nil)`, "<nil>", ""},
		{"errors", `rt.Result("error", errors.New("no stamp"))`, "no stamp", ""},
		{"errors", `rt.Results([]string{"int", "error"}, 0, errors.New("receiving on an empty channel"))`, "(0, receiving on an empty channel)", ""},
		{"time", `rt.Result("time.Duration", 2*time.Second)`, "2s", ""},
		{"", "type P struct{ Name string; Age int }\nrt.Result(`[]main.P`, []P{{`<Ada>`, 36}})", "[{<Ada> 36}]",
			"<table>\n<thead><tr><th>Name</th><th>Age</th></tr></thead>\n<tbody>\n<tr><td>&lt;Ada&gt;</td><td>36</td></tr>\n</tbody>\n</table>"},
		{"gopost/display", `rt.Result("display.Data", display.HTML("<i>x</i>"))`, "<i>x</i>", "<i>x</i>"},
		{"gopost/display", `rt.Result("display.Data", display.JSON(map[string]int{"a": 1}))`, `{"a":1}`, ""},
	}
	b := start(t)
	for _, test := range tests {
		o := b.run(t, test.imports, test.body)
		if o.Value == nil {
			t.Errorf("%s\n\tended with %s", test.body, tell(o))
			continue
		}
		if got := o.Value.Data["text/plain"]; got != test.text {
			t.Errorf("%s\n\tshows %q, want %q", test.body, got, test.text)
		}
		if got := o.Value.Data["text/html"]; got != test.html {
			t.Errorf("%s\n\tshows as HTML %q, want %q", test.body, got, test.html)
		}
	}
	o := b.run(t, "image", `rt.Result("*image.RGBA", image.NewRGBA(image.Rect(0, 0, 3, 2)))`)
	if o.Value == nil || !strings.HasPrefix(o.Value.Data["image/png"], "iVBORw0KGgo") || o.Value.Data["text/plain"] != "image.RGBA [picture, 3 x 2 pixels]" {
		t.Errorf("an image shows as %+v", o.Value)
	}
	o = b.run(t, "strings", `rt.Result("string", strings.Repeat("é", 40000))`)
	if got := o.Value.Data["text/plain"]; len(got) > 40000 || !strings.Contains(got, "47232 more bytes not shown") {
		t.Errorf("a long value shows as %d bytes ending in %q", len(got), got[len(got)-80:])
	}
}

func TestInput(t *testing.T) {
	tests := []struct{ name, imports, body, want string }{
		{"Scanln", "fmt", "var a string\nvar n int\nk, err := fmt.Scanln(&a, &n)\nfmt.Print(a, n, k, err)", "one2 2 <nil>"},
		{"Scan", "fmt", "var a string\nvar n int\nfmt.Scan(&a)\nfmt.Scan(&n)\nfmt.Print(a, n)", "one2"},
		{"Scanf", "fmt", "var a string\nvar n int\nfmt.Scanf(`%s %d`, &a, &n)\nfmt.Print(a, n)", "one2"},
		{"Reader", "fmt bufio", "s, err := bufio.NewReader(rt.Stdin).ReadString('\\n')\nfmt.Printf(`%q %v`, s, err)", `"one 2\n" <nil>`},
		{"Scanner", "fmt bufio", "s := bufio.NewScanner(rt.Stdin)\ns.Scan()\nfmt.Print(s.Text())", "one 2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := start(t)
			b.answers = make(chan string, 2)
			b.answers <- "one 2"
			u := b.unit(test.imports, "", test.body)
			if got := b.ok(t, u); got != test.want {
				t.Errorf("printed %q, want %q", got, test.want)
			}
			if id := <-b.asked; id != u.Cell {
				t.Errorf("the question came from cell %q", id)
			}
		})
	}
}

// Where the front end cannot ask, input has ended.
func TestNoInput(t *testing.T) {
	b := start(t)
	const body = "var s string\n_, err := fmt.Scanln(&s)\nfmt.Print(err)"
	if got := b.ok(t, b.unit("fmt", "", body)); got != "EOF" && got != "unexpected newline" {
		t.Errorf("a front end that refuses gives %q", got)
	}
	u := b.unit("fmt", "", body)
	u.Stdin = false
	if got := b.ok(t, u); got != "EOF" && got != "unexpected newline" {
		t.Errorf("no front end gives %q", got)
	}
}

// Cancelling the context of Run interrupts the cell.
func TestRunContext(t *testing.T) {
	b := start(t)
	ctx, cancel := context.WithCancel(t.Context())
	u := b.unit("fmt", "", "fmt.Println(`on`)\nfor {\n}")
	ended := make(chan engine.Outcome, 1)
	go func() { ended <- b.Run(ctx, u) }()
	b.await(t, u.Cell+"/stdout", "on\n")
	cancel()
	if o := <-ended; !o.Interrupted {
		t.Fatalf("ended with %s", tell(o))
	}
}
