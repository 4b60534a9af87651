package engine

import (
	"fmt"
	"reflect"
	"slices"
	"unsafe"

	"github.com/traefik/yaegi/interp"
)

// Yaegi leaves a function literal's value in a place of the frame around it,
// and every call of that function, when it returns, puts back there what was in
// the place when the literal was evaluated. In a loop that starts a goroutine
// each time round, one that ends early thus replaces the function that the loop
// is about to start by an older one, or by nil. So each literal is evaluated
// with a frame of its own, where a late call finds nothing to spoil.

// frameFields are the offsets of the fields of yaegi's frame that a closure
// needs of the frame around it.
type frameFields struct {
	whole    reflect.Type
	id, done uintptr
}

func (o *frameFields) find() error {
	top, _ := reflect.TypeFor[interp.Interpreter]().FieldByName("frame")
	o.whole = top.Type.Elem()
	for _, want := range []struct {
		name string
		kind reflect.Kind
		at   *uintptr
	}{
		{"id", reflect.Uint64, &o.id},
		{"done", reflect.Struct, &o.done},
	} {
		f, ok := o.whole.FieldByName(want.name)
		if !ok || f.Type.Kind() != want.kind {
			return fmt.Errorf("this version of yaegi has no field %s in %v: go.mod must name v0.16.1", want.name, o.whole)
		}
		*want.at = f.Offset
	}
	return checkActivation(o.whole)
}

// ownPlace returns code that evaluates the function literal n with a frame of
// its own. Frames further out, where a literal can be stored at once too, stay
// shared.
func (g *graph) ownPlace(v *vertex, code step) step {
	n, l := v.node, g.layout
	if *at[int](n, l.level) != 0 {
		return code
	}
	place := *at[int](n, l.findex)
	return func(f frame) step {
		own := l.cloneFrame(f)
		next := code(own)
		(*at[[]reflect.Value](f, l.data))[place] = (*at[[]reflect.Value](own, l.data))[place]
		return next
	}
}

// cloneFrame does what yaegi's frame.clone does: the variables are the same,
// the list of them is another.
func (l *layout) cloneFrame(f frame) frame {
	own := reflect.New(l.whole).UnsafePointer()
	*at[uint64](own, l.id) = *at[uint64](f, l.id)
	*at[unsafe.Pointer](own, l.frameRoot) = *at[unsafe.Pointer](f, l.frameRoot)
	*at[unsafe.Pointer](own, l.frameAnc) = *at[unsafe.Pointer](f, l.frameAnc)
	*at[reflect.SelectCase](own, l.done) = *at[reflect.SelectCase](f, l.done)
	*at[[]reflect.Value](own, l.data) = slices.Clone(*at[[]reflect.Value](f, l.data))
	return own
}
