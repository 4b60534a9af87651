package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

type P struct {
	Name string
	Age  int
}

func (p P) Compare(q P) int {
	return cmp.Or(cmp.Compare(p.Age, q.Age), strings.Compare(p.Name, q.Name))
}

type IDs []int

func main() {
	ps := []P{{"b", 2}, {"a", 2}, {"c", 1}}
	slices.SortFunc(ps, P.Compare)
	fmt.Println(ps, slices.IsSortedFunc(ps, P.Compare))
	fmt.Println(slices.MinFunc(ps, P.Compare), slices.MaxFunc(ps, func(a, b P) int { return strings.Compare(a.Name, b.Name) }))
	i, ok := slices.BinarySearchFunc(ps, P{"a", 2}, P.Compare)
	fmt.Println(i, ok, slices.IndexFunc(ps, func(p P) bool { return p.Age == 2 }), slices.ContainsFunc(ps, func(p P) bool { return p.Age > 9 }))
	fmt.Println(slices.Index(ps, P{"a", 2}), slices.Contains(ps, P{"z", 0}), slices.Equal(ps, slices.Clone(ps)))
	ids := IDs{3, 1, 2, 3, 3}
	ids = slices.Compact(ids)
	fmt.Printf("%v %T %v\n", ids, slices.Clone(ids), slices.Sorted(slices.Values(ids)))
	ids = slices.DeleteFunc(ids, func(i int) bool { return i == 1 })
	ids = slices.Replace(ids, 0, 1, 7, 8)
	fmt.Println(ids, slices.Insert(ids, 1, 100), slices.Repeat(IDs{1, 2}, 2), slices.Concat(ids, []int{5}, nil))
	slices.Reverse(ids)
	fmt.Println(ids, slices.Max(ids), slices.Min(ids), slices.Compare([]int{1, 2}, []int{1, 3}))
	for chunk := range slices.Chunk(ids, 2) {
		fmt.Print(chunk)
	}
	fmt.Println()
	fmt.Println(slices.Collect(maps.Values(map[string]int{"a": 1})), slices.SortedFunc(maps.Keys(map[string]P{"x": {}, "yy": {}}), func(a, b string) int { return len(b) - len(a) }))
	fmt.Println(slices.AppendSeq([]string{"0"}, slices.Values([]string{"1", "2"})), slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold))
	m := maps.Collect(slices.All([]string{"x", "y"}))
	maps.Insert(m, maps.All(map[int]string{5: "five"}))
	fmt.Println(m, maps.EqualFunc(m, m, func(a, b string) bool { return a == b }))
	keys := slices.Collect(maps.Keys(m))
	slices.Sort(keys)
	fmt.Println(keys, cmp.Less(1, 2), cmp.Compare("a", "b"), cmp.Or(0, 3, 5), cmp.Or("", "dflt"))
	fmt.Println(min(2, 1.5), max("a", "b", "c"))
	var ap atomic.Pointer[P]
	ap.Store(&ps[0])
	fmt.Println(*ap.Load(), ap.CompareAndSwap(&ps[1], nil))
	v := sync.OnceValue(func() []P { return ps[:1] })
	a, b := sync.OnceValues(func() (map[string]P, error) { return map[string]P{"k": {}}, nil })()
	fmt.Println(v(), a, b)
	evens := func(n int) iter.Seq2[int, string] {
		return func(yield func(int, string) bool) {
			for i := 0; i < n; i += 2 {
				if !yield(i, strings.Repeat("*", i)) {
					return
				}
			}
		}
	}
	fmt.Println(maps.Collect(evens(5)))
	next, stop := iter.Pull2(evens(10))
	defer stop()
	next()
	fmt.Println(next())
	groups := map[int][]P{}
	for p := range slices.Values(ps) {
		groups[p.Age] = append(groups[p.Age], p)
	}
	fmt.Println(groups)
	fmt.Println(slices.SortedStableFunc(slices.Values(ps), func(a, b P) int { return b.Age - a.Age }))
	fmt.Println(slices.ContainsFunc([]error{nil}, func(e error) bool { return e == nil }), slices.EqualFunc([]int{1}, []string{"1"}, func(i int, s string) bool { return fmt.Sprint(i) == s }))
	s := slices.Grow([]int{1}, 10)
	fmt.Println(len(s), cap(s) >= 11, cap(slices.Clip(s[:1])))
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Insert([]int{1}, 5, 2)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Max([]int{})
	}()
}
