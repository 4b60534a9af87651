package own_test

import (
	"strings"
	"testing"

	"gopost/interp/own"
)

func TestRender(t *testing.T) {
	for _, tc := range []struct {
		name   string
		cells  []string
		evalue string
		want   string
	}{
		{"three labels", []string{
			"tx, rx := mpsc.Channel[string]()",
			"s := \"hello\"\ntx.Send(s)\nfmt.Println(s, rx)",
		}, "use of moved value: `s`", "" +
			"error[E0382]: use of moved value: `s`\n" +
			" --> In[2]:3:13\n" +
			"  |\n" +
			"1 | s := \"hello\"\n" +
			"  | - move occurs because `s` has type `string`, which does not implement Copy\n" +
			"2 | tx.Send(s)\n" +
			"  |         - value moved here\n" +
			"3 | fmt.Println(s, rx)\n" +
			"  |             ^ value used here after move\n" +
			"  |\n" +
			"  = help: to keep `s`, give a copy away: `strings.Clone(s)`"},
		{"another cell", []string{
			"tx, rx := mpsc.Channel[string]()\n_ = rx",
			"s := \"hello\"\ntx.Send(s)",
			"\n\tfmt.Println(\"ä\", s)",
		}, "use of moved value: `s`", "" +
			"error[E0382]: use of moved value: `s`\n" +
			" --> In[3]:2:20\n" +
			"  |\n" +
			"2 |     fmt.Println(\"ä\", s)\n" +
			"  |                      ^ value used here after move\n" +
			"  |\n" +
			" ::: In[2]:2:9\n" +
			"  |\n" +
			"1 | s := \"hello\"\n" +
			"  | - move occurs because `s` has type `string`, which does not implement Copy\n" +
			"2 | tx.Send(s)\n" +
			"  |         - value moved here, in In[2]\n" +
			"  |\n" +
			"  = help: to keep `s`, give a copy away: `strings.Clone(s)`"},
		{"one line", []string{
			"tx, _ := mpsc.Channel[string](); tx.Drop(); tx.Send(\"a\")",
		}, "use of moved value: `tx`", "" +
			"error[E0382]: use of moved value: `tx`\n" +
			" --> In[1]:1:45\n" +
			"  |\n" +
			"1 | tx, _ := mpsc.Channel[string](); tx.Drop(); tx.Send(\"a\")\n" +
			"  | -- move occurs because `tx` has type `*mpsc.Sender[string]`, which does not implement Copy\n" +
			"  |                                  -- value moved here\n" +
			"  |                                             ^^ value used here after move\n" +
			"  |\n" +
			"  = help: `tx` is gone after `tx.Drop()`: drop it after the last use, or make a handle of its own before with `tx.Clone()`"},
		{"a long closure", []string{
			"tx, rx := mpsc.Channel[int]()\n" + strings.Repeat("rx.TryRecv()\n", 9) + "for i := range 3 {\n\tgo func() {\n\t\tfmt.Println(i)\n\t\tfmt.Println(i)\n\t\ttx.Send(i)\n\t}()\n}",
		}, "use of moved value: `tx`", "" +
			"error[E0382]: use of moved value: `tx`\n" +
			"  --> In[1]:12:5\n" +
			"   |\n" +
			" 1 | tx, rx := mpsc.Channel[int]()\n" +
			"   | -- move occurs because `tx` has type `*mpsc.Sender[int]`, which does not implement Copy\n" +
			"...\n" +
			"12 |     go func() {\n" +
			"   |        ^^^^^^ value moved here, in the previous iteration of the loop\n" +
			"...\n" +
			"15 |         tx.Send(i)\n" +
			"   |         -- variable moved due to use in closure\n" +
			"   |\n" +
			"   = help: clone the sender before the `go`: `tx2 := tx.Clone()`, and let the goroutine use `tx2`"},
		{"a warning", []string{
			"tx, _ := mpsc.Channel[[]int]()\na := []int{1}\nb := a\ntx.Send(a)\nb[0] = 2",
		}, "", "" +
			"warning: use of `b`, which shares its memory with `a` that was moved\n" +
			" --> In[1]:5:1\n" +
			"  |\n" +
			"4 | tx.Send(a)\n" +
			"  |         - value moved here\n" +
			"5 | b[0] = 2\n" +
			"  | ^ value used here after move\n" +
			"  |\n" +
			"  = help: whoever received `a` may change it meanwhile: to keep `b`, give a copy away: `slices.Clone(a)`"},
		{"a warning of a handle", []string{
			"tx, _ := mpsc.Channel[int]()\ntx2 := tx\ntx2.Drop()\ntx.Send(1)",
		}, "", "" +
			"warning: use of `tx`, which is the same sender as `tx2` that was dropped\n" +
			" --> In[1]:4:1\n" +
			"  |\n" +
			"3 | tx2.Drop()\n" +
			"  | --- sender dropped here\n" +
			"4 | tx.Send(1)\n" +
			"  | ^^ used here after that\n" +
			"  |\n" +
			"  = help: `tx` and `tx2` are one sender with two names: drop it after the last use of either\n" +
			"  = help: make a second sender with `tx2 := tx.Clone()`"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			n := newNotebook()
			var findings []own.Finding
			for _, src := range tc.cells {
				var err error
				if findings, err = n.run(src); err != nil {
					t.Fatal(err)
				}
			}
			if got := strings.Join(own.Render(findings, n.source, false), "\n"); got != tc.want {
				t.Errorf("have\n%s\nwant\n%s", got, tc.want)
			}
			if got := plainText(own.Render(findings, n.source, true)); got != tc.want {
				t.Errorf("with the colours taken off:\n%s", got)
			}
			if first := own.Render(findings, n.source, true)[0]; first != "\x1b[1m"+strings.SplitN(tc.want, "\n", 2)[0]+"\x1b[0m" {
				t.Errorf("the first line is not bold: %q", first)
			}
			ename, evalue := own.Summary(findings)
			if evalue != tc.evalue || (ename == "OwnershipError") != (evalue != "") {
				t.Errorf("Summary = %q, %q; want %q", ename, evalue, tc.evalue)
			}
		})
	}
}

// plainText joins lines and takes colours off.
func plainText(lines []string) string {
	parts := strings.Split(strings.Join(lines, "\n"), "\x1b[")
	for i, p := range parts[1:] {
		_, parts[i+1], _ = strings.Cut(p, "m")
	}
	return strings.Join(parts, "")
}

// A cell whose text is not known any more is shown without its lines.
func TestRenderWithoutSource(t *testing.T) {
	n := newNotebook()
	findings, err := n.run("tx, _ := mpsc.Channel[string]()\ntx.Drop()\ntx.Send(\"a\")")
	if err != nil || len(findings) != 1 {
		t.Fatalf("findings %v, error %v", findings, err)
	}
	lines := own.Render(findings, func(string) string { return "" }, false)
	if got := strings.Join(lines, "\n"); !strings.Contains(got, "3 |\n  | ^ value used here after move") {
		t.Errorf("have\n%s", got)
	}
}
