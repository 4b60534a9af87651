package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
)

type Animal struct{ Name string }

func (a Animal) Speak() string    { return a.Name + " speaks" }
func (a *Animal) Rename(n string) { a.Name = n }
func (a Animal) Describe() string { return "I am " + a.Name + ": " + a.Speak() }

type Dog struct {
	Animal
	Breed string
}

func (d Dog) Speak() string { return d.Name + " barks" }

type Puppy struct {
	*Dog
	Age int
}

type Logger interface{ Log(string) }
type prefix string

func (p prefix) Log(s string) { fmt.Println(string(p) + s) }

type Service struct {
	Logger
	io.Writer
	name string
}

type Counter struct {
	sync.Mutex
	n map[string]int
}

func (c *Counter) Inc(k string) {
	c.Lock()
	defer c.Unlock()
	c.n[k]++
}

type ReadWriter interface {
	io.Reader
	io.Writer
}

type Base struct{ ID int }
type Left struct{ Base }
type Right struct{ Base }
type Diamond struct {
	Left
	Right
	ID string
}

type Inner struct{ X, Y int }
type Mid struct{ Inner }
type Outer struct {
	Mid
	X string
}

type Stringy struct{ n int }

func (s Stringy) String() string { return fmt.Sprintf("S%d", s.n) }

type Wrapped struct {
	Stringy
	extra bool
}

type PW struct{ *Stringy }

type Shape interface {
	Area() float64
	fmt.Stringer
}
type Sq float64

func (s Sq) Area() float64  { return float64(s * s) }
func (s Sq) String() string { return fmt.Sprintf("Sq(%g)", float64(s)) }

type Named struct {
	Shape
	Label string
}

type upper struct{ io.Writer }

func (u upper) Write(p []byte) (int, error) {
	return u.Writer.Write([]byte(strings.ToUpper(string(p))))
}

type Alias = Animal
type Cat struct{ Alias }

type G[T any] struct{ V T }

func (g *G[T]) Get() T { return g.V }

type HasG struct {
	G[string]
	*strings.Builder
}

func main() {
	d := Dog{Animal{"Rex"}, "Lab"}
	fmt.Println(d.Speak(), "|", d.Animal.Speak(), "|", d.Describe())
	d.Rename("Max")
	p := Puppy{&d, 1}
	p.Rename("Bo")
	fmt.Println(p.Speak(), p.Name, d.Name, p.Breed, p.Dog.Animal.Name)
	fmt.Printf("%v %+v %T\n", d, d, p)
	var sb strings.Builder
	s := Service{prefix("> "), &sb, "svc"}
	s.Log("hello")
	fmt.Fprintf(s, "to %s", s.name)
	fmt.Println(sb.String())
	c := Counter{n: map[string]int{}}
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() { c.Inc("k") })
	}
	wg.Wait()
	fmt.Println(c.n)
	dm := Diamond{Left{Base{1}}, Right{Base{2}}, "own"}
	fmt.Println(dm.ID, dm.Left.ID, dm.Right.Base.ID)
	fmt.Printf("%+v\n", dm)
	o := Outer{Mid{Inner{1, 2}}, "x"}
	o.Y = 5
	o.Inner.X = 7
	fmt.Println(o.X, o.Y, o.Mid.X, o)
	w := Wrapped{Stringy{3}, true}
	fmt.Println(w, &w, []Wrapped{w}, PW{&Stringy{4}})
	fmt.Printf("%v %+v %s %d\n", w, w, w, w)
	n := Named{Sq(2), "lab"}
	fmt.Println(n.Area(), n, n.Shape)
	var sh Shape = n
	_, isSq := sh.(Sq)
	fmt.Println(isSq, sh.Area())
	fmt.Fprintln(upper{&sb}, "shout")
	fmt.Print(sb.String())
	cat := Cat{Animal{"Tom"}}
	fmt.Println(cat.Alias.Name, cat.Speak())
	fmt.Printf("%+v\n", cat)
	h := HasG{G[string]{"v"}, &strings.Builder{}}
	h.WriteString("built")
	fmt.Println(h.Get(), h.String(), h.Len())
	speak := Dog.Speak
	rename := (*Puppy).Rename
	rename(&p, "Zed")
	fmt.Println(speak(d), p.Describe())
	var nilLogger Service
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		nilLogger.Log("x")
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var q Puppy
		fmt.Println(q.Name)
	}()
	anon := struct {
		Animal
		int
		*Base
	}{Animal{"anon"}, 5, &Base{9}}
	fmt.Println(anon.Name, anon.int, anon.ID)
}
