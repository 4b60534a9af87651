package forge_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"testing"
	"text/template"
	"unsafe"

	"gopost/interp/engine/forge"
)

// celsius makes type Celsius float64 with String() string.
func celsius(t *testing.T) reflect.Type {
	t.Helper()
	c := forge.Declare(forge.Decl{String: "main.Celsius", PkgPath: "main", Named: true, Layout: reflect.TypeFor[float64](), Methods: 1, ValueMethods: 1})
	complete(t, c, forge.Parts{Methods: []forge.Method{{
		Name: "String", Type: reflect.TypeFor[func() string](), Value: true,
		Func: reflect.ValueOf(func(c *float64) string { return fmt.Sprintf("%.1f°C", *c) }),
	}}})
	return c.Type()
}

func complete(t *testing.T, f *forge.Type, p forge.Parts) {
	t.Helper()
	if err := f.Complete(p); err != nil {
		t.Fatal(err)
	}
}

func TestCheck(t *testing.T) {
	if err := forge.Check(); err != nil {
		t.Error(err)
	}
}

func TestNamedBasic(t *testing.T) {
	c := celsius(t)
	v := forge.Retype(36.6, forge.WordFor(c))
	if got := fmt.Sprintf("%v %T %.2f", v, v, v); got != "36.6°C main.Celsius 36.60" {
		t.Error(got)
	}
	if c.Name() != "Celsius" || c.PkgPath() != "main" || c.Kind() != reflect.Float64 || c.NumMethod() != 1 {
		t.Errorf("%v %q %q %v %d", c, c.Name(), c.PkgPath(), c.Kind(), c.NumMethod())
	}
	if _, ok := v.(fmt.Stringer); !ok {
		t.Error("a value of the type is no fmt.Stringer")
	}
	if got := reflect.ValueOf(v).Method(0).Call(nil)[0].String(); got != "36.6°C" {
		t.Error(got)
	}
	m, _ := c.MethodByName("String")
	if got := m.Func.Call([]reflect.Value{reflect.ValueOf(v)})[0].String(); got != "36.6°C" {
		t.Error(got)
	}
	p := reflect.New(c)
	p.Elem().SetFloat(1)
	if got := fmt.Sprint(p.Interface()); got != "1.0°C" {
		t.Error("through a pointer:", got)
	}
	list := reflect.MakeSlice(reflect.SliceOf(c), 2, 2)
	if got := fmt.Sprintf("%v %T", list, list.Interface()); got != "[0.0°C 0.0°C] []main.Celsius" {
		t.Error(got)
	}
	m2 := reflect.MakeMap(reflect.MapOf(c, c))
	m2.SetMapIndex(reflect.ValueOf(v), reflect.ValueOf(v))
	if got := fmt.Sprint(m2); got != "map[36.6°C:36.6°C]" {
		t.Error(got)
	}
	if forge.Retype(v, forge.WordOf(1.5)) != any(36.6) {
		t.Error("the value did not survive")
	}
}

