package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"
)

type Unit struct{ sym string }

func (u Unit) String() string               { return "unit:" + u.sym }
func (u Unit) MarshalText() ([]byte, error) { return []byte("t:" + u.sym), nil }

type Qty struct {
	Unit
	N float64
}

type Override struct {
	Unit
	N int
}

func (o Override) String() string { return fmt.Sprint("override ", o.N) }

type ViaPtr struct {
	*Unit
	X int
}

type ErrWrap struct {
	error
	Code int
}

type Timed struct {
	time.Duration
	Label string
}

type Locked struct {
	sync.Mutex
	n int
}

type TwoStringers struct {
	Unit
	Second
}
type Second struct{}

func (Second) String() string { return "second" }

type Deep struct{ Mid }
type Mid struct{ Qty }

type G[T fmt.Stringer] struct{ Inner T }

func (g G[T]) String() string { return "G<" + g.Inner.String() + ">" }

type Iface struct{ fmt.Stringer }

type unexported struct {
	u   Unit
	p   *Unit
	e   error
	any any
	d   time.Duration
	m   map[Unit]Unit
}

func main() {
	q := Qty{Unit{"kg"}, 2.5}
	fmt.Println(q, &q, []Qty{q}, map[string]Qty{"k": q})
	fmt.Printf("%v %+v %#v %s\n", q, q, q, q)
	fmt.Println(Override{Unit{"m"}, 3}, Override{}.Unit)
	fmt.Println(ViaPtr{&Unit{"p"}, 1}, ViaPtr{Unit: &Unit{"q"}}.String())
	e := ErrWrap{errors.New("inner"), 7}
	fmt.Println(e, e.Code, error(e))
	fmt.Printf("%v %+v %T\n", e, e, e)
	fmt.Println(Timed{1500 * time.Millisecond, "l"}, Timed{time.Second, "x"}.Seconds())
	l := &Locked{n: 1}
	l.Lock()
	l.n++
	l.Unlock()
	fmt.Println(l.n)
	fmt.Printf("%+v\n", TwoStringers{Unit{"a"}, Second{}})
	fmt.Println(Deep{Mid{q}}, Deep{Mid{q}}.N)
	fmt.Println(G[Unit]{Unit{"g"}}, []G[Qty]{{q}}, Iface{Unit{"i"}}, Iface{q})
	fmt.Printf("%T %T\n", G[Unit]{}, Iface{q})
	fmt.Printf("%v\n", unexported{u: Unit{"u"}, any: Unit{"any"}, d: time.Minute})
	fmt.Printf("%+v\n", struct {
		U Unit
		E error
		D time.Duration
		M map[Unit]Unit
	}{Unit{"u"}, e, time.Minute, map[Unit]Unit{{"k"}: {"v"}}})
	b, err := json.Marshal(map[string]any{"q": q, "o": Override{}, "u": []Unit{{"x"}}, "m": map[Unit]int{{"key"}: 1}, "d": Timed{1, "t"}})
	fmt.Println(string(b), err)
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		_ = Iface{}.String()
	}()
}
