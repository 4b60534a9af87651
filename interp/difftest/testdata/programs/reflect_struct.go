package main

import (
	"fmt"
	"reflect"
	"strings"
)

type Inner struct {
	Z float64 `unit:"cm"`
}

type T struct {
	A     int    `json:"a,omitempty" db:"col_a"`
	B     string `json:"b"`
	C     []string
	D     map[string]*Inner
	e     bool
	F     func(int) string
	G     any
	Inner `tag:"emb"`
	*Ptr
	Ch  chan<- int
	Arr [3]uint8
	Err error
}

type Ptr struct{ P int }

func (t T) Hello(name string) string        { return "hello " + name + " from " + t.B }
func (t *T) SetA(n int)                     { t.A = n }
func (t T) Variadic(p string, n ...int) int { return len(p) + len(n) }
func (t T) unexported()                     {}

type Kind int

func (k Kind) String() string { return fmt.Sprint("Kind-", int(k)) }

type Stringer interface{ String() string }

func main() {
	t := T{A: 1, B: "bee", C: []string{"x"}, e: true, Inner: Inner{2.5}}
	rt := reflect.TypeOf(t)
	fmt.Println(rt, rt.Name(), rt.PkgPath(), rt.Kind(), rt.NumField(), rt.NumMethod(), rt.String())
	for i := range rt.NumField() {
		f := rt.Field(i)
		fmt.Println(f.Name, f.Type, f.Type.Kind(), f.Tag, f.Anonymous, f.IsExported(), f.Index, f.PkgPath)
	}
	f, ok := rt.FieldByName("A")
	fmt.Println(f.Tag.Get("json"), f.Tag.Get("db"), f.Tag.Get("none"), ok)
	v, ok2 := f.Tag.Lookup("db")
	fmt.Println(v, ok2)
	f, _ = rt.FieldByName("Z")
	fmt.Println(f.Index, f.Tag.Get("unit"))
	for i := range rt.NumMethod() {
		m := rt.Method(i)
		fmt.Println(m.Name, m.Type, m.Index)
	}
	pt := reflect.TypeOf(&t)
	fmt.Println(pt, pt.NumMethod(), pt.Elem() == rt, pt.Kind(), pt.Name() == "")
	m, ok := pt.MethodByName("SetA")
	fmt.Println(m.Name, m.Type, ok)
	rv := reflect.ValueOf(&t).Elem()
	rv.Field(0).SetInt(42)
	rv.FieldByName("B").SetString("set")
	rv.FieldByName("C").Set(reflect.Append(rv.FieldByName("C"), reflect.ValueOf("y")))
	fmt.Println(t.A, t.B, t.C, rv.FieldByName("e").CanSet(), rv.FieldByName("A").CanSet(), rv.FieldByName("e").Bool())
	out := rv.MethodByName("Hello").Call([]reflect.Value{reflect.ValueOf("bob")})
	fmt.Println(out[0], out[0].Type(), len(out))
	rv.Addr().MethodByName("SetA").Call([]reflect.Value{reflect.ValueOf(7)})
	fmt.Println(t.A, rv.MethodByName("Nope").IsValid())
	out = rv.MethodByName("Variadic").Call([]reflect.Value{reflect.ValueOf("ab"), reflect.ValueOf(1), reflect.ValueOf(2)})
	fmt.Println(out[0].Int())
	st := reflect.TypeFor[Stringer]()
	fmt.Println(reflect.TypeFor[Kind]().Implements(st), rt.Implements(st), st.Kind(), st.NumMethod(), st.Method(0).Name, reflect.TypeFor[error]())
	fmt.Println(reflect.TypeFor[Kind](), reflect.TypeFor[Kind]().Kind(), reflect.ValueOf(Kind(3)), reflect.ValueOf(Kind(3)).Interface(), reflect.ValueOf(Kind(3)).Int())
	fmt.Println(reflect.TypeFor[Kind]().ConvertibleTo(reflect.TypeFor[float64]()), reflect.TypeFor[Kind]().AssignableTo(reflect.TypeFor[int]()), reflect.TypeFor[T]().Comparable())
	for _, x := range []any{1, "s", 2.5, nil, t.C, t.Inner, &t.Inner, map[Kind]T{}, [2]Kind{}, make(chan T), func(T, ...Kind) (*T, error) { return nil, nil }, struct {
		X int `k:"v"`
		y Kind
	}{}, Kind(1), []any{}, (*error)(nil)} {
		if x == nil {
			fmt.Println(reflect.TypeOf(x), reflect.ValueOf(x).IsValid())
			continue
		}
		ty := reflect.TypeOf(x)
		fmt.Println(ty, "/", ty.Kind(), "/", ty.Name())
	}
	ft := reflect.TypeOf(func(T, ...Kind) (*T, error) { return nil, nil })
	fmt.Println(ft.NumIn(), ft.In(1), ft.IsVariadic(), ft.Out(0), ft.NumOut())
	fmt.Println(reflect.TypeOf(t.D).Key(), reflect.TypeOf(t.D).Elem(), reflect.TypeOf(t.Arr).Len(), reflect.TypeOf(t.Ch).ChanDir())
	var walk func(v reflect.Value, depth int)
	walk = func(v reflect.Value, depth int) {
		pad := strings.Repeat(" ", depth)
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				fmt.Println(pad + v.Type().Field(i).Name)
				walk(v.Field(i), depth+1)
			}
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				walk(v.Elem(), depth+1)
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), depth+1)
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				fmt.Println(pad, k)
				walk(v.MapIndex(k), depth+1)
			}
		case reflect.String, reflect.Int, reflect.Float64, reflect.Bool:
			fmt.Println(pad, v)
		}
	}
	walk(reflect.ValueOf(struct {
		A any
		B map[string][]Kind
		C *Inner
	}{Inner{1}, map[string][]Kind{"k": {1, 2}}, &Inner{3}}), 0)
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf(t).Field(0).SetInt(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		rv.FieldByName("A").SetString("x")
	}()
}
