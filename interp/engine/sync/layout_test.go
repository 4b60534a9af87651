package sync_test

import (
	"fmt"
	"reflect"
	standard "sync"
	"testing"

	"gopost/interp/engine/sync"
)

// types are the types of this package beside the standard library's.
var types = []struct{ ours, theirs reflect.Type }{
	{reflect.TypeFor[sync.Mutex](), reflect.TypeFor[standard.Mutex]()},
	{reflect.TypeFor[sync.RWMutex](), reflect.TypeFor[standard.RWMutex]()},
	{reflect.TypeFor[sync.WaitGroup](), reflect.TypeFor[standard.WaitGroup]()},
	{reflect.TypeFor[sync.Cond](), reflect.TypeFor[standard.Cond]()},
	{reflect.TypeFor[sync.Once](), reflect.TypeFor[standard.Once]()},
}

func TestTypesLookLikeTheStandardOnes(t *testing.T) {
	for _, x := range types {
		t.Run(x.theirs.Name(), func(t *testing.T) {
			if x.ours.String() != x.theirs.String() || x.ours.Size() != x.theirs.Size() {
				t.Errorf("%v has %d bytes, %v has %d", x.ours, x.ours.Size(), x.theirs, x.theirs.Size())
			}
			if x.ours.NumField() != x.theirs.NumField() {
				t.Fatalf("%d fields, want %d", x.ours.NumField(), x.theirs.NumField())
			}
			for i := range x.theirs.NumField() {
				if ours, theirs := x.ours.Field(i), x.theirs.Field(i); !reflect.DeepEqual(ours, theirs) {
					t.Errorf("field %d is %+v, want %+v", i, ours, theirs)
				}
			}
			ours, theirs := reflect.PointerTo(x.ours), reflect.PointerTo(x.theirs)
			if ours.NumMethod() != theirs.NumMethod() {
				t.Fatalf("%d methods, want %d", ours.NumMethod(), theirs.NumMethod())
			}
			for i := range theirs.NumMethod() {
				a, b := ours.Method(i), theirs.Method(i)
				if a.Name != b.Name || signature(a.Type) != signature(b.Type) {
					t.Errorf("method %s%s, want %s%s", a.Name, signature(a.Type), b.Name, signature(b.Type))
				}
			}
		})
	}
}

// signature is the type of a method without its receiver.
func signature(m reflect.Type) string {
	s := "("
	for i := 1; i < m.NumIn(); i++ {
		s += m.In(i).String() + " "
	}
	s += ")"
	for i := range m.NumOut() {
		s += " " + m.Out(i).String()
	}
	return s
}

// The words of a type are where its twin has them.
func TestTwins(t *testing.T) {
	for _, x := range types {
		name := x.theirs.Name()
		want, got := words(x.theirs, 0), words(reflect.TypeOf(sync.Twins[name]), 0)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("the twin of %s has %v, want %v", name, got, want)
		}
	}
}

// words returns where in t what lies, without names. What says nothing about the
// layout, such as noCopy, counts for nothing.
func words(t reflect.Type, offset uintptr) []string {
	if t.Kind() != reflect.Struct {
		return []string{fmt.Sprintf("%d at %d", t.Size(), offset)}
	}
	var all []string
	for i := range t.NumField() {
		f := t.Field(i)
		all = append(all, words(f.Type, offset+f.Offset)...)
	}
	return all
}
