package lower

import (
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"strings"

	"gopost/interp/engine/dyn"
)

// tid returns the number under which the worker knows a type, and has the
// cell describe it there if it is new.
func (u *unit) tid(t types.Type) int {
	t = u.l.subst(t, nil)
	key := u.l.key(t)
	if id, ok := u.l.tids[key]; ok {
		return id
	}
	id := len(u.l.tids) + 1
	set(u.l, u.l.tids, key, id)
	if u.boxes(t) {
		set(u.l, u.l.boxed, id, t)
	}
	u.define(id, t)
	return id
}

// define has the cell describe a type. Its methods come along.
func (u *unit) define(id int, t types.Type) {
	d := dyn.Desc{ID: id, Name: typeName(t), Kind: dyn.Plain}
	var entries []string
	if u.boxes(t) {
		u.structure(&d, core(t))
		if named, ok := types.Unalias(t).(*types.Named); ok {
			d.Named, d.PkgPath, d.Wrapped = true, named.Obj().Pkg().Path(), u.l.recursive(t)
		}
		entries = u.methods(&d, t)
	}
	text, err := json.Marshal(d)
	if err != nil {
		panic(err) // a Desc is made of numbers and strings
	}
	fmt.Fprintf(&u.setup, "\t%s.Define(%s)\n", u.pkg(dynPath),
		strings.Join(append([]string{fmt.Sprintf("%q", text), "(*" + u.typ(t) + ")(nil)"}, entries...), ", "))
	u.defined = true
	if len(entries) > 0 {
		u.tid(types.NewPointer(t)) // calls look for its methods there
	}
}

// structure describes what a type is made of.
func (u *unit) structure(d *dyn.Desc, t types.Type) {
	switch c := t.(type) {
	case *types.Basic:
		d.Kind = dyn.Basic
	case *types.Pointer:
		d.Kind, d.Elem = dyn.Pointer, u.tid(c.Elem())
	case *types.Slice:
		d.Kind, d.Elem = dyn.Slice, u.tid(c.Elem())
	case *types.Array:
		d.Kind, d.Elem, d.Len = dyn.Array, u.tid(c.Elem()), int(c.Len())
	case *types.Chan:
		d.Kind, d.Elem = dyn.Chan, u.tid(c.Elem())
		d.Dir = map[types.ChanDir]int{types.RecvOnly: 1, types.SendOnly: 2, types.SendRecv: 3}[c.Dir()]
	case *types.Map:
		d.Kind, d.Key, d.Elem = dyn.Map, u.tid(c.Key()), u.tid(c.Elem())
	case *types.Signature:
		sig := u.sig(c)
		d.Kind, d.Sig = dyn.Func, &sig
	case *types.Interface:
		d.Kind = dyn.Interface
		for i := range c.NumMethods() {
			m := c.Method(i)
			d.Wants = append(d.Wants, dyn.Method{Name: m.Name(), Sig: u.sig(m.Signature())})
			u.declaredIn(d, m)
		}
	case *types.Struct:
		d.Kind = dyn.Struct
		for i := range c.NumFields() {
			f := c.Field(i)
			d.Fields = append(d.Fields, dyn.Field{Name: f.Name(), Type: u.tid(f.Type()), Tag: c.Tag(i), Embedded: f.Embedded()})
			u.declaredIn(d, f)
		}
	}
}

// declaredIn notes the package of an unexported field or method.
func (u *unit) declaredIn(d *dyn.Desc, o types.Object) {
	if !o.Exported() && o.Pkg() != nil {
		d.PkgPath = o.Pkg().Path()
	}
}

func (u *unit) sig(t *types.Signature) dyn.Sig {
	list := func(t *types.Tuple) (ids []int) {
		for i := range t.Len() {
			ids = append(ids, u.tid(t.At(i).Type()))
		}
		return ids
	}
	return dyn.Sig{In: list(t.Params()), Out: list(t.Results()), Variadic: t.Variadic()}
}

// methods describes the methods of pointers to a type, and returns a function
// for each, whose first parameter is such a pointer.
func (u *unit) methods(d *dyn.Desc, t types.Type) (entries []string) {
	if _, ok := core(t).(*types.Pointer); ok || isInterface(t) {
		return nil
	}
	own, all := types.NewMethodSet(t), types.NewMethodSet(types.NewPointer(t))
	for i := range all.Len() {
		sel := all.At(i)
		m := sel.Obj().(*types.Func)
		if !m.Exported() && m.Pkg() != nil && m.Pkg().Path() != mainPath && !u.l.libs.owns(m.Pkg()) {
			continue // of a compiled type that is embedded: nobody can call it
		}
		if !token.IsIdentifier(m.Name()) {
			continue // a method of a refused cell, which check has taken back
		}
		value := own.Lookup(m.Pkg(), m.Name()) != nil
		entry, sig := u.methodEntry(t, sel.Index(), m, value)
		d.Methods = append(d.Methods, dyn.Method{Name: m.Name(), Sig: u.sig(sig), Value: value})
		entries = append(entries, entry)
	}
	return entries
}

// methodEntry writes a function that calls a method on what its first
// parameter points to: a value of type t. A method of the value gets a copy.
func (u *unit) methodEntry(t types.Type, index []int, m *types.Func, value bool) (entry string, sig *types.Signature) {
	g := &fn{u: u, locals: map[types.Object]string{}}
	recv, from, begin := "x", types.Type(types.NewPointer(t)), u.pkg(rtPath)+".Enter(); "
	if value {
		recv, from, begin = "v", t, begin+"v := *x; "
	}
	c := g.method(nil, recv, from, true, index, m)
	params := []string{"x *" + u.typ(t)}
	var args []string
	for i := range c.sig.Params().Len() {
		params = append(params, fmt.Sprintf("a%d %s", i, u.typ(c.sig.Params().At(i).Type())))
		args = append(args, fmt.Sprintf("a%d", i))
	}
	if c.native && c.sig.Variadic() {
		args[len(args)-1] += "..."
	}
	ret := ""
	if c.sig.Results().Len() > 0 {
		ret = "return "
	}
	return fmt.Sprintf("func(%s)%s { %s%s%s }", strings.Join(params, ", "), u.results(c.sig.Results()), begin, ret, c.invoke(args)), c.sig
}
