package main

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

type key struct {
	a int
	b string
}
type iface interface{ M() }
type impl int

func (impl) M() {}

type Graph map[string]map[string]int

func (g Graph) AddEdge(a, b string, w int) {
	if g[a] == nil {
		g[a] = map[string]int{}
	}
	g[a][b] += w
}

type Inventory map[string]*struct{ n int }

func main() {
	m := map[string]int{"a": 1, "b": 2}
	m["c"]++
	m["a"] += 10
	v, ok := m["zz"]
	fmt.Println(m, len(m), v, ok)
	delete(m, "b")
	delete(m, "none")
	if _, ok := m["b"]; !ok {
		fmt.Println("gone")
	}
	ks := map[key][]int{{1, "x"}: {1}, {2, "y"}: nil}
	ks[key{1, "x"}] = append(ks[key{1, "x"}], 2)
	fmt.Println(ks, len(ks[key{9, ""}]))
	anyM := map[any]string{1: "int", "1": "string", 1.0: "float", key{1, "a"}: "key", [2]int{1, 2}: "arr", impl(3): "impl", true: "bool", nil: "nil"}
	fmt.Println(anyM[1], anyM["1"], anyM[1.0], anyM[key{1, "a"}], anyM[[2]int{1, 2}], anyM[impl(3)], anyM[int64(1)] == "", anyM[nil], len(anyM))
	im := map[iface]int{impl(1): 1, impl(2): 2}
	fmt.Println(im[impl(2)], im[nil])
	pm := map[*key]int{}
	k1, k2 := &key{}, &key{}
	pm[k1], pm[k2] = 1, 2
	fmt.Println(len(pm), pm[k1], pm[k2])
	g := Graph{}
	g.AddEdge("a", "b", 2)
	g.AddEdge("a", "b", 3)
	fmt.Println(g, g["x"]["y"])
	inv := Inventory{"p": {5}}
	inv["p"].n++
	fmt.Println(inv["p"].n)
	ms := map[string]key{"s": {1, "o"}}
	s := ms["s"]
	s.a = 9
	fmt.Println(ms["s"].a, ms["none"].b == "")
	ms["s"] = s
	fmt.Println(ms)
	words := strings.Fields("the cat the dog the end")
	freq := map[string]int{}
	for _, w := range words {
		freq[w]++
	}
	type kv struct {
		k string
		v int
	}
	var list []kv
	for k, v := range freq {
		list = append(list, kv{k, v})
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].v != list[j].v {
			return list[i].v > list[j].v
		}
		return list[i].k < list[j].k
	})
	fmt.Println(list)
	var nilM map[string]int
	fmt.Println(nilM["x"], len(nilM), nilM == nil)
	for range nilM {
		fmt.Println("never")
	}
	delete(nilM, "x")
	c := maps.Clone(freq)
	c["the"] = 0
	fmt.Println(freq["the"], maps.Equal(freq, c), slices.Sorted(maps.Keys(c)))
	maps.DeleteFunc(c, func(k string, v int) bool { return v == 1 })
	maps.Copy(c, map[string]int{"new": 7})
	fmt.Println(c)
	clear(c)
	fmt.Println(c, len(c))
	fm := map[string]func(int) int{"dbl": func(x int) int { return 2 * x }}
	fmt.Println(fm["dbl"](4))
	byLen := map[int]map[string]bool{}
	for _, w := range words {
		if byLen[len(w)] == nil {
			byLen[len(w)] = make(map[string]bool, 4)
		}
		byLen[len(w)][w] = true
	}
	fmt.Println(byLen)
	fl := map[float64]string{0.1 + 0.2: "x"}
	fmt.Println(fl[0.3], fl[0.1+0.2])
	sum := 0
	for k := range map[int]bool{1: true, 2: true, 3: false} {
		sum += k
	}
	fmt.Println(sum)
	nested := map[string][]map[string]int{"a": {{"b": 1}}}
	nested["a"][0]["b"]++
	fmt.Println(nested)
	a, b := m["a"], m["nope"]
	m["a"], m["nope"] = b, a
	fmt.Println(m)
	type set = map[string]struct{}
	st := set{"x": {}}
	_, in := st["x"]
	fmt.Println(in, st)
	fmt.Println(maps.Collect(slices.All([]string{"p", "q"})))
}
