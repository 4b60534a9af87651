package lower

import (
	"fmt"
	"go/types"
	"strings"
)

// key returns a text that two types share just when they are identical. It
// differs from types.TypeString in that two types of the same name, made by
// different cells, differ.
func (l *Lowerer) key(t types.Type) string {
	var b strings.Builder
	l.writeKey(&b, t)
	return b.String()
}

func (l *Lowerer) writeKey(b *strings.Builder, t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		obj := t.Obj()
		// Types that functions declare have no path.
		if obj.Pkg() == nil || obj.Pkg().Path() != mainPath && obj.Parent() == obj.Pkg().Scope() {
			b.WriteString(types.TypeString(t.Origin(), nil))
		} else {
			fmt.Fprintf(b, "%s@%p", obj.Name(), obj)
		}
		if t.TypeArgs().Len() > 0 {
			b.WriteString("[")
			for i := range t.TypeArgs().Len() {
				l.writeKey(b, t.TypeArgs().At(i))
				b.WriteString(",")
			}
			b.WriteString("]")
		}
	case *types.Pointer:
		b.WriteString("*")
		l.writeKey(b, t.Elem())
	case *types.Slice:
		b.WriteString("[]")
		l.writeKey(b, t.Elem())
	case *types.Array:
		fmt.Fprintf(b, "[%d]", t.Len())
		l.writeKey(b, t.Elem())
	case *types.Chan:
		fmt.Fprintf(b, "chan%d ", t.Dir())
		l.writeKey(b, t.Elem())
	case *types.Map:
		b.WriteString("map[")
		l.writeKey(b, t.Key())
		b.WriteString("]")
		l.writeKey(b, t.Elem())
	case *types.Signature:
		fmt.Fprintf(b, "func(%v", t.Variadic())
		l.writeKeys(b, t.Params())
		b.WriteString(")(")
		l.writeKeys(b, t.Results())
		b.WriteString(")")
	case *types.Struct:
		b.WriteString("struct{")
		for i := range t.NumFields() {
			f := t.Field(i)
			fmt.Fprintf(b, "%s %v %q ", f.Id(), f.Embedded(), t.Tag(i))
			l.writeKey(b, f.Type())
			b.WriteString(";")
		}
		b.WriteString("}")
	case *types.Interface:
		b.WriteString("interface{")
		for i := range t.NumMethods() {
			b.WriteString(t.Method(i).Id())
			l.writeKey(b, t.Method(i).Signature())
			b.WriteString(";")
		}
		b.WriteString("}")
	default:
		b.WriteString(t.String())
	}
}

func (l *Lowerer) writeKeys(b *strings.Builder, t *types.Tuple) {
	for i := range t.Len() {
		l.writeKey(b, t.At(i).Type())
		b.WriteString(",")
	}
}
