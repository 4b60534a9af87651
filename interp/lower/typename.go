package lower

import (
	"fmt"
	"go/types"
	"strings"
)

// typeName is how %T names a type: as reflection writes it, which is not how
// the compiler does.
func typeName(t types.Type) string {
	var b strings.Builder
	writeTypeName(&b, t, false)
	return b.String()
}

// writeTypeName writes a type's name. As an argument of a generic type a
// package is named by its path.
func writeTypeName(b *strings.Builder, t types.Type, argument bool) {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		writeNamed(b, t, argument)
	case *types.Pointer:
		b.WriteString("*")
		writeTypeName(b, t.Elem(), argument)
	case *types.Slice:
		b.WriteString("[]")
		writeTypeName(b, t.Elem(), argument)
	case *types.Array:
		fmt.Fprintf(b, "[%d]", t.Len())
		writeTypeName(b, t.Elem(), argument)
	case *types.Map:
		b.WriteString("map[")
		writeTypeName(b, t.Key(), argument)
		b.WriteString("]")
		writeTypeName(b, t.Elem(), argument)
	case *types.Chan:
		writeChanName(b, t, argument)
	case *types.Signature:
		b.WriteString("func")
		writeSignatureName(b, t, argument)
	case *types.Struct:
		writeStructName(b, t, argument)
	case *types.Interface:
		writeInterfaceName(b, t, argument)
	case *types.Basic:
		b.WriteString(reflectNames.Replace(t.Name()))
	default:
		b.WriteString(t.String())
	}
}

// reflectNames are the names of the two predeclared aliases; unsafe.Pointer
// and the untyped kinds never get here.
var reflectNames = strings.NewReplacer("byte", "uint8", "rune", "int32")

func writeNamed(b *strings.Builder, t *types.Named, argument bool) {
	if p := t.Obj().Pkg(); p != nil {
		if argument {
			b.WriteString(p.Path() + ".")
		} else {
			b.WriteString(p.Name() + ".")
		}
	}
	b.WriteString(t.Obj().Name())
	for i := range t.TypeArgs().Len() {
		b.WriteString(map[bool]string{true: "[", false: ","}[i == 0])
		writeTypeName(b, t.TypeArgs().At(i), true)
	}
	if t.TypeArgs().Len() > 0 {
		b.WriteString("]")
	}
}

func writeChanName(b *strings.Builder, t *types.Chan, argument bool) {
	open, end := "chan ", ""
	switch elem, nested := types.Unalias(t.Elem()).(*types.Chan); {
	case t.Dir() == types.SendOnly:
		open = "chan<- "
	case t.Dir() == types.RecvOnly:
		open = "<-chan "
	case nested && elem.Dir() == types.RecvOnly:
		open, end = "chan (", ")"
	}
	b.WriteString(open)
	writeTypeName(b, t.Elem(), argument)
	b.WriteString(end)
}

func writeSignatureName(b *strings.Builder, t *types.Signature, argument bool) {
	b.WriteString("(")
	for i := range t.Params().Len() {
		if i > 0 {
			b.WriteString(", ")
		}
		p := t.Params().At(i).Type()
		if s, ok := p.(*types.Slice); ok && t.Variadic() && i == t.Params().Len()-1 {
			b.WriteString("...")
			p = s.Elem()
		}
		writeTypeName(b, p, argument)
	}
	b.WriteString(")")
	switch n := t.Results().Len(); {
	case n == 1:
		b.WriteString(" ")
		writeTypeName(b, t.Results().At(0).Type(), argument)
	case n > 1:
		b.WriteString(" (")
		for i := range n {
			if i > 0 {
				b.WriteString(", ")
			}
			writeTypeName(b, t.Results().At(i).Type(), argument)
		}
		b.WriteString(")")
	}
}

func writeStructName(b *strings.Builder, t *types.Struct, argument bool) {
	b.WriteString("struct {")
	for i := range t.NumFields() {
		if i > 0 {
			b.WriteString(";")
		}
		b.WriteString(" ")
		if f := t.Field(i); !f.Embedded() {
			if argument && !f.Exported() {
				b.WriteString(f.Pkg().Path() + ".")
			}
			b.WriteString(f.Name() + " ")
		}
		writeTypeName(b, t.Field(i).Type(), argument)
		if tag := t.Tag(i); tag != "" {
			fmt.Fprintf(b, " %q", tag)
		}
	}
	if t.NumFields() > 0 {
		b.WriteString(" ")
	}
	b.WriteString("}")
}

func writeInterfaceName(b *strings.Builder, t *types.Interface, argument bool) {
	b.WriteString("interface {")
	for i := range t.NumMethods() {
		if i > 0 {
			b.WriteString(";")
		}
		m := t.Method(i)
		b.WriteString(" ")
		if !m.Exported() {
			b.WriteString(m.Pkg().Name() + ".")
		}
		b.WriteString(m.Name())
		writeSignatureName(b, m.Signature(), argument)
	}
	if t.NumMethods() > 0 {
		b.WriteString(" ")
	}
	b.WriteString("}")
}
