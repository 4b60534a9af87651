package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

type Shape interface{ Area() float64 }
type Circle struct{ R float64 }
type Rect struct{ W, H float64 }

func (c Circle) Area() float64 { return 3 * c.R * c.R }
func (r *Rect) Area() float64  { return r.W * r.H }

type Drawing struct {
	Title  string           `json:"title"`
	Shapes []Shape          `json:"shapes"`
	Index  map[string]Shape `json:"index"`
	Main   Shape            `json:"main"`
	*Meta
	Pos [2]float32 `json:"pos"`
	Opt *Opt       `json:"opt"`
}

type Meta struct {
	Author string `json:"author"`
	Draft  bool   `json:"draft,omitempty"`
}

type Opt struct {
	A, B *int
	C    **string `json:",omitempty"`
}

type Named string
type Count int64
type Set map[Named]Count
type Nums []Count
type Wrapper[T any] struct {
	Data T      `json:"data"`
	Err  string `json:"err,omitempty"`
}

func (s Shapes) MarshalJSON() ([]byte, error) {
	type wire struct {
		Kind string
		V    any
	}
	out := []wire{}
	for _, sh := range s {
		out = append(out, wire{strings.TrimPrefix(fmt.Sprintf("%T", sh), "*"), sh})
	}
	return json.Marshal(out)
}

func (s *Shapes) UnmarshalJSON(b []byte) error {
	var in []struct {
		Kind string
		V    json.RawMessage
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	for _, w := range in {
		var sh Shape
		switch w.Kind {
		case "main.Circle":
			var c Circle
			if err := json.Unmarshal(w.V, &c); err != nil {
				return err
			}
			sh = c
		case "main.Rect":
			r := new(Rect)
			if err := json.Unmarshal(w.V, r); err != nil {
				return err
			}
			sh = r
		default:
			return fmt.Errorf("kind %q", w.Kind)
		}
		*s = append(*s, sh)
	}
	return nil
}

type Shapes []Shape

func main() {
	one := 1
	d := Drawing{Title: "d", Shapes: []Shape{Circle{1}, &Rect{2, 3}, nil}, Index: map[string]Shape{"b": &Rect{1, 1}, "a": Circle{2}}, Main: Circle{9}, Meta: &Meta{"ann", true}, Opt: &Opt{A: &one}}
	b, err := json.MarshalIndent(d, "", " ")
	fmt.Println(string(b), err)
	var back Drawing
	err = json.Unmarshal([]byte(`{"title":"x","author":"bob","pos":[1,2,3],"opt":{"A":5,"b":6,"C":"deep"}}`), &back)
	fmt.Println(err, back.Title, back.Author, back.Pos, *back.Opt.A, *back.Opt.B, **back.Opt.C)
	err = json.Unmarshal(b, &back)
	fmt.Println(err)
	s := Shapes{Circle{1}, &Rect{1, 2}}
	b, _ = json.Marshal(s)
	fmt.Println(string(b))
	var s2 Shapes
	fmt.Println(json.Unmarshal(b, &s2), len(s2), s2[1].Area())
	fmt.Printf("%T %T %v\n", s2[0], s2[1], json.Unmarshal([]byte(`[{"Kind":"zzz"}]`), &s2))
	b, _ = json.Marshal(Set{"b": 2, "a": 1})
	fmt.Println(string(b))
	var set Set
	fmt.Println(json.Unmarshal([]byte(`{"k":5}`), &set), set)
	b, _ = json.Marshal(Wrapper[Nums]{Data: Nums{1, 2}})
	fmt.Println(string(b))
	var w Wrapper[map[Named][]Wrapper[Count]]
	fmt.Println(json.Unmarshal([]byte(`{"data":{"n":[{"data":7,"err":"e"}]}}`), &w), w)
	fmt.Printf("%+v %T\n", w, w)
	var arr []any
	json.Unmarshal([]byte(`[1,"s",{"a":[true,null]}]`), &arr)
	for _, v := range arr {
		fmt.Printf("%T ", v)
	}
	fmt.Println(arr)
	var n Nums
	fmt.Println(json.Unmarshal([]byte(`[1,2.5]`), &n), n)
	var m map[string]*Rect
	fmt.Println(json.Unmarshal([]byte(`{"r":{"W":1},"z":null}`), &m), *m["r"], m["z"] == nil)
	var ptr *Circle
	fmt.Println(json.Unmarshal([]byte(`{"R":4}`), &ptr), *ptr)
	fmt.Println(json.Unmarshal([]byte(`{}`), Circle{}), json.Unmarshal([]byte(`{}`), nil))
	dec := json.NewDecoder(strings.NewReader(`[{"R":1},{"R":2}] trailing`))
	tok, _ := dec.Token()
	fmt.Printf("%T %v\n", tok, tok)
	for dec.More() {
		var c Circle
		fmt.Println(dec.Decode(&c), c)
	}
	dec = json.NewDecoder(strings.NewReader(`{"n": 12345678901234567890}`))
	dec.UseNumber()
	var x map[string]any
	fmt.Println(dec.Decode(&x), x["n"], fmt.Sprintf("%T", x["n"]))
}
