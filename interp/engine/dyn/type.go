package dyn

import (
	"encoding/json"
	"fmt"
	"reflect"
	"sync"
)

// Kind is the structure of a type, as far as printing needs it.
type Kind string

// The kinds. Basic stands for every type whose values fmt prints well alone.
const (
	Basic     Kind = "basic"
	Pointer   Kind = "pointer"
	Slice     Kind = "slice"
	Array     Kind = "array"
	Map       Kind = "map"
	Chan      Kind = "chan"
	Func      Kind = "func"
	Interface Kind = "interface"
	Struct    Kind = "struct"
)

// Desc describes a type on its way from package lower to the worker. Types
// refer to each other by number, so that recursive ones can be told.
type Desc struct {
	ID     int
	Name   string // as %T prints it
	Kind   Kind
	Key    int     `json:",omitempty"` // of a map
	Elem   int     `json:",omitempty"`
	Fields []Field `json:",omitempty"`
	Wants  []Want  `json:",omitempty"` // of an interface, sorted by name
	// Ptr is the type of pointers to it, if encoders need their methods.
	Ptr int `json:",omitempty"`
}

// Want is a method that an interface asks for.
type Want struct {
	Name string
	Sig  int    // number of the signature, the same for identical ones
	Type string // how reflection writes the signature
}

// Field is a field of a struct, by the name that the learner gave it.
type Field struct {
	Name     string
	Type     int
	Tag      string `json:",omitempty"`
	Embedded bool   `json:",omitempty"`
}

// Type is a described type.
type Type struct {
	desc    Desc
	reg     *Registry
	methods map[string]method
	// lacks holds, for an interface, the first method that a type is known to
	// lack, "" if it has all: by *Type or reflect.Type.
	lacks sync.Map
	// inner are key and element of a type that is known by reflection only.
	inner [2]*Type
}

func (t *Type) key() *Type {
	if t.inner[0] != nil {
		return t.inner[0]
	}
	return t.reg.typ(t.desc.Key)
}

func (t *Type) elem() *Type {
	if t.inner[1] != nil {
		return t.inner[1]
	}
	return t.reg.typ(t.desc.Elem)
}

// reflected describes a type of slices, arrays or maps that may hold boxed
// values; others are left to fmt.
func (r *Registry) reflected(rt reflect.Type) *Type {
	t := &Type{desc: Desc{Name: rt.String(), Kind: Basic}, reg: r}
	switch {
	case rt.PkgPath() != "":
	case rt.Kind() == reflect.Slice, rt.Kind() == reflect.Array:
		t.desc.Kind = map[reflect.Kind]Kind{reflect.Slice: Slice, reflect.Array: Array}[rt.Kind()]
		t.inner[1] = r.reflected(rt.Elem())
	case rt.Kind() == reflect.Map:
		t.desc.Kind = Map
		t.inner = [2]*Type{r.reflected(rt.Key()), r.reflected(rt.Elem())}
	case rt.Kind() == reflect.Interface:
		t.desc.Kind = Interface
	}
	return t
}

// method is a func(receiver any, args...) results of a described type.
type method struct {
	f   reflect.Value
	sig int
}

// String returns the name as %T prints it.
func (t *Type) String() string { return t.desc.Name }

func (t *Type) method(name string) (reflect.Value, bool) {
	t.reg.mu.RLock()
	defer t.reg.mu.RUnlock()
	m, ok := t.methods[name]
	return m.f, ok
}

// Registry holds the types of one interpreter. Its methods may be called from
// several goroutines.
type Registry struct {
	mu    sync.RWMutex
	types map[int]*Type
}

// New returns an empty Registry.
func New() *Registry { return &Registry{types: map[int]*Type{}} }

// Define adds the type that a JSON form of [Desc] describes.
func (r *Registry) Define(desc string) {
	var d Desc
	if err := json.Unmarshal([]byte(desc), &d); err != nil {
		panic(fmt.Sprintf("a lowered type description is damaged: %v", err))
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.types[d.ID] = &Type{desc: d, reg: r, methods: map[string]method{}}
}

// Methods adds methods to a type: functions whose first parameter is the
// receiver as any, and the numbers of their signatures.
func (r *Registry) Methods(id int, methods map[string]any, sigs map[string]int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for name, f := range methods {
		r.types[id].methods[name] = method{reflect.ValueOf(f), sigs[name]}
	}
	for _, t := range r.types { // what was missing may be there now
		t.lacks.Clear()
	}
}

func (r *Registry) typ(id int) *Type {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.types[id]
}
