package check

import (
	"go/types"
	"reflect"
	"slices"
	"weak"
)

// The package's documentation says why instances begin anew when their generic
// type gets a method. What an instance has copied of its type's methods goes
// with all that it is made of; its identity, which is the generic type and the
// type arguments, stays, and so does every pointer to it.

// instances are those that cells have made of the session's generic types, as
// long as somebody refers to them.
type instances struct {
	known  map[weak.Pointer[types.Named]]bool
	enough int // how many there are when those that are gone are looked for
	// epoch counts how often they began anew.
	epoch int
}

func newInstances() *instances {
	return &instances{known: map[weak.Pointer[types.Named]]bool{}, enough: 64}
}

// record notes the instances in what go/types knows of a cell. Each type in a
// text is there, and so is the type of each expression. What instances are made
// of is not looked at: it is made anew with them.
func (in *instances) record(info *types.Info) {
	for _, tv := range info.Types {
		if _, basic := tv.Type.(*types.Basic); !basic {
			eachInstance(tv.Type, in.add)
		}
	}
	for _, instance := range info.Instances {
		eachInstance(instance.Type, in.add)
	}
	if len(in.known) <= in.enough {
		return
	}
	for ref := range in.known {
		if ref.Value() == nil {
			delete(in.known, ref)
		}
	}
	in.enough = 2*len(in.known) + 64
}

// add notes an instance and reports whether it is new.
func (in *instances) add(inst *types.Named) bool {
	ref := weak.Make(inst)
	if in.known[ref] {
		return false
	}
	in.known[ref] = true
	return true
}

// after has all instances begin anew if edits have changed the methods of a
// generic type.
func (in *instances) after(edits []*methodEdit) {
	if !slices.ContainsFunc(edits, (*methodEdit).isGeneric) {
		return
	}
	in.epoch++
	for ref := range in.known {
		if inst := ref.Value(); inst != nil {
			begin(inst)
		}
	}
}

// Renew has the instances of the session's generic types that occur in a type
// begin anew, with the methods that these have now. It is for types that a
// later stage has made itself and keeps: see [Checked.Epoch].
func Renew(t types.Type) {
	seen := map[*types.Named]bool{}
	eachInstance(t, func(inst *types.Named) bool {
		if seen[inst] {
			return false
		}
		seen[inst] = true
		begin(inst)
		return true
	})
}

func begin(inst *types.Named) {
	var args []types.Type
	for arg := range inst.TypeArgs().Types() {
		args = append(args, arg)
	}
	fresh, err := types.Instantiate(nil, inst.Origin(), args, false)
	if err != nil {
		return // never without validation
	}
	reflect.ValueOf(inst).Elem().Set(reflect.ValueOf(fresh).Elem())
}

// eachInstance calls f for the instances of main's generic types that a type
// mentions, and goes on to the type arguments of those for which f says so.
func eachInstance(t types.Type, f func(*types.Named) bool) {
	tuple := func(t *types.Tuple) {
		for v := range t.Variables() {
			eachInstance(v.Type(), f)
		}
	}
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if t.TypeArgs().Len() == 0 || isMain(t.Obj()) && !f(t) {
			return
		}
		for arg := range t.TypeArgs().Types() {
			eachInstance(arg, f)
		}
	case *types.Pointer:
		eachInstance(t.Elem(), f)
	case *types.Slice:
		eachInstance(t.Elem(), f)
	case *types.Array:
		eachInstance(t.Elem(), f)
	case *types.Chan:
		eachInstance(t.Elem(), f)
	case *types.Map:
		eachInstance(t.Key(), f)
		eachInstance(t.Elem(), f)
	case *types.Tuple:
		tuple(t)
	case *types.Signature:
		tuple(t.Params())
		tuple(t.Results())
	case *types.Struct:
		for field := range t.Fields() {
			eachInstance(field.Type(), f)
		}
	case *types.Interface:
		for m := range t.ExplicitMethods() {
			eachInstance(m.Type(), f)
		}
		for e := range t.EmbeddedTypes() {
			eachInstance(e, f)
		}
	case *types.Union:
		for term := range t.Terms() {
			eachInstance(term.Type(), f)
		}
	}
}

func isMain(obj types.Object) bool { return obj.Pkg() != nil && obj.Pkg().Path() == "main" }
