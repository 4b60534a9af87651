package main

import "fmt"

var trace []string

func at(n string, v int) int             { trace = append(trace, n); return v }
func ptr(p *int) *int                    { trace = append(trace, "p"); return p }
func mp(m map[string]int) map[string]int { trace = append(trace, "m"); return m }
func sl(s []int) []int                   { trace = append(trace, "s"); return s }
func key(s string) string                { trace = append(trace, "k"); return s }

type T struct {
	A  int
	In struct{ B [2]int }
	P  *T
}

func tp(t *T) *T { trace = append(trace, "t"); return t }

func show()           { fmt.Println(trace); trace = nil }
func two() (int, int) { trace = append(trace, "two"); return 1, 2 }

func main() {
	m, s, x := map[string]int{}, make([]int, 3), 0
	t := &T{P: &T{}}
	*ptr(&x), mp(m)["k"], s[at("idx", 2)] = at("v1", 5), at("v2", 6), at("v3", 7)
	show()
	mp(m)[key("a")] = at("v", 1)
	show()
	sl(s)[at("i", 0)] = at("v", 1)
	show()
	*ptr(&x) = at("v", 3)
	show()
	tp(t).A = at("v", 4)
	show()
	tp(t).In.B[at("i", 1)] = at("v", 4)
	show()
	tp(t).P.In.B[at("i", 1)], tp(t).A = at("v", 4), at("w", 5)
	show()
	mp(m)[key("a")], sl(s)[at("i", 0)] = two()
	show()
	mp(m)[key("a")] += at("v", 1)
	show()
	sl(s)[at("i", 0)]++
	show()
	mp(m)[key("z")]--
	show()
	*ptr(&x) <<= at("v", 1)
	show()
	var ok bool
	sl(s)[at("i", 0)], ok = mp(m)[key("q")]
	show()
	_ = ok
	fmt.Println(m, s, x, t.A, t.In, t.P.In)
	i := 0
	i, s[i] = 1, 9
	fmt.Println(i, s)
	s[0], s[1] = s[1], s[0]
	p, q := t, t.P
	p, p.A = q, 77
	fmt.Println(t.A, p.A)
	fmt.Println(at("a", 1)+at("b", 2)*at("c", 3), at("d", 4))
	show()
	_ = []int{at("x", 1), at("y", 2)}[at("z", 1)]
	show()
	_ = map[int]int{at("k1", 1): at("v1", 1), at("k2", 2): at("v2", 2)}
	show()
	_ = T{A: at("A", 1), P: tp(nil)}
	show()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println(v)
		}
	}
	sli := []int{1, 2, 3}
	for i, v := range sli {
		sli[2] = 10
		if i == 2 {
			fmt.Println(v)
		}
	}
	for i := range sli {
		sli = append(sli, i)
	}
	fmt.Println(len(sli))
}
