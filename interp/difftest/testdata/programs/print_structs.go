package main

import "fmt"

type Point struct{ X, Y int }

type Rect struct {
	Min, Max Point
	name     string
	Tags     []string
	Index    map[string]*Point
	Next     *Rect
	Any      interface{}
	Fn       func(int) string
}

type Celsius float64
type Names []string
type Scores map[string]Celsius
type Grid [2][3]int8

func main() {
	p := Point{1, -2}
	r := Rect{Min: p, Max: Point{3, 4}, name: "box", Tags: []string{"a", "b"}, Any: p}
	for _, f := range []string{"%v", "%+v", "%#v", "%T"} {
		fmt.Printf(f+"\n", p)
		fmt.Printf(f+"\n", &p)
		fmt.Printf(f+"\n", r)
		fmt.Printf(f+"\n", []Point{p, {5, 6}})
		fmt.Printf(f+"\n", map[string]Point{"k": p})
		fmt.Printf(f+"\n", [2]Point{p})
		fmt.Printf(f+"\n", Celsius(36.6))
		fmt.Printf(f+"\n", Names{"x", "y"})
		fmt.Printf(f+"\n", Scores{"a": 1.5, "b": 2})
		fmt.Printf(f+"\n", Grid{{1, 2, 3}, {4, 5, 6}})
		fmt.Printf(f+"\n", struct {
			A int
			B Point
		}{1, p})
		fmt.Printf(f+"\n", []any{1, "a", nil, p, Celsius(2)})
		var nilRect *Rect
		var nilNames Names
		var nilScores Scores
		fmt.Printf(f+" "+f+" "+f+"\n", nilRect, nilNames, nilScores)
	}
	fmt.Printf("%d %x %5d|%-5d|%q\n", p, p, p, p, Names{"a b"})
	fmt.Println(p, &p, r.Min, r.Tags)
	fmt.Printf("%T %T %T %T\n", r.Index, r.Fn, main, fmt.Println)
	fmt.Printf("%T %T %T\n", make(chan Point), make(<-chan *Point), make(chan<- []Point))
	fmt.Printf("%T %T\n", func(Point, ...Rect) (Celsius, error) { return 0, nil }, [0]Point{})
	fmt.Printf("%T %T\n", map[Point][]Rect{}, map[[2]Point]func(Point) Point{})
	fmt.Printf("%v %v\n", struct{}{}, struct{ p *int }{})
}
