package check

import (
	"bytes"
	"go/constant"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"time"
)

// kindOf is Jupyter's word for what an object is.
func kindOf(obj types.Object) string {
	switch obj := obj.(type) {
	case *types.Func:
		if obj.Signature().Recv() != nil {
			return "method"
		}
		return "function"
	case *types.Builtin:
		return "function"
	case *types.Var:
		if obj.IsField() {
			return "field"
		}
		return "variable"
	case *types.TypeName:
		return "type"
	case *types.PkgName:
		return "package"
	case *types.Label:
		return "label"
	}
	return "constant" // nil too
}

// short qualifies names by the name of their package, and those of the session
// not at all.
func short(from *types.Package) types.Qualifier {
	return func(p *types.Package) string {
		if p.Path() == from.Path() {
			return ""
		}
		return p.Name()
	}
}

// signature is an object's declaration in one line.
func signature(obj types.Object, from *types.Package) string {
	if obj.Pkg() == nil {
		if t, ok := builtinTerm(obj.Name()); ok {
			head, _, _ := strings.Cut(t.head, " {")
			return head
		}
	}
	switch obj := obj.(type) {
	case *types.PkgName:
		return "package " + obj.Imported().Name() + " // " + obj.Imported().Path()
	case *types.Builtin: // of package unsafe
		return "func " + obj.Name()
	case *types.Label:
		return "label " + obj.Name()
	case *types.Func:
		if recv := obj.Signature().Recv(); recv != nil {
			return methodSignature(obj, recv, from)
		}
	case *types.Var:
		if obj.Type() == types.Typ[types.Invalid] {
			return "var " + obj.Name() // what is wrong with it the check says
		}
	case *types.TypeName:
		if word := kindOfType(obj.Type()); word != "" && !obj.IsAlias() {
			head := types.ObjectString(obj, short(from))
			if i := strings.Index(head, " "+word); i >= 0 {
				return head[:i] + " " + word
			}
		}
	}
	return types.ObjectString(obj, short(from))
}

// methodSignature is the line that a method's declaration starts with.
func methodSignature(fn *types.Func, recv *types.Var, from *types.Package) string {
	var out bytes.Buffer
	out.WriteString("func (")
	if name := recv.Name(); name != "" && name != "_" {
		out.WriteString(name + " ")
	}
	if _, literal := types.Unalias(recv.Type()).(*types.Interface); literal {
		out.WriteString("interface")
	} else {
		types.WriteType(&out, recv.Type(), short(from))
	}
	out.WriteString(") " + fn.Name())
	types.WriteSignature(&out, fn.Signature(), short(from))
	return out.String()
}

// kindOfType is the word that starts a type whose text is long.
func kindOfType(t types.Type) string {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return ""
	}
	switch t.Underlying().(type) {
	case *types.Struct:
		return "struct"
	case *types.Interface:
		return "interface"
	}
	return ""
}

// typeHead is a type's declaration, a field or method a line.
func (b *builder) typeHead(obj *types.TypeName) string {
	from := b.pkg
	head := signature(obj, from)
	if obj.IsAlias() {
		return head
	}
	var lines []string
	switch u := obj.Type().Underlying().(type) {
	case *types.Struct:
		lines = b.fieldLines(u)
	case *types.Interface:
		if kindOfType(obj.Type()) == "" {
			return head
		}
		for m := range u.ExplicitMethods() {
			if m.Exported() || m.Pkg() != nil && m.Pkg().Path() == from.Path() {
				var out bytes.Buffer
				types.WriteSignature(&out, m.Signature(), short(from))
				lines = append(lines, m.Name()+out.String())
			}
		}
		for t := range u.EmbeddedTypes() {
			lines = append(lines, types.TypeString(t, short(from)))
		}
	default:
		return head
	}
	if len(lines) == 0 {
		return head + "{}"
	}
	return head + " {\n\t" + strings.Join(lines, "\n\t") + "\n}"
}

// fieldLines are the fields of a struct that can be named, with what the cells
// say of them, and a comment in place of the others.
func (b *builder) fieldLines(str *types.Struct) []string {
	from := b.pkg
	var lines []string
	hidden := false
	for f := range str.Fields() {
		if !f.Exported() && f.Pkg().Path() != from.Path() {
			hidden = true
			continue
		}
		line := types.TypeString(f.Type(), short(from))
		if !f.Embedded() {
			line = f.Name() + " " + line
		}
		if doc, _, _ := strings.Cut(b.noteOf(f).doc, "\n"); doc != "" {
			line += " // " + doc
		}
		lines = append(lines, line)
	}
	if hidden {
		lines = append(lines, "// unexported fields")
	}
	return lines
}

// methodLines are the signatures of the methods that a value of a type has.
func (b *builder) methodLines(t types.Type) []string {
	var lines []string
	for _, m := range members(t, true, b.pkg) {
		if fn, ok := m.Object.(*types.Func); ok {
			lines = append(lines, signature(fn, b.pkg))
		}
	}
	slices.Sort(lines)
	return lines
}

// valueOf is how a constant's value is shown behind its declaration.
func valueOf(c *types.Const, from *types.Package) string {
	text := " = " + c.Val().String()
	if n, exact := constant.Int64Val(constant.ToInt(c.Val())); exact {
		switch types.TypeString(c.Type(), short(from)) {
		case "time.Duration":
			text += " // " + time.Duration(n).String()
		case "rune", "untyped rune":
			text += " // " + strconv.QuoteRune(rune(n))
		}
	}
	return text
}
