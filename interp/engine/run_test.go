package engine_test

import (
	"strings"
	"testing"
)

func TestPrintAndResult(t *testing.T) {
	b := start(t)
	if got := b.ok(t, b.unit("fmt", "", `fmt.Println("hello", 1+1)`)); got != "hello 2\n" {
		t.Errorf("printed %q", got)
	}
	if got := tell(b.run(t, "", `rt.Result("int", 1+1)`)); got != "value: 2" {
		t.Errorf("result is %s", got)
	}
}

func TestPanicHasLines(t *testing.T) {
	b := start(t)
	o := b.Run(t.Context(), b.unit("fmt", `
func inner(a []int, i int) int {
	x := 3
	fmt.Print("")
	return a[i] + x
}

func outer() int {
	fmt.Print("")
	return inner([]int{1, 2, 3}, 5)
}
`, `
fmt.Println(
	outer())
`))
	got := tell(o)
	for _, want := range []string{"index out of range", "{main.inner In[1] 5", "{main.outer In[1] 10"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s has no %s", got, want)
		}
	}
}
