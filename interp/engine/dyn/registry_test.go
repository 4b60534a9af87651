package dyn_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gopost/interp/engine/dyn"
)

// describe makes a Registry that knows type Celsius float64 as 1, string as 2,
// and interface { String() string } as 3.
func describe() *dyn.Registry {
	r := dyn.New()
	r.Define(`{"ID":1,"Kind":"basic","Name":"main.Celsius","Named":true,"PkgPath":"main"}`, (*float64)(nil))
	r.Define(`{"ID":2,"Kind":"plain","Name":"string"}`, (*string)(nil))
	r.Define(`{"ID":3,"Kind":"interface","Name":"interface { String() string }","Wants":[{"Name":"String","Sig":{"Out":[2]}}]}`, (*dyn.Iface)(nil))
	r.Link()
	return r
}

// addString defines Celsius anew, with a String method.
func addString(r *dyn.Registry) {
	r.Define(`{"ID":1,"Kind":"basic","Name":"main.Celsius","Named":true,"PkgPath":"main","Methods":[{"Name":"String","Sig":{"Out":[2]},"Value":true}]}`,
		(*float64)(nil), func(c *float64) string { return fmt.Sprintf("%g°C", *c) })
	r.Link()
}

func TestBox(t *testing.T) {
	r := describe()
	v := r.Box(1, 36.6)
	if got := fmt.Sprintf("%T %v", v, v); got != "main.Celsius 36.6" {
		t.Error(got)
	}
	if !r.Is(v, 1) || r.Is(36.6, 1) || r.Is(nil, 1) || dyn.IsPlain(v, (*float64)(nil)) || !dyn.IsPlain(36.6, (*float64)(nil)) {
		t.Error("a Celsius and a float64 are not told apart")
	}
	if r.Value(v) != any(36.6) {
		t.Errorf("out of the interface comes %T", r.Value(v))
	}
	if r.Equal(v, 36.6) || !r.Equal(v, r.Box(1, 36.6)) {
		t.Error("comparison")
	}
}

// TestNewVersion gives a type a method when values of it exist.
func TestNewVersion(t *testing.T) {
	r := describe()
	old := r.Box(1, 20.5)
	if r.Implements(old, 3) {
		t.Error("a type without methods implements an interface")
	}
	addString(r)
	if !r.Is(old, 1) || !r.Equal(old, r.Box(1, 20.5)) || !r.Implements(old, 3) {
		t.Error("a value of the old version is none of the type")
	}
	if got := fmt.Sprint(r.Box(1, 20.5), old); got != "20.5°C 20.5" {
		t.Errorf("%s, but what was made before keeps what it was", got)
	}
	i := r.To(3, old)
	if got := fmt.Sprint(i); got != "20.5°C" {
		t.Error(got)
	}
	call, recv := r.Method(i, "String")
	if got := call.(func(*byte) string)(recv); got != "20.5°C" {
		t.Error(got)
	}
}

// TestCompiledMethod calls a method of a type that no cell has declared.
func TestCompiledMethod(t *testing.T) {
	r := describe()
	var b strings.Builder
	b.WriteString("compiled")
	call, recv := r.Method(r.To(3, &b), "String")
	if got := call.(func(*byte) string)(recv); got != "compiled" {
		t.Error(got)
	}
}

func TestAssertionErrors(t *testing.T) {
	r := describe()
	for _, test := range []struct {
		v    any
		id   int
		want string
	}{
		{1, 1, "interface conversion: interface {} is int, not main.Celsius"},
		{nil, 1, "interface conversion: interface {} is nil, not main.Celsius"},
		{r.Box(1, 1.0), 3, "interface conversion: main.Celsius is not interface { String() string }: missing method String"},
		{nil, 3, "interface conversion: interface is nil, not interface { String() string }"},
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); got != test.want {
					t.Errorf("got  %s\nwant %s", got, test.want)
				}
			}()
			r.AssertFailed(test.v, "interface {}", test.id)
		}()
	}
}

// TestReflect looks at a type as a learner's program may.
func TestReflect(t *testing.T) {
	r := describe()
	addString(r)
	typ := reflect.TypeOf(r.Box(1, 1.0))
	if typ.Name() != "Celsius" || typ.PkgPath() != "main" || typ.NumMethod() != 1 || typ.Method(0).Name != "String" {
		t.Errorf("%v has name %q, package %q and %d methods", typ, typ.Name(), typ.PkgPath(), typ.NumMethod())
	}
}