// TestStruct makes type Point struct { X, Y int `json:"x"`; note string } with
// methods on the value and on the pointer.
func TestStruct(t *testing.T) {
	type layout struct {
		X, Y  int
		Xnote string
	}
	p := forge.Declare(forge.Decl{String: "main.Point", PkgPath: "main", Named: true, Layout: reflect.TypeFor[layout](), Methods: 3, ValueMethods: 2})
	complete(t, p, forge.Parts{
		Fields: []forge.Field{
			{Name: "X", Type: reflect.TypeFor[int](), Tag: `json:"x"`},
			{Name: "Y", Type: reflect.TypeFor[int]()},
			{Name: "note", Type: reflect.TypeFor[string]()},
		},
		Methods: []forge.Method{
			{Name: "Sum", Type: reflect.TypeFor[func(...int) (int, string)](), Value: true,
				Func: reflect.ValueOf(func(p *layout, more []int) (int, string) { return p.X + p.Y + len(more), p.Xnote })},
			{Name: "Error", Type: reflect.TypeFor[func() string](), Value: true,
				Func: reflect.ValueOf(func(p *layout) string { runtime.GC(); return "point " + p.Xnote })},
			{Name: "Move", Type: reflect.TypeFor[func(int)](), Func: reflect.ValueOf(func(p *layout, by int) { p.X += by })},
		},
	})
	v := layout{1, 2, "n"}
	boxed := forge.Retype(v, forge.WordFor(p.Type()))
	if got := fmt.Sprintf("%+v|%#v", forge.Retype(&v, forge.WordFor(p.Pointer())), boxed); got != "point n|main.Point{X:1, Y:2, note:\"n\"}" {
		t.Error(got)
	}
	if data, err := json.Marshal(boxed); err != nil || string(data) != `{"x":1,"Y":2}` {
		t.Error(string(data), err)
	}
	if err := json.Unmarshal([]byte(`{"x": 7}`), forge.Retype(&v, forge.WordFor(p.Pointer()))); err != nil || v.X != 7 {
		t.Error(v, err)
	}
	var b strings.Builder
	if err := template.Must(template.New("").Parse("{{.X}} {{.Error}}")).Execute(&b, boxed); err != nil || b.String() != "1 point n" {
		t.Error(b.String(), err)
	}
	err := boxed.(error)
	target := reflect.New(p.Type())
	if !errors.As(fmt.Errorf("wrapped: %w", err), target.Interface()) || target.Elem().Field(1).Int() != 2 {
		t.Error("errors.As did not find the value")
	}
	mover, ok := forge.Retype(&v, forge.WordFor(p.Pointer())).(interface{ Move(int) })
	if !ok {
		t.Fatal("the pointer has no Move")
	}
	mover.Move(3)
	if v.X != 10 {
		t.Error(v.X)
	}
	if _, ok := boxed.(interface{ Move(int) }); ok {
		t.Error("the value has the pointer's method")
	}
	n, s := boxed.(interface{ Sum(...int) (int, string) }).Sum(1, 1, 1)
	if n != 6 || s != "n" {
		t.Error(n, s)
	}
	if boxed != forge.Retype(layout{1, 2, "n"}, forge.WordFor(p.Type())) || boxed == any(v) {
		t.Error("comparison")
	}
	if reflect.PointerTo(p.Type()) != p.Pointer() {
		t.Error("reflect makes another pointer type")
	}
}

// TestRecursive makes type Tree map[string]Tree and type List []List with
// methods of sort.Interface.
func TestRecursive(t *testing.T) {
	tree := forge.Declare(forge.Decl{String: "main.Tree", PkgPath: "main", Named: true, Layout: reflect.TypeFor[map[string]map[string]int]()})
	complete(t, tree, forge.Parts{Under: reflect.MapOf(reflect.TypeFor[string](), tree.Type())})
	m := reflect.MakeMap(tree.Type())
	m.SetMapIndex(reflect.ValueOf("a"), reflect.MakeMap(tree.Type()))
	if got := fmt.Sprintf("%v %T %v", m, m.Interface(), tree.Type().Elem() == tree.Type()); got != "map[a:map[]] main.Tree true" {
		t.Error(got)
	}
	list := forge.Declare(forge.Decl{String: "main.List", PkgPath: "main", Named: true, Layout: reflect.TypeFor[[][]byte](), Methods: 3, ValueMethods: 3})
	complete(t, list, forge.Parts{Under: reflect.SliceOf(list.Type()), Methods: []forge.Method{
		{Name: "Len", Type: reflect.TypeFor[func() int](), Value: true, Func: reflect.ValueOf(func(l *[][]byte) int { return len(*l) })},
		{Name: "Less", Type: reflect.TypeFor[func(int, int) bool](), Value: true, Func: reflect.ValueOf(func(l *[][]byte, i, j int) bool { return len((*l)[i]) < len((*l)[j]) })},
		{Name: "Swap", Type: reflect.TypeFor[func(int, int)](), Value: true, Func: reflect.ValueOf(func(l *[][]byte, i, j int) { (*l)[i], (*l)[j] = (*l)[j], (*l)[i] })},
	}})
	v := [][]byte{make([]byte, 2), make([]byte, 1)}
	sort.Sort(forge.Retype(v, forge.WordFor(list.Type())).(sort.Interface))
	if len(v[0]) != 1 {
		t.Error("not sorted")
	}
}

