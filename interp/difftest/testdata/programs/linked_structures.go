package main

import (
	"fmt"
	"strings"
)

type Node struct {
	Val         int
	Left, Right *Node
}

func (n *Node) Insert(v int) *Node {
	switch {
	case n == nil:
		return &Node{Val: v}
	case v < n.Val:
		n.Left = n.Left.Insert(v)
	case v > n.Val:
		n.Right = n.Right.Insert(v)
	}
	return n
}

func (n *Node) Walk(f func(int)) {
	if n == nil {
		return
	}
	n.Left.Walk(f)
	f(n.Val)
	n.Right.Walk(f)
}

func (n *Node) Height() int {
	if n == nil {
		return 0
	}
	return 1 + max(n.Left.Height(), n.Right.Height())
}

func (n *Node) String() string {
	if n == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", n.Left, n.Val, n.Right)
}

func (n *Node) Delete(v int) *Node {
	if n == nil {
		return nil
	}
	if v != n.Val {
		if v < n.Val {
			n.Left = n.Left.Delete(v)
		} else {
			n.Right = n.Right.Delete(v)
		}
		return n
	}
	if n.Left == nil {
		return n.Right
	}
	if n.Right == nil {
		return n.Left
	}
	m := n.Right
	for m.Left != nil {
		m = m.Left
	}
	n.Val = m.Val
	n.Right = n.Right.Delete(m.Val)
	return n
}

type List struct {
	head, tail *item
	size       int
}
type item struct {
	v          any
	prev, next *item
}

func (l *List) Push(v any) *List {
	it := &item{v: v, prev: l.tail}
	if l.tail != nil {
		l.tail.next = it
	} else {
		l.head = it
	}
	l.tail = it
	l.size++
	return l
}

func (l *List) Reverse() {
	for it := l.head; it != nil; it = it.prev {
		it.prev, it.next = it.next, it.prev
	}
	l.head, l.tail = l.tail, l.head
}

func (l List) String() string {
	var parts []string
	for it := l.head; it != nil; it = it.next {
		parts = append(parts, fmt.Sprint(it.v))
	}
	return strings.Join(parts, "<->")
}

type Graph struct {
	edges map[string][]string
}

func (g *Graph) Add(a string, bs ...string) {
	if g.edges == nil {
		g.edges = map[string][]string{}
	}
	g.edges[a] = append(g.edges[a], bs...)
}

func (g Graph) BFS(start string) (order []string) {
	seen := map[string]bool{start: true}
	for queue := []string{start}; len(queue) > 0; {
		cur := queue[0]
		queue = queue[1:]
		order = append(order, cur)
		for _, n := range g.edges[cur] {
			if !seen[n] {
				seen[n] = true
				queue = append(queue, n)
			}
		}
	}
	return
}

func (g Graph) DFS(n string, seen map[string]bool, visit func(string)) {
	if seen[n] {
		return
	}
	seen[n] = true
	for _, m := range g.edges[n] {
		g.DFS(m, seen, visit)
	}
	visit(n)
}

type Trie struct {
	kids map[rune]*Trie
	end  bool
}

func (t *Trie) Add(w string) {
	for _, r := range w {
		if t.kids == nil {
			t.kids = map[rune]*Trie{}
		}
		if t.kids[r] == nil {
			t.kids[r] = new(Trie)
		}
		t = t.kids[r]
	}
	t.end = true
}

func (t *Trie) Has(w string) bool {
	for _, r := range w {
		if t = t.kids[r]; t == nil {
			return false
		}
	}
	return t.end
}

type LRU struct {
	cap  int
	m    map[string]*item
	list List
}

func main() {
	var root *Node
	for _, v := range []int{5, 2, 8, 1, 9, 3, 5} {
		root = root.Insert(v)
	}
	var vals []int
	root.Walk(func(v int) { vals = append(vals, v) })
	fmt.Println(vals, root.Height(), root)
	root = root.Delete(5).Delete(1).Delete(42)
	fmt.Println(root)
	var l List
	l.Push(1).Push("two").Push(3.0).Push(nil)
	fmt.Println(l, l.size)
	l.Reverse()
	fmt.Println(l, l.head.v, l.tail.v)
	var g Graph
	g.Add("a", "b", "c")
	g.Add("b", "d")
	g.Add("c", "d", "a")
	g.Add("d", "e")
	fmt.Println(g.BFS("a"))
	var post []string
	g.DFS("a", map[string]bool{}, func(s string) { post = append(post, s) })
	fmt.Println(post)
	t := &Trie{}
	for _, w := range []string{"go", "gopher", "世界"} {
		t.Add(w)
	}
	fmt.Println(t.Has("go"), t.Has("gop"), t.Has("世界"), t.Has(""))
	lru := LRU{cap: 2, m: map[string]*item{}}
	lru.m["x"] = &item{v: 1}
	fmt.Println(lru.cap, lru.m["x"].v, lru.list.size)
}
