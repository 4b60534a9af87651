package own_test

import (
	"fmt"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
)

// BenchmarkCheck follows the values of a ten-line cell in a session with
// moves and functions behind it: the cost must not depend on how many. It is
// to be at most 0.2 ms.
func BenchmarkCheck(b *testing.B) {
	for _, cells := range []int{1, 1000} {
		b.Run(fmt.Sprintf("after=%d", cells), func(b *testing.B) { benchmarkAfter(b, cells) })
	}
}

func benchmarkAfter(b *testing.B, cells int) {
	n := newNotebook()
	for range cells {
		src := "tx, rx := mpsc.Channel[string]()\ns := []string{\"a\"}\nalias := s\nlists, _ := mpsc.Channel[[]string]()\nlists.Send(s)\nfunc post(tx *mpsc.Sender[string], s string) { tx.Send(s) }"
		if _, err := n.run(src); err != nil {
			b.Fatal(err)
		}
	}
	ch := checked(b, n, "for i := range 3 {\n\tmine := tx.Clone()\n\tgo func() {\n\t\tdefer mine.Drop()\n\t\tpost(mine, fmt.Sprint(i))\n\t}()\n}\ntx.Drop()\nmsg, err := rx.Recv()\nfmt.Println(msg, err)")
	b.ReportAllocs()
	for b.Loop() {
		if _, findings := n.own.Check(ch); len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}

func checked(b *testing.B, n *notebook, src string) *check.Checked {
	c, errs := cell.Parse(n.fset, "In[9]", src)
	if len(errs) > 0 {
		b.Fatal(errs)
	}
	ch, diags := n.check.Check(9, c)
	if len(diags) > 0 {
		b.Fatal(diags)
	}
	return ch
}