// TestIncomplete makes a map of a struct type before that is complete.
func TestIncomplete(t *testing.T) {
	type layout struct{ M map[bool]bool }
	box := forge.Declare(forge.Decl{String: "main.Box", PkgPath: "main", Named: true, Layout: reflect.TypeFor[layout]()})
	m := reflect.MapOf(reflect.TypeFor[uint32](), box.Type())
	complete(t, box, forge.Parts{Fields: []forge.Field{{Name: "M", Type: m}}})
	v := reflect.New(box.Type()).Elem()
	v.Field(0).Set(reflect.MakeMap(m))
	v.Field(0).SetMapIndex(reflect.ValueOf(uint32(1)), v)
	runtime.GC()
	if got := fmt.Sprintf("%T %d", v.Interface(), v.Field(0).MapIndex(reflect.ValueOf(uint32(1))).Field(0).Len()); got != "main.Box 1" {
		t.Error(got)
	}
}

// TestDirect makes types whose values an interface holds without a pointer.
func TestDirect(t *testing.T) {
	f := forge.Declare(forge.Decl{String: "main.Handler", PkgPath: "main", Named: true, Layout: reflect.TypeFor[func(int) string](), Methods: 1, ValueMethods: 1, Params: 2})
	complete(t, f, forge.Parts{Under: reflect.TypeFor[func(int) string](), Methods: []forge.Method{
		{Name: "String", Type: reflect.TypeFor[func() string](), Value: true, Func: reflect.ValueOf(func(h *func(int) string) string { return (*h)(42) })},
	}})
	h := func(n int) string { return fmt.Sprint("got ", n) }
	v := forge.Retype(h, forge.WordFor(f.Type()))
	if got := fmt.Sprint(v); got != "got 42" {
		t.Error(got)
	}
	if got := f.Type().In(0).String() + f.Type().Out(0).String(); got != "intstring" {
		t.Error(got)
	}
	if got := forge.Retype(v, forge.WordOf(h)).(func(int) string)(1); got != "got 1" {
		t.Error(got)
	}
	type one struct{ P *int }
	s := forge.Declare(forge.Decl{String: "main.One", PkgPath: "main", Named: true, Layout: reflect.TypeFor[one](), Methods: 1, ValueMethods: 1})
	complete(t, s, forge.Parts{
		Fields:  []forge.Field{{Name: "P", Type: reflect.TypeFor[*int]()}},
		Methods: []forge.Method{{Name: "Error", Type: reflect.TypeFor[func() string](), Value: true, Func: reflect.ValueOf(func(o *one) string { return fmt.Sprint(*o.P) })}},
	})
	n := 5
	if got := forge.Retype(one{&n}, forge.WordFor(s.Type())).(error).Error(); got != "5" {
		t.Error(got)
	}
}

func TestInterface(t *testing.T) {
	type opaque interface{ M() }
	c := celsius(t)
	shape := forge.Declare(forge.Decl{String: "main.Shape", PkgPath: "main", Named: true, Layout: reflect.TypeFor[opaque]()})
	complete(t, shape, forge.Parts{Wants: []forge.Want{{Name: "String", Type: reflect.TypeFor[func() string]()}}})
	if !c.Implements(shape.Type()) || reflect.TypeFor[int]().Implements(shape.Type()) {
		t.Error("Implements")
	}
	var v opaque
	forge.Interface(unsafe.Pointer(&v), forge.ItabFor(shape.Type(), c), 20.5)
	if got := fmt.Sprintf("%v %T", v, v); got != "20.5°C main.Celsius" {
		t.Error(got)
	}
	if got := shape.Type().Method(0).Name; got != "String" {
		t.Error(got)
	}
}
