package dyn

import (
	"encoding/json"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"

	"gopost/interp/engine/forge"
)

// Iface is the form in which yaegi keeps interfaces with methods that compiled
// code does not know. Which methods the value has is up to the value.
type Iface interface{ Opaque() }

// Type is a described type.
type Type struct {
	desc  Desc
	form  reflect.Type    // as yaegi keeps it
	funcs []reflect.Value // of desc.Methods

	made  *forge.Type // where reflection cannot make it
	typ   reflect.Type
	word  forge.Word // of typ
	plain forge.Word // of form

	// methods are the functions behind the type's methods, by name. Their first
	// parameter, a pointer to the receiver, is a *byte.
	methods map[string]entry
	itabs   sync.Map // of an interface type, by forge.Word
}

// entry is a method as lowered code calls it.
type entry struct {
	call any // a func(*byte, ...)
	sig  reflect.Type
	// value says that the method belongs to the type itself, too.
	value bool
}

// Registry holds the types of one interpreter. Its methods may be called from
// several goroutines.
type Registry struct {
	mu      sync.Mutex
	pending []*Type // defined and not linked
	types   atomic.Pointer[[]*Type]
	// words are the types that have a form of their own, by the words of all
	// their versions.
	words sync.Map
	// bound are methods of compiled types, by boundKey.
	bound sync.Map
}

// New returns an empty Registry.
func New() *Registry {
	r := &Registry{}
	r.types.Store(new([]*Type))
	return r
}

// Define adds the type that a JSON form of [Desc] describes, or a new version
// of it. form is a nil pointer to it in yaegi's form; methods are the functions
// of the description's methods. The type can be used after Link.
func (r *Registry) Define(desc string, form any, methods ...any) {
	t := &Type{form: reflect.TypeOf(form).Elem()}
	if err := json.Unmarshal([]byte(desc), &t.desc); err != nil {
		panic(fmt.Sprintf("a lowered type description is damaged: %v", err))
	}
	for _, m := range methods {
		t.funcs = append(t.funcs, reflect.ValueOf(m))
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.pending = append(r.pending, t)
}

// Link makes the types that were defined since the last Link. It panics with a
// sentence for the learner if one cannot be made.
func (r *Registry) Link() {
	r.mu.Lock()
	defer r.mu.Unlock()
	l := linker{all: append([]*Type(nil), *r.types.Load()...)}
	for _, t := range r.pending {
		l.add(t)
	}
	for _, t := range r.pending {
		l.declare(t)
	}
	for _, t := range r.pending {
		if err := l.complete(t); err != nil {
			panic(err)
		}
	}
	r.types.Store(&l.all)
	for _, t := range r.pending {
		if t.word != t.plain {
			r.words.Store(t.word, t)
		}
		if old := l.old[t.desc.ID]; old != nil {
			r.supersede(old, t)
		}
	}
	r.pending = nil
}

// supersede has the versions of old count as values of t.
func (r *Registry) supersede(old, t *Type) {
	r.words.Range(func(word, of any) bool {
		if of == old {
			r.words.Store(word, t)
		}
		return true
	})
}

func (r *Registry) typ(id int) *Type { return (*r.types.Load())[id] }

// known returns the described type that a value is of, nil for a compiled one.
func (r *Registry) known(v any) *Type {
	if t, ok := r.words.Load(forge.WordOf(v)); ok {
		return t.(*Type)
	}
	return nil
}

// current returns v as a value of the newest version of its type.
func (r *Registry) current(v any) any {
	if t := r.known(v); t != nil {
		return forge.Retype(v, t.word)
	}
	return v
}
