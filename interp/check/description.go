package check

import (
	"go/doc/comment"
	"go/types"
	"slices"
	"strings"
)

// description is what is said about an object.
type description struct {
	head       string   // the declaration
	members    []string // of a type, or of a value's type
	doc        string   // the doc comment, as in the source
	path, name string   // for std.Comments, if doc is empty
	link       string
	source     string // the declaration's text, of what a cell declares
}

// describeObject describes an object; recv is the type of the value that a
// method or field was selected from, nil for none.
func (b *builder) describeObject(obj types.Object, recv types.Type) description {
	d := description{head: signature(obj, b.pkg)}
	about := obj
	if fn, ok := obj.(*types.Func); ok {
		about = fn.Origin()
	}
	d.doc, d.source = b.s.notes[about].doc, b.s.notes[about].source
	switch obj := obj.(type) {
	case *types.PkgName:
		d.path = obj.Imported().Path()
		if b.ch.auto[obj.Name()] {
			d.head += ", imported by itself"
		}
		return d
	case *types.Builtin:
		d.path, d.name = "builtin", obj.Name()
		return d
	case *types.Const:
		d.head += " = " + obj.Val().String()
	case *types.TypeName:
		d.head = typeHead(obj, b.pkg)
		d.members = b.methodLines(obj.Type())
	case *types.Var:
		if obj.IsField() && recv != nil {
			d.head += " // field of " + types.TypeString(recv, short(b.pkg))
			break
		}
		if word := kindOfType(obj.Type()); word != "" {
			d.head += " // " + word
		}
		d.members = b.methodLines(obj.Type())
	}
	switch pkg := obj.Pkg(); {
	case pkg == nil:
		d.path, d.name = "builtin", obj.Name()
	case pkg.Path() == b.pkg.Path():
	default:
		d.path, d.name = pkg.Path(), obj.Name()
		if fn, ok := obj.(*types.Func); ok {
			d.name = methodName(fn)
		}
	}
	return d
}

// methodName is Type.Method for a method, else the function's name.
func methodName(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return fn.Name()
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if named, ok := t.(*types.Named); ok {
		return named.Obj().Name() + "." + fn.Name()
	}
	return fn.Name()
}

// typeHead is a type's declaration, a field a line.
func typeHead(obj *types.TypeName, from *types.Package) string {
	str, ok := obj.Type().Underlying().(*types.Struct)
	if !ok || obj.IsAlias() {
		return types.ObjectString(obj, short(from))
	}
	var out strings.Builder
	out.WriteString(signature(obj, from) + " {")
	hidden := false
	for f := range str.Fields() {
		if !f.Exported() && f.Pkg().Path() != from.Path() {
			hidden = true
			continue
		}
		out.WriteString("\n\t")
		if !f.Embedded() {
			out.WriteString(f.Name() + " ")
		}
		out.WriteString(types.TypeString(f.Type(), short(from)))
	}
	if hidden {
		out.WriteString("\n\t// unexported fields")
	}
	out.WriteString("\n}")
	return out.String()
}

// methodLines are the signatures of the methods that a value of a type has.
func (b *builder) methodLines(t types.Type) []string {
	var lines []string
	for _, obj := range members(t, b.pkg) {
		if fn, ok := obj.(*types.Func); ok {
			lines = append(lines, signature(fn, b.pkg))
		}
	}
	slices.Sort(lines)
	return lines
}

// plain is the description for terminals.
func (d description) plain() string {
	parts := []string{d.head}
	if d.doc != "" {
		var p comment.Parser
		printer := comment.Printer{TextWidth: 80}
		parts = append(parts, strings.TrimRight(string(printer.Text(p.Parse(d.doc))), "\n"))
	}
	if len(d.members) > 0 {
		parts = append(parts, strings.Join(d.members, "\n"))
	}
	if d.source != "" {
		parts = append(parts, d.source)
	}
	if d.link != "" {
		parts = append(parts, d.link)
	}
	return strings.Join(parts, "\n\n")
}

// markdown is the description for notebooks.
func (d description) markdown() string {
	code := func(s string) string { return "```go\n" + s + "\n```" }
	parts := []string{code(d.head)}
	if d.doc != "" {
		var p comment.Parser
		printer := comment.Printer{
			HeadingLevel: 4,
			HeadingID:    func(*comment.Heading) string { return "" },
			DocLinkURL:   func(l *comment.DocLink) string { return l.DefaultURL("https://pkg.go.dev/") },
		}
		parts = append(parts, strings.TrimRight(string(printer.Markdown(p.Parse(d.doc))), "\n"))
	}
	if len(d.members) > 0 {
		parts = append(parts, code(strings.Join(d.members, "\n")))
	}
	if d.source != "" {
		parts = append(parts, code(d.source))
	}
	if d.link != "" {
		parts = append(parts, "<"+d.link+">")
	}
	return strings.Join(parts, "\n\n")
}
