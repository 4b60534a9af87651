package lower

import (
	"encoding/json"
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"

	"gopost/interp/engine/dyn"
)

// tid returns the number under which the worker knows a type, and has the
// cell describe it there if it is new. Types that need boxes bring their
// methods along.
func (u *unit) tid(t types.Type) int {
	t = u.l.subst(t, nil)
	key := u.l.key(t)
	if id, ok := u.l.tids[key]; ok {
		return id
	}
	id := len(u.l.tids) + 1
	set(u.l, u.l.tids, key, id)
	d := dyn.Desc{ID: id, Name: typeName(t)}
	switch c := core(t).(type) {
	case *types.Basic:
		d.Kind = dyn.Basic
	default:
		if named, ok := types.Unalias(t).(*types.Named); ok && !u.boxes(named) && !isInterface(named) {
			d.Kind = dyn.Basic // a compiled type prints itself
			break
		}
		u.structure(&d, c)
	}
	if u.decodesItself(t) {
		d.Ptr = u.tid(types.NewPointer(t))
	}
	text, err := json.Marshal(d)
	if err != nil {
		panic(err) // a Desc is made of numbers and strings
	}
	fmt.Fprintf(&u.setup, "\t%s.Define(%q)\n", u.pkg(dynPath), text)
	if u.boxes(t) && !isInterface(t) {
		set(u.l, u.l.boxed, id, t)
		u.methodTable(id, t, nil)
	}
	return id
}

// structure describes what a type is made of.
func (u *unit) structure(d *dyn.Desc, t types.Type) {
	switch c := t.(type) {
	case *types.Pointer:
		d.Kind, d.Elem = dyn.Pointer, u.tid(c.Elem())
	case *types.Slice:
		d.Kind, d.Elem = dyn.Slice, u.tid(c.Elem())
	case *types.Array:
		d.Kind, d.Elem = dyn.Array, u.tid(c.Elem())
	case *types.Chan:
		d.Kind = dyn.Chan
	case *types.Map:
		d.Kind, d.Key, d.Elem = dyn.Map, u.tid(c.Key()), u.tid(c.Elem())
	case *types.Signature:
		d.Kind = dyn.Func
	case *types.Interface:
		d.Kind, d.Wants = dyn.Interface, u.wants(c)
	case *types.Struct:
		d.Kind = dyn.Struct
		for i := range c.NumFields() {
			f := c.Field(i)
			d.Fields = append(d.Fields, dyn.Field{Name: f.Name(), Type: u.tid(f.Type()), Tag: c.Tag(i), Embedded: f.Embedded()})
		}
	}
}

// decodesItself says whether pointers to a type have methods that encoders and
// decoders look for.
func (u *unit) decodesItself(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || !u.l.own(named) || isInterface(t) {
		return false
	}
	set := types.NewMethodSet(types.NewPointer(t))
	for _, name := range []string{"MarshalJSON", "MarshalText", "UnmarshalJSON", "UnmarshalText"} {
		if set.Lookup(nil, name) != nil {
			return true
		}
	}
	return false
}

// wants lists what an interface asks for.
func (u *unit) wants(t *types.Interface) []dyn.Want {
	list := make([]dyn.Want, t.NumMethods())
	for i := range list {
		m := t.Method(i)
		list[i] = dyn.Want{Name: m.Name(), Sig: u.sig(m.Signature()), Type: typeName(m.Signature())}
	}
	slices.SortFunc(list, func(a, b dyn.Want) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// sig returns the number of a signature, the same for identical ones.
func (u *unit) sig(t *types.Signature) int {
	key := u.l.key(t)
	n, ok := u.l.sigs[key]
	if !ok {
		n = len(u.l.sigs) + 1
		set(u.l, u.l.sigs, key, n)
	}
	return n
}

// methodTable tells the worker how to call the methods of a described type:
// all of them, or those named.
func (u *unit) methodTable(id int, t types.Type, only map[string]bool) {
	set := types.NewMethodSet(t)
	methods, sigs := map[string]string{}, map[string]int{}
	add := func(index []int, m *types.Func) {
		hidden := !m.Exported() && m.Pkg() != nil && m.Pkg().Path() != mainPath && !u.l.libs.owns(m.Pkg())
		if !hidden && (only == nil || only[m.Name()]) {
			methods[m.Name()], sigs[m.Name()] = u.methodEntry(t, index, m)
		}
	}
	for i := range set.Len() {
		sel := set.At(i)
		add(sel.Index(), sel.Obj().(*types.Func))
	}
	if len(methods) == 0 {
		return
	}
	fmt.Fprintf(&u.setup, "\t%s.Methods(%d, map[string]interface{}{\n", u.pkg(dynPath), id)
	names := slices.Sorted(maps.Keys(methods))
	for _, name := range names {
		fmt.Fprintf(&u.setup, "\t\t%q: %s,\n", name, methods[name])
	}
	u.setup.WriteString("\t}, map[string]int{")
	for _, name := range names {
		fmt.Fprintf(&u.setup, "%q: %d, ", name, sigs[name])
	}
	u.setup.WriteString("})\n")
}

// methodEntry writes a function that calls a method on a value of type t that
// comes out of an interface, and numbers its signature.
func (u *unit) methodEntry(t types.Type, index []int, m *types.Func) (entry string, sig int) {
	g := &fn{u: u, locals: map[types.Object]string{}}
	c := g.method(nil, "v", t, true, index, m)
	var params, args []string
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
	v := "x.(" + u.typ(t) + ")"
	if emptyStruct(t) { // yaegi cannot assert it
		v = u.typ(t) + "{}"
	}
	return fmt.Sprintf("func(%s)%s { v := %s; %s%s }", strings.Join(append([]string{"x interface{}"}, params...), ", "),
		u.results(c.sig.Results()), v, ret, c.invoke(args)), u.sig(c.sig)
}
