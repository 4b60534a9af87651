package dyn

import (
	"fmt"
	"go/token"
	htmltemplate "html/template"
	"io"
	"reflect"
	"regexp"
	"text/template"
	"text/template/parse"
)

// Execute is the Execute method of text/template and html/template. They look
// into their data by reflection, so the learner's values are replaced by views
// of them.
func Execute(t any, w io.Writer, data any) error {
	switch t := t.(type) {
	case *template.Template:
		return t.Execute(w, viewer(textTrees(t)).any(data))
	case *htmltemplate.Template:
		return t.Execute(w, viewer(htmlTrees(t)).any(data))
	}
	return fmt.Errorf("%T is no template", t)
}

// ExecuteTemplate is the method of that name.
func ExecuteTemplate(t any, w io.Writer, name string, data any) error {
	switch t := t.(type) {
	case *template.Template:
		return t.ExecuteTemplate(w, name, viewer(textTrees(t)).any(data))
	case *htmltemplate.Template:
		return t.ExecuteTemplate(w, name, viewer(htmlTrees(t)).any(data))
	}
	return fmt.Errorf("%T is no template", t)
}

func textTrees(t *template.Template) (list []*parse.Tree) {
	for _, t := range t.Templates() {
		list = append(list, t.Tree)
	}
	return append(list, t.Tree)
}

func htmlTrees(t *htmltemplate.Template) (list []*parse.Tree) {
	for _, t := range t.Templates() {
		list = append(list, t.Tree)
	}
	return append(list, t.Tree)
}

// view is a struct as a template sees it: its fields and the results of its
// methods by name. Under "" it has the value itself, for printing.
type view map[string]any

// Format prints the struct.
func (v view) Format(s fmt.State, verb rune) {
	v[""].(fmt.Formatter).Format(s, verb)
}

// String is what a template looks for before it prints a value.
func (v view) String() string { return fmt.Sprint(v[""]) }

// views makes views. Methods are called for those names only that the template
// mentions.
type views struct {
	names map[string]bool
	done  map[any]view // by pointer, for structures with cycles
}

var fieldName = regexp.MustCompile(`\.([\pL_][\pL\pN_]*)`)

func viewer(trees []*parse.Tree) *views {
	v := &views{names: map[string]bool{}, done: map[any]view{}}
	for _, t := range trees {
		if t == nil || t.Root == nil {
			continue
		}
		for _, m := range fieldName.FindAllStringSubmatch(t.Root.String(), -1) {
			v.names[m[1]] = true
		}
	}
	return v
}

// any returns the view of a value in an interface, also inside maps and slices
// of interfaces.
func (v *views) any(x any) any {
	if b, ok := unbox(x); ok {
		return v.of(b.T, reflect.ValueOf(b.V))
	}
	switch rv := reflect.ValueOf(x); {
	case rv.Kind() == reflect.Map && rv.Type().Elem().Kind() == reflect.Interface:
		out := reflect.MakeMap(reflect.MapOf(rv.Type().Key(), reflect.TypeFor[any]()))
		for _, k := range rv.MapKeys() {
			e := v.any(rv.MapIndex(k).Interface())
			out.SetMapIndex(k, reflect.ValueOf(&e).Elem())
		}
		return out.Interface()
	case rv.Kind() == reflect.Slice && rv.Type().Elem().Kind() == reflect.Interface:
		out := make([]any, rv.Len())
		for i := range out {
			out[i] = v.any(rv.Index(i).Interface())
		}
		return out
	}
	return x
}

func (v *views) of(t *Type, rv reflect.Value) any {
	switch t.desc.Kind {
	case Pointer:
		if rv.IsNil() {
			return nil
		}
		elem := t.reg.typ(t.desc.Elem)
		if elem.desc.Kind != Struct {
			return v.of(elem, rv.Elem())
		}
		if done, ok := v.done[rv.Interface()]; ok {
			return done
		}
		out := view{"": Boxed{t, rv.Interface()}}
		v.done[rv.Interface()] = out
		v.fill(out, elem, rv.Elem())
		v.methods(out, t, rv)
		return out
	case Struct:
		out := view{"": Boxed{t, rv.Interface()}}
		v.fill(out, t, rv)
		v.methods(out, t, rv)
		return out
	case Slice, Array:
		out := make([]any, rv.Len())
		for i := range out {
			out[i] = v.of(t.reg.typ(t.desc.Elem), rv.Index(i))
		}
		return out
	case Map:
		out := reflect.MakeMap(reflect.MapOf(rv.Type().Key(), reflect.TypeFor[any]()))
		for _, k := range rv.MapKeys() {
			e := v.of(t.reg.typ(t.desc.Elem), rv.MapIndex(k))
			out.SetMapIndex(k, reflect.ValueOf(&e).Elem())
		}
		return out.Interface()
	case Interface:
		return v.any(rv.Interface())
	}
	for _, name := range []string{"Error", "String", "Format"} {
		if _, ok := t.method(name); ok {
			return Boxed{t, rv.Interface()}
		}
	}
	return rv.Interface()
}

// fill adds the fields of a struct, and then those of the structs it embeds.
func (v *views) fill(out view, t *Type, rv reflect.Value) {
	for i, f := range t.desc.Fields {
		if token.IsExported(f.Name) {
			if _, ok := out[f.Name]; !ok {
				out[f.Name] = v.of(t.reg.typ(f.Type), rv.Field(i))
			}
		}
	}
	for i, f := range t.desc.Fields {
		inner, x := t.reg.typ(f.Type), rv.Field(i)
		if f.Embedded && inner.desc.Kind == Pointer && !x.IsNil() {
			inner, x = t.reg.typ(inner.desc.Elem), x.Elem()
		}
		if f.Embedded && inner.desc.Kind == Struct {
			v.fill(out, inner, x)
		}
	}
}

// methods adds the results of methods without parameters.
func (v *views) methods(out view, t *Type, rv reflect.Value) {
	for name := range v.names {
		m, ok := t.method(name)
		if !ok || m.Type().NumIn() != 1 || m.Type().NumOut() == 0 {
			continue
		}
		res := m.Call([]reflect.Value{asAny(rv)})
		if len(res) == 1 || res[1].IsNil() {
			out[name] = v.any(res[0].Interface())
		}
	}
}
