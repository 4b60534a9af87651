package main

import (
	"cmp"
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type Person struct {
	Name string
	Age  int
}

type ByAge []Person

func (a ByAge) Len() int           { return len(a) }
func (a ByAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a ByAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

type By func(a, b *Person) bool

type sorter struct {
	people []Person
	by     By
}

func (s *sorter) Len() int           { return len(s.people) }
func (s *sorter) Swap(i, j int)      { s.people[i], s.people[j] = s.people[j], s.people[i] }
func (s *sorter) Less(i, j int) bool { return s.by(&s.people[i], &s.people[j]) }
func (by By) Sort(p []Person)        { sort.Sort(&sorter{p, by}) }

type Item struct {
	value string
	prio  int
	index int
}
type PQ []*Item

func (pq PQ) Len() int           { return len(pq) }
func (pq PQ) Less(i, j int) bool { return pq[i].prio > pq[j].prio }
func (pq PQ) Swap(i, j int)      { pq[i], pq[j] = pq[j], pq[i]; pq[i].index, pq[j].index = i, j }
func (pq *PQ) Push(x any)        { it := x.(*Item); it.index = len(*pq); *pq = append(*pq, it) }
func (pq *PQ) Pop() any {
	old := *pq
	it := old[len(old)-1]
	*pq = old[:len(old)-1]
	return it
}

type IntHeap []int

func (h IntHeap) Len() int           { return len(h) }
func (h IntHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h IntHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *IntHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *IntHeap) Pop() any {
	n := len(*h)
	x := (*h)[n-1]
	*h = (*h)[:n-1]
	return x
}

type embedded struct{ sort.IntSlice }

func (e embedded) Less(i, j int) bool { return e.IntSlice[i] > e.IntSlice[j] }

func main() {
	people := []Person{{"Ann", 31}, {"Bob", 25}, {"Cid", 31}, {"Dan", 4}}
	sort.Sort(ByAge(people))
	fmt.Println(people)
	sort.Stable(sort.Reverse(ByAge(people)))
	fmt.Println(people)
	By(func(a, b *Person) bool { return a.Name < b.Name }).Sort(people)
	fmt.Println(people)
	sort.Slice(people, func(i, j int) bool { return people[i].Age < people[j].Age })
	fmt.Println(people[0], sort.SliceIsSorted(people, func(i, j int) bool { return people[i].Age < people[j].Age }))
	slices.SortStableFunc(people, func(a, b Person) int {
		return cmp.Or(-cmp.Compare(a.Age, b.Age), strings.Compare(a.Name, b.Name))
	})
	fmt.Println(people)
	i, found := slices.BinarySearchFunc([]Person{{"a", 1}, {"b", 5}}, 5, func(p Person, age int) int { return p.Age - age })
	fmt.Println(i, found, sort.SearchInts([]int{1, 3, 5}, 4), sort.Search(100, func(i int) bool { return i*i >= 50 }))
	xs := embedded{sort.IntSlice{3, 1, 2}}
	sort.Sort(xs)
	fmt.Println(xs, xs.IntSlice)
	strs := []string{"b", "C", "a"}
	sort.Strings(strs)
	fmt.Println(strs, sort.StringsAreSorted(strs))
	pq := &PQ{}
	items := map[string]*Item{}
	for v, p := range map[string]int{"banana": 3, "apple": 2, "pear": 4} {
		items[v] = &Item{value: v, prio: p}
		heap.Push(pq, items[v])
	}
	items["apple"].prio = 9
	heap.Fix(pq, items["apple"].index)
	heap.Remove(pq, items["banana"].index)
	for pq.Len() > 0 {
		it := heap.Pop(pq).(*Item)
		fmt.Print(it.value, ":", it.prio, " ")
	}
	fmt.Println()
	h := &IntHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	fmt.Println((*h)[0], *h)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	l := list.New()
	e := l.PushBack(Person{"x", 1})
	l.PushFront("front")
	l.InsertAfter(3, e)
	for e := l.Front(); e != nil; e = e.Next() {
		switch v := e.Value.(type) {
		case Person:
			fmt.Print("person ", v.Name, "; ")
		default:
			fmt.Printf("%T %v; ", v, v)
		}
	}
	r := ring.New(3)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println()
}
