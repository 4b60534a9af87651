package main

import (
	"fmt"
	"sync"
)

type C struct {
	mu sync.Mutex
	n  int
}
type D struct {
	sync.RWMutex
	W sync.WaitGroup
	o sync.Once
	c *sync.Cond
}
type E struct {
	error
	n int
}
type S struct{ s string }

func (s S) String() string { panic(s.s) }

type H struct{ p *int }

func (h H) GoString() string { return string(rune(*h.p)) }

func main() {
	fmt.Println(S{"boom"}, []any{S{"a"}, 1}, map[string]S{"k": {"m"}}, struct{ X S }{S{"x"}})
	fmt.Printf("%#v %#v %s %v\n", H{}, []H{{}}, S{"q"}, error(E{}))

	c := &C{}
	fmt.Println(c)
	fmt.Printf("%+v\n%#v\n", c, c)
	c.mu.Lock()
	fmt.Println(c)
	d := &D{}
	fmt.Printf("%v\n%+v\n", d, d)
	d.W.Add(2)
	d.o.Do(func() {})
	d.RLock()
	fmt.Printf("%v\n%+v\n%#v\n", d, d, d)
	d.RUnlock()
	d.Lock()
	fmt.Printf("%v\n", d)
	fmt.Println(E{}, &E{n: 1}, []E{{}})
	var nilE *E
	fmt.Println(nilE)
	fmt.Printf("%+v %d %q %s\n", E{}, E{}, E{}, struct{ e E }{E{}})
}
