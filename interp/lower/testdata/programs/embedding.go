package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
)

type Animal struct{ Name string }

func (a Animal) Speak() string    { return a.Name + " makes a sound" }
func (a *Animal) Rename(n string) { a.Name = n }

type Dog struct {
	Animal
	Breed string
}

func (d Dog) Speak() string { return d.Animal.Speak() + ": woof" }

type Puppy struct {
	*Dog
	Age int
}

type Speaker interface{ Speak() string }
type Renamer interface{ Rename(string) }
type Both interface {
	Speaker
	Renamer
}

type Logger struct {
	sync.Mutex
	strings.Builder
	n int
}

func (l *Logger) Log(s string) {
	l.Lock()
	defer l.Unlock()
	l.n++
	l.WriteString(s)
}

type Counter struct {
	io.Writer
	n int
}

func (c *Counter) Write(p []byte) (int, error) {
	c.n += len(p)
	return c.Writer.Write(p)
}

type Base struct{ id int }

func (b Base) ID() int { return b.id }

type Mid struct{ Base }
type Top struct {
	Mid
	Speaker
}

type Err struct{ error }

func main() {
	d := Dog{Animal{"Rex"}, "lab"}
	fmt.Println(d.Speak(), d.Name)
	d.Rename("Max")
	fmt.Println(d.Speak())
	p := Puppy{&d, 1}
	p.Rename("Tiny")
	fmt.Println(p.Speak(), d.Name, p.Name)
	var s Speaker = p
	fmt.Println(s.Speak())
	var b Both = &d
	b.Rename("Both")
	fmt.Println(b.Speak())
	fmt.Printf("%v %+v\n", d, d)
	fmt.Printf("%#v\n", d)
	var l Logger
	l.Log("one ")
	l.Log("two")
	fmt.Println(l.String(), l.n, l.Len())
	var sb strings.Builder
	c := &Counter{Writer: &sb}
	fmt.Fprintf(c, "hello %d", 42)
	io.WriteString(c, "!")
	fmt.Println(sb.String(), c.n)
	t := Top{Mid{Base{7}}, d}
	fmt.Println(t.ID(), t.id, t.Mid.Base.id, t.Speak())
	f := t.ID
	g := Top.ID
	h := (*Dog).Rename
	h(&d, "H")
	t.id = 9
	fmt.Println(f(), g(t), d.Name)
	e := Err{io.EOF}
	fmt.Println(e, e.Error(), e.error == io.EOF)
	var err error = e
	fmt.Println(err)
	var i interface{ ID() int } = t
	fmt.Println(i.ID())
	if _, ok := i.(Speaker); ok {
		fmt.Println("also speaks")
	}
	if _, ok := i.(Renamer); !ok {
		fmt.Println("does not rename")
	}
}
