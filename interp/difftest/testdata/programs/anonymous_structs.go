package main

import (
	"encoding/json"
	"fmt"
	"sort"
)

type Outer struct {
	Inner struct {
		A, B int
		Deep struct{ C string }
	}
	List []struct {
		K string
		V float64
	}
	Map map[string]struct{ N int }
	Fn  func(struct{ X int }) struct{ Y int }
}

var config = struct {
	Host string
	Port int
	Opts map[string]any
}{"localhost", 80, map[string]any{"tls": true}}

func pair(a int, b string) struct {
	A int
	B string
} {
	return struct {
		A int
		B string
	}{a, b}
}

func main() {
	var o Outer
	o.Inner.A, o.Inner.Deep.C = 1, "c"
	o.List = append(o.List, struct {
		K string
		V float64
	}{"k", 1.5})
	o.Map = map[string]struct{ N int }{"m": {3}}
	o.Fn = func(a struct{ X int }) struct{ Y int } { return struct{ Y int }{a.X * 2} }
	fmt.Printf("%v %+v\n", o.Inner, o.Inner)
	fmt.Printf("%+v %v %T\n", o.List, o.Map, o.Inner)
	fmt.Println(o.Fn(struct{ X int }{21}).Y, config)
	fmt.Printf("%#v\n%T\n", config.Opts, config)
	tests := []struct {
		name     string
		in, want int
		err      error
	}{
		{"one", 1, 2, nil},
		{name: "two", in: 2, want: 5},
		{"three", 3, 6, fmt.Errorf("bad")},
	}
	for _, tt := range tests {
		got := tt.in * 2
		fmt.Printf("%-6s %t %v\n", tt.name, got == tt.want, tt.err)
	}
	p := pair(1, "x")
	q := struct {
		A int
		B string
	}{1, "x"}
	fmt.Println(p == q, p)
	p = q
	pp := &p
	pp.A++
	fmt.Println(p, q, *pp)
	m := map[struct{ x, y int }]string{{1, 2}: "a"}
	m[struct{ x, y int }{3, 4}] = "b"
	fmt.Println(m[struct{ x, y int }{1, 2}], len(m))
	var data struct {
		Name string `json:"name"`
		Tags []struct {
			ID int `json:"id"`
		} `json:"tags"`
	}
	err := json.Unmarshal([]byte(`{"name":"n","tags":[{"id":1},{"id":2}]}`), &data)
	fmt.Printf("%+v %v\n", data, err)
	b, _ := json.Marshal(struct {
		X int            `json:"x"`
		E struct{}       `json:"e"`
		M map[string]any `json:"m,omitempty"`
	}{X: 1})
	fmt.Println(string(b))
	people := []struct {
		Name string
		Age  int
	}{{"z", 1}, {"a", 2}}
	sort.Slice(people, func(i, j int) bool { return people[i].Name < people[j].Name })
	fmt.Println(people)
	for _, s := range []any{struct{}{}, struct{ A int }{1}, &struct{ b string }{"x"}, []struct{ int }{{5}}} {
		fmt.Printf("%v %+v %T | ", s, s, s)
	}
	fmt.Println()
	ch := make(chan struct{ id int }, 1)
	ch <- struct{ id int }{9}
	fmt.Println((<-ch).id)
	x := struct {
		fmt.Stringer
		n int
	}{n: 4}
	fmt.Println(x.n, x.Stringer == nil)
	type T struct{ A int }
	t := T(struct{ A int }{7})
	var u struct{ A int } = t
	fmt.Printf("%T %T %v\n", t, u, any(t) == any(u))
	set := map[string]struct{}{}
	for _, w := range []string{"a", "b", "a"} {
		set[w] = struct{}{}
	}
	fmt.Println(len(set), set)
	counter := struct {
		n   int
		inc func() int
	}{}
	counter.inc = func() int { counter.n++; return counter.n }
	counter.inc()
	fmt.Println(counter.inc(), counter.n)
}
