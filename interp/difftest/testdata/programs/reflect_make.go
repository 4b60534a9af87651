package main

import (
	"fmt"
	"reflect"
	"sort"
)

type Point struct{ X, Y int }

func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }
func (p *Point) Scale(n int)      { p.X *= n; p.Y *= n }

type Celsius float64
type Names []string
type Shape interface{ Area() int }

func (p Point) Area() int { return p.X * p.Y }

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Int:
		v.SetInt(7)
	case reflect.String:
		v.SetString("filled")
	case reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i))
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		k := reflect.New(v.Type().Key()).Elem()
		e := reflect.New(v.Type().Elem()).Elem()
		fill(k)
		fill(e)
		v.SetMapIndex(k, e)
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	}
}

type Big struct {
	N  int
	S  string
	C  Celsius
	P  *Point
	L  Names
	M  map[string]Point
	A  [2]bool
	In struct{ Deep []Point }
	no int
}

func main() {
	var b Big
	fill(reflect.ValueOf(&b).Elem())
	fmt.Printf("%+v %+v\n", b.P, struct {
		N int
		S string
		C Celsius
		L Names
		M map[string]Point
		A [2]bool
		D []Point
	}{b.N, b.S, b.C, b.L, b.M, b.A, b.In.Deep})
	p := reflect.New(reflect.TypeFor[Point]())
	p.Elem().Field(0).SetInt(3)
	p.Elem().FieldByName("Y").SetInt(4)
	pt := p.Interface().(*Point)
	fmt.Println(*pt, pt.Add(Point{1, 1}), p.Elem().Interface().(Point).X)
	p.MethodByName("Scale").Call([]reflect.Value{reflect.ValueOf(2)})
	fmt.Println(*pt, p.MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(Point{1, 0})})[0].Interface())
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var intSwap func(int, int) (int, int)
	var ptSwap func(Point, string) (string, Point)
	reflect.ValueOf(&intSwap).Elem().Set(reflect.MakeFunc(reflect.TypeOf(intSwap), swap))
	reflect.ValueOf(&ptSwap).Elem().Set(reflect.MakeFunc(reflect.TypeOf(ptSwap), swap))
	fmt.Println(intSwap(1, 2))
	fmt.Println(ptSwap(Point{1, 2}, "s"))
	add := reflect.ValueOf(func(a, b Celsius) Celsius { return a + b })
	fmt.Println(add.Call([]reflect.Value{reflect.ValueOf(Celsius(1)), reflect.ValueOf(Celsius(2.5))})[0])
	m := reflect.MakeMap(reflect.MapOf(reflect.TypeFor[string](), reflect.TypeFor[Point]()))
	m.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(Point{5, 6}))
	mm := m.Interface().(map[string]Point)
	fmt.Println(mm, m.Len(), m.MapIndex(reflect.ValueOf("k")), m.MapIndex(reflect.ValueOf("z")).IsValid())
	s := reflect.MakeSlice(reflect.SliceOf(reflect.TypeFor[Celsius]()), 0, 3)
	s = reflect.Append(s, reflect.ValueOf(Celsius(1)), reflect.ValueOf(Celsius(2)))
	fmt.Printf("%v %T %d\n", s, s.Interface(), s.Cap())
	cs, ok := s.Interface().([]Celsius)
	fmt.Println(cs, ok)
	fmt.Println(reflect.TypeOf([]Point{}) == reflect.SliceOf(reflect.TypeFor[Point]()), reflect.PointerTo(reflect.TypeFor[Point]()), reflect.ArrayOf(2, reflect.TypeFor[Point]()))
	fmt.Println(reflect.DeepEqual([]Point{{1, 2}}, []Point{{1, 2}}), reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual(Celsius(1), 1.0), reflect.DeepEqual(&Point{1, 2}, &Point{1, 2}), reflect.DeepEqual([]int(nil), []int{}), reflect.DeepEqual(Names{"a"}, []string{"a"}))
	fmt.Println(reflect.Zero(reflect.TypeFor[Point]()), reflect.ValueOf(Point{}).IsZero(), reflect.ValueOf(Point{1, 0}).IsZero())
	fmt.Println(reflect.ValueOf(3).Convert(reflect.TypeFor[Celsius]()).Interface(), reflect.ValueOf(Celsius(2.9)).Convert(reflect.TypeFor[int]()))
	fmt.Printf("%T\n", reflect.ValueOf(3).Convert(reflect.TypeFor[Celsius]()).Interface())
	var sh Shape = Point{2, 3}
	sv := reflect.ValueOf(&sh).Elem()
	fmt.Println(sv.Kind(), sv.Type(), sv.Elem().Type(), sv.Elem().MethodByName("Area").Call(nil)[0])
	sv.Set(reflect.ValueOf(Point{4, 5}))
	fmt.Println(sh.Area())
	ch := reflect.MakeChan(reflect.TypeFor[chan Point](), 1)
	ch.Send(reflect.ValueOf(Point{9, 9}))
	got, ok := ch.Recv()
	fmt.Println(got, ok)
	c1, c2 := make(chan int, 1), make(chan string, 1)
	c2 <- "sel"
	i, rv, _ := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c1)}, {Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c2)}})
	fmt.Println(i, rv)
	keys := reflect.ValueOf(map[Celsius]int{2: 1, 1: 2}).MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].Float() < keys[j].Float() })
	fmt.Println(keys[0], keys[1].Type())
	it := reflect.ValueOf(map[string]Point{"one": {1, 1}}).MapRange()
	for it.Next() {
		fmt.Println(it.Key(), it.Value())
	}
	sw := reflect.Swapper([]Point{{1, 1}, {2, 2}})
	sw(0, 1)
	n := 5
	nv := reflect.ValueOf(&n).Elem()
	nv.Set(reflect.ValueOf(8))
	fmt.Println(n, nv.CanAddr(), nv.Addr().Interface().(*int) == &n)
	st := reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeFor[int](), Tag: `json:"a"`}, {Name: "B", Type: reflect.TypeFor[Point]()}})
	x := reflect.New(st).Elem()
	x.Field(0).SetInt(1)
	fmt.Printf("%+v %v\n", x.Interface(), st)
	func() {
		defer func() { fmt.Println(recover()) }()
		add.Call([]reflect.Value{reflect.ValueOf(1)})
	}()
}
