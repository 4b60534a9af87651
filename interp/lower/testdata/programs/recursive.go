package main

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"
)

type Tree map[string]Tree

func (t Tree) Depth() int {
	d := 0
	for _, s := range t {
		d = max(d, s.Depth())
	}
	return d + 1
}
func (t Tree) String() string {
	var k []string
	for n := range t {
		k = append(k, n)
	}
	sort.Strings(k)
	return "T" + strings.Join(k, ",")
}

type stateFn func(*lexer) stateFn
type lexer struct {
	in  string
	pos int
	out []string
}

func lexText(l *lexer) stateFn {
	if l.pos >= len(l.in) {
		return nil
	}
	if l.in[l.pos] == ' ' {
		return lexSpace
	}
	l.out = append(l.out, string(l.in[l.pos]))
	l.pos++
	return lexText
}
func lexSpace(l *lexer) stateFn { l.pos++; return lexText }
func (l *lexer) run() {
	for s := stateFn(lexText); s != nil; {
		s = s(l)
	}
}

type L []L

func (l *L) Add(x L) { *l = append(*l, x) }

type Gen[T any] []Gen[T]
type Chan chan Chan
type A []B
type B map[string]A
type Handler func(Handler) string
type Json map[string]any
type Pair struct {
	L Tree
	F stateFn
}

func main() {
	t := Tree{"a": {"b": nil, "c": {}}, "d": nil}
	fmt.Println(t, t.Depth(), len(t), t["a"]["b"] == nil, t["a"]["c"] == nil)
	t["x"] = Tree{}
	delete(t, "d")
	for k := range t["a"] {
		_ = k
	}
	var u map[string]Tree = t
	t2 := Tree(u)
	fmt.Printf("%T %T %v %#v\n", u, t2, u, L{{}, nil})
	b, err := json.Marshal(t)
	fmt.Println(string(b), err)
	var t3 Tree
	fmt.Println(json.Unmarshal([]byte(`{"p":{"q":null}}`), &t3), t3, t3["p"])
	l := &lexer{in: "ab c"}
	l.run()
	fmt.Println(l.out)
	var ls L
	ls.Add(nil)
	ls.Add(L{{}, {}})
	ls = append(ls, ls...)
	fmt.Println(len(ls), ls[1], len(ls[1:3]), cap(ls[:0]) > 0)
	g := Gen[int]{{}, {{}}}
	fmt.Printf("%T %v\n", g, g)
	c := make(Chan, 1)
	c <- c
	d, ok := <-c
	fmt.Println(d == c, ok)
	a := A{{"k": {nil}}}
	fmt.Println(a, a[0]["k"][0] == nil)
	var h Handler
	h = func(x Handler) string {
		if x == nil {
			return "nil"
		}
		return "got " + x(nil)
	}
	fmt.Println(h(h))
	var i any = t
	switch v := i.(type) {
	case Tree:
		fmt.Println("tree", len(v))
	}
	_, isM := i.(map[string]Tree)
	fmt.Println(isM)
	p := Pair{t, lexText}
	p.L["new"] = nil
	fmt.Println(p.L, p.F != nil, t)
	m := map[string]Tree{"z": t}
	m["z"]["deep"] = nil
	fmt.Println(len(m["z"]))
	clear(t)
	fmt.Println(t, len(t))
	var nt Tree
	fmt.Println(nt == nil, nt["q"]["r"] == nil)
	s := []Tree{{"s": nil}, nil}
	fmt.Println(s)
	select {
	case c <- c:
		fmt.Println("sent")
	default:
	}
	close(c)
	for x := range c {
		fmt.Println(x == c)
	}
}
