package check_test

import (
	"go/token"
	"strings"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
)

func diagnose(t *testing.T, src string) []check.Diagnostic {
	t.Helper()
	s, fset := sessionAndFiles(t, "message := 1")
	c, errs := cell.Parse(fset, "In[3]", src)
	if len(errs) > 0 {
		return check.Syntax(src, errs)
	}
	_, diags := s.Check(3, c)
	return diags
}

func TestRenderPlain(t *testing.T) {
	src := "x := 1\r\n\tfmt.Println(\"日本\", mesage)\ntype T int\ntype T int"
	got := check.Render(src, diagnose(t, src), false)
	want := `In[3]:2:24: undefined: mesage
   2 | 	fmt.Println("日本", mesage)
     | 	                    ^
help: did you mean message?

In[3]:4:6: T redeclared in this block
    In[3]:3:6: other declaration of T
   4 | type T int
     |      ^
`
	if got != want {
		t.Errorf("have:\n%s\nwant:\n%s", got, want)
	}
}

// rustc's line stands under the compiler's, and each sentence of the hint has
// its own.
func TestRenderRustc(t *testing.T) {
	src := "tx, rx := mpsc.Channel[string]()\nrx.Clone()"
	got := check.Render(src, diagnose(t, src), false)
	want := `In[3]:2:4: rx.Clone undefined (type *mpsc.Receiver[string] has no field or method Clone)
error[E0599]: no method named ` + "`clone`" + ` found for a receiver
   2 | rx.Clone()
     |    ^
help: a channel has only one receiver (mpsc: multiple producers, single consumer)
help: clone the sender instead, tx.Clone(), or hand rx itself to the one goroutine that receives
`
	if got != want {
		t.Errorf("have:\n%s\nwant:\n%s", got, want)
	}
}

func TestRenderSyntaxErrors(t *testing.T) {
	src := "a := )\nb := ]"
	got := check.Render(src, diagnose(t, src), false)
	want := `In[3]:1:6: syntax error: unexpected ), expected expression
   1 | a := )
     |      ^

In[3]:2:6: syntax error: unexpected ], expected expression
   2 | b := ]
     |      ^
`
	if got != want {
		t.Errorf("have:\n%s\nwant:\n%s", got, want)
	}
}

func TestRenderColor(t *testing.T) {
	src := "mesage"
	diags := diagnose(t, src)
	colored := check.Render(src, diags, true)
	for _, want := range []string{"\x1b[1mIn[3]:1:1: undefined: mesage\x1b[0m", "\x1b[1m^\x1b[0m"} {
		if !strings.Contains(colored, want) {
			t.Errorf("no %q in %q", want, colored)
		}
	}
	plain := check.Render(src, diags, false)
	if strings.Contains(plain, "\x1b") {
		t.Errorf("escapes in plain text: %q", plain)
	}
}

// A position outside of the text, as a diagnostic about a whole cell has,
// shows no source line.
func TestRenderWithoutSource(t *testing.T) {
	d := []check.Diagnostic{{Pos: token.Position{Filename: "In[1]", Line: 9, Column: 1}, Msg: "x"}}
	if got := check.Render("one line", d, false); got != "In[1]:9:1: x\n" {
		t.Errorf("have %q", got)
	}
}
