package main

import (
	"bytes"
	"crypto/pbkdf2"
	"crypto/sha256"
	"encoding/gob"
	"encoding/xml"
	"fmt"
	"hash/maphash"
	"io"
	"math/rand/v2"
	"os"
	"reflect"
	"time"
	"unique"
	"weak"
)

type P struct {
	X, Y int
	note string
}

func (p P) String() string { return fmt.Sprintf("P<%d,%d>", p.X, p.Y) }

type R struct{ s string }

func (r *R) WriteTo(w io.Writer) (int64, error) {
	n, err := io.WriteString(w, "WriteTo:"+r.s)
	return int64(n), err
}
func (r *R) Read(b []byte) (int, error) { return 0, io.EOF }

type Pt struct {
	XMLName xml.Name `xml:"pt"`
	A       int      `xml:"a,attr"`
}
type Temp float64

func (t Temp) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("%.1fC", float64(t))), nil }

type Animal interface{ Sound() string }
type Dog struct{ Name string }

func (d Dog) Sound() string { return "woof" }
func main() {
	fmt.Println(reflect.TypeFor[P](), reflect.TypeFor[map[string]P](), reflect.TypeFor[Animal](), reflect.TypeFor[error]())
	a, b := unique.Make("x"), unique.Make("x")
	fmt.Println(a == b, a.Value())
	p := &P{1, 2, "n"}
	w := weak.Make(p)
	fmt.Println(w.Value() == p, w == weak.Make(p))
	fmt.Println(rand.N(10) < 10, rand.N(time.Second) < time.Second)
	s := maphash.MakeSeed()
	fmt.Println(maphash.Comparable(s, P{1, 2, "a"}) == maphash.Comparable(s, P{1, 2, "a"}))
	k, err := pbkdf2.Key(sha256.New, "pw", []byte("salt"), 2, 8)
	fmt.Printf("%x %v\n", k, err)
	io.Copy(os.Stdout, &R{"hi\n"})
	out, err := xml.Marshal([]Pt{{A: 1}, {A: 2}})
	fmt.Println(string(out), err)
	gob.Register(Dog{})
	var buf bytes.Buffer
	var an Animal = Dog{"rex"}
	fmt.Println(gob.NewEncoder(&buf).Encode(&an))
	var an2 Animal
	fmt.Println(gob.NewDecoder(&buf).Decode(&an2), an2, an2 == an)
	t := reflect.TypeOf(*p)
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.IsExported(), f.PkgPath)
	}
	for i := range t.NumMethod() {
		fmt.Println(t.Method(i).Name, t.Method(i).Type)
	}
	v := reflect.ValueOf(p)
	fmt.Println(v.MethodByName("String").Call(nil)[0], t.PkgPath(), t.Name(), t.Kind())
	fmt.Printf("%v %+v %#v %T %s\n", *p, *p, *p, *p, p)
	x, ok := reflect.TypeAssert[P](reflect.ValueOf(*p))
	fmt.Println(x, ok, reflect.DeepEqual(x, *p))
	n := reflect.New(t).Interface().(*P)
	n.X = 9
	fmt.Println(n, *n)
	f := reflect.MakeFunc(reflect.TypeOf(func(P) P { return P{} }), func(a []reflect.Value) []reflect.Value { return a }).Interface().(func(P) P)
	fmt.Println(f(P{5, 6, ""}))
	type local struct {
		A int
		B *local
	}
	fmt.Printf("%v %T %+v\n", local{1, nil}, &local{}, local{2, &local{3, nil}}.B.A)
}
