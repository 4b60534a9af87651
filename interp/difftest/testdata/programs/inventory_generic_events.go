package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

type Event interface {
	Name() string
	isEvent()
}

type base struct {
	Seq int `json:"seq"`
}

func (base) isEvent() {}

type Added struct {
	base
	SKU string `json:"sku"`
	Qty int    `json:"qty"`
}
type Removed struct {
	base
	SKU    string  `json:"sku"`
	Reason *string `json:"reason,omitempty"`
}

func (Added) Name() string    { return "added" }
func (*Removed) Name() string { return "removed" }

type Envelope struct {
	Type string          `json:"type"`
	Data json.RawMessage `json:"data"`
}

var factories = map[string]func() Event{
	"added":   func() Event { return &Added{} },
	"removed": func() Event { return new(Removed) },
}

func encode(e Event) ([]byte, error) {
	data, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	return json.Marshal(Envelope{e.Name(), data})
}

func decode(b []byte) (Event, error) {
	var env Envelope
	if err := json.Unmarshal(b, &env); err != nil {
		return nil, err
	}
	f, ok := factories[env.Type]
	if !ok {
		return nil, fmt.Errorf("unknown event %q", env.Type)
	}
	e := f()
	return e, json.Unmarshal(env.Data, e)
}

type Handler[E Event] func(E)

type Bus struct {
	handlers map[reflect.Type][]func(Event)
}

func Subscribe[E Event](b *Bus, h Handler[E]) {
	if b.handlers == nil {
		b.handlers = map[reflect.Type][]func(Event){}
	}
	var zero E
	t := reflect.TypeOf(zero)
	b.handlers[t] = append(b.handlers[t], func(e Event) { h(e.(E)) })
}

func (b *Bus) Publish(es ...Event) (n int) {
	for _, e := range es {
		for _, h := range b.handlers[reflect.TypeOf(e)] {
			h(e)
			n++
		}
	}
	return
}

type Store[K comparable, V any] struct {
	m     map[K]V
	undo  []func()
	merge func(old, new V) V
}

func (s *Store[K, V]) Apply(k K, v V) {
	if s.m == nil {
		s.m = map[K]V{}
	}
	old, had := s.m[k]
	s.undo = append(s.undo, func() {
		if had {
			s.m[k] = old
		} else {
			delete(s.m, k)
		}
	})
	if had && s.merge != nil {
		v = s.merge(old, v)
	}
	s.m[k] = v
}

func (s *Store[K, V]) Undo() bool {
	if len(s.undo) == 0 {
		return false
	}
	last := len(s.undo) - 1
	s.undo[last]()
	s.undo = s.undo[:last]
	return true
}

func main() {
	why := "sold"
	events := []Event{&Added{base{1}, "pen", 5}, &Removed{base{2}, "pen", &why}, &Removed{base{3}, "ink", nil}, Added{base{4}, "pad", 1}}
	for _, e := range events {
		b, err := encode(e)
		fmt.Println(string(b), err)
		back, err := decode(b)
		fmt.Printf("%T %s %v %t\n", back, back.Name(), err, reflect.DeepEqual(back, e))
	}
	_, err := decode([]byte(`{"type":"moved","data":{}}`))
	fmt.Println(err)
	_, err = decode([]byte(`{"type":"added","data":{"qty":"x"}}`))
	fmt.Println(err)
	var bus Bus
	total := map[string]int{}
	Subscribe(&bus, func(a *Added) { total[a.SKU] += a.Qty })
	Subscribe(&bus, func(r *Removed) { total[r.SKU]-- })
	Subscribe(&bus, Handler[*Added](func(a *Added) { fmt.Println("saw", a.Seq, a.SKU) }))
	fmt.Println(bus.Publish(events...), total)
	s := Store[string, int]{merge: func(a, b int) int { return a + b }}
	s.Apply("a", 1)
	s.Apply("a", 2)
	s.Apply("b", 5)
	fmt.Println(s.m, s.Undo(), s.m, s.Undo(), s.m, s.Undo(), s.Undo(), len(s.m))
	kinds := map[string][]int{}
	for i, e := range events {
		kinds[strings.TrimPrefix(fmt.Sprintf("%T", e), "*")] = append(kinds[strings.TrimPrefix(fmt.Sprintf("%T", e), "*")], i)
	}
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		fmt.Println(k, kinds[k])
	}
	fmt.Printf("%v %+v\n", events[3], events[3])
}
