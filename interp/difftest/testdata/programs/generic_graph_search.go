package main

import (
	"cmp"
	"container/heap"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
)

type Edge[N comparable] struct {
	To     N
	Weight float64
}

type Graph[N cmp.Ordered] struct{ adj map[N][]Edge[N] }

func New[N cmp.Ordered]() *Graph[N] { return &Graph[N]{adj: make(map[N][]Edge[N])} }

func (g *Graph[N]) Edge(a, b N, w float64) *Graph[N] {
	g.adj[a] = append(g.adj[a], Edge[N]{b, w})
	g.adj[b] = append(g.adj[b], Edge[N]{a, w})
	return g
}

func (g *Graph[N]) Nodes() iter.Seq[N] { return slices.Values(slices.Sorted(maps.Keys(g.adj))) }

type entry[N any] struct {
	node N
	dist float64
}
type queue[N any] []entry[N]

func (q queue[N]) Len() int           { return len(q) }
func (q queue[N]) Less(i, j int) bool { return q[i].dist < q[j].dist }
func (q queue[N]) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue[N]) Push(x any)        { *q = append(*q, x.(entry[N])) }
func (q *queue[N]) Pop() any {
	old := *q
	e := old[len(old)-1]
	*q = old[:len(old)-1]
	return e
}

type NoPath[N any] struct{ From, To N }

func (e *NoPath[N]) Error() string { return fmt.Sprintf("no path from %v to %v", e.From, e.To) }

func (g *Graph[N]) Shortest(from, to N) (path []N, dist float64, err error) {
	best, prev := map[N]float64{from: 0}, map[N]N{}
	q := &queue[N]{{from, 0}}
	for q.Len() > 0 {
		cur := heap.Pop(q).(entry[N])
		if cur.node == to {
			for n := to; ; n = prev[n] {
				path = append(path, n)
				if n == from {
					break
				}
			}
			slices.Reverse(path)
			return path, cur.dist, nil
		}
		for _, e := range g.adj[cur.node] {
			d := cur.dist + e.Weight
			if old, ok := best[e.To]; !ok || d < old {
				best[e.To], prev[e.To] = d, cur.node
				heap.Push(q, entry[N]{e.To, d})
			}
		}
	}
	return nil, math.Inf(1), &NoPath[N]{from, to}
}

func (g *Graph[N]) BFS(from N) iter.Seq2[int, N] {
	return func(yield func(int, N) bool) {
		seen := map[N]int{from: 0}
		for q := []N{from}; len(q) > 0; q = q[1:] {
			if !yield(seen[q[0]], q[0]) {
				return
			}
			for _, e := range g.adj[q[0]] {
				if _, ok := seen[e.To]; !ok {
					seen[e.To] = seen[q[0]] + 1
					q = append(q, e.To)
				}
			}
		}
	}
}

type UnionFind[T comparable] struct{ parent map[T]T }

func (u *UnionFind[T]) Find(x T) T {
	if u.parent == nil {
		u.parent = map[T]T{}
	}
	p, ok := u.parent[x]
	if !ok || p == x {
		u.parent[x] = x
		return x
	}
	root := u.Find(p)
	u.parent[x] = root
	return root
}

func (u *UnionFind[T]) Union(a, b T) bool {
	ra, rb := u.Find(a), u.Find(b)
	u.parent[ra] = rb
	return ra != rb
}

func topo[T cmp.Ordered](deps map[T][]T) (order []T, err error) {
	const (
		white = iota
		grey
		black
	)
	color := map[T]int{}
	var visit func(T) error
	visit = func(n T) error {
		switch color[n] {
		case grey:
			return fmt.Errorf("cycle at %v", n)
		case black:
			return nil
		}
		color[n] = grey
		for _, d := range deps[n] {
			if err := visit(d); err != nil {
				return fmt.Errorf("%v -> %w", n, err)
			}
		}
		color[n] = black
		order = append(order, n)
		return nil
	}
	for _, n := range slices.Sorted(maps.Keys(deps)) {
		if err = visit(n); err != nil {
			return nil, err
		}
	}
	return
}

type City string

func main() {
	g := New[City]().Edge("ber", "ham", 2.9).Edge("ham", "col", 4.2).Edge("ber", "lei", 1.9).Edge("lei", "col", 5).Edge("x", "y", 1)
	fmt.Println(g.Shortest("ber", "col"))
	_, d, err := g.Shortest("ber", "y")
	var np *NoPath[City]
	fmt.Println(d, err, errors.As(err, &np), np.To)
	for depth, c := range g.BFS("ber") {
		fmt.Print(strings.Repeat(" ", depth), c, depth, ";")
		if depth == 2 {
			break
		}
	}
	fmt.Println(slices.Collect(g.Nodes()))
	var u UnionFind[int]
	fmt.Println(u.Union(1, 2), u.Union(2, 3), u.Union(1, 3), u.Find(1) == u.Find(3), u.Find(9))
	fmt.Println(topo(map[string][]string{"app": {"lib", "log"}, "lib": {"log"}, "log": nil}))
	fmt.Println(topo(map[int][]int{1: {2}, 2: {3}, 3: {1}}))
	fmt.Printf("%T %T %v\n", g, err, Edge[City]{"z", 1})
}
