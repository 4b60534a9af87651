package check

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
)

// packageHint explains an undefined name that has to do with a package, "" if
// it has not: one that several packages share, one that is mistyped, or the
// member of a package without it.
func (b *builder) packageHint(name string, pos token.Pos) string {
	var members []string
	for _, n := range b.nodes() {
		ast.Inspect(n, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if id, ok := sel.X.(*ast.Ident); ok && id.Name == name {
					members = append(members, sel.Sel.Name)
				}
			}
			return true
		})
	}
	if len(members) == 0 {
		return b.memberHint(name)
	}
	if paths := b.s.packagesWith(name, members); len(paths) > 1 {
		for i, path := range paths {
			paths[i] = fmt.Sprintf("import %q", path)
		}
		return "several packages are called " + name + ": say which one with " + strings.Join(paths, " or ")
	}
	if nearest(name, b.namesAt(pos)) != "" {
		return ""
	}
	var names []string
	for other := range b.s.packages().named {
		if distance(name, other, 2) <= max(1, len(name)/3) && len(b.s.exporting(other, members)) > 0 {
			names = append(names, other)
		}
	}
	for other, path := range preloaded() {
		if pkg, err := b.s.importer.Import(path); err == nil && distance(name, other, 2) <= 1 && pkg.Scope().Lookup(members[0]) != nil {
			names = append(names, other)
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return fmt.Sprintf("did you mean %s.%s?", nearest(name, names), members[0])
}

// exporting are the packages of a name that export all members.
func (s *Session) exporting(name string, members []string) []string {
	return slices.DeleteFunc(s.packagesWith(name, members), func(path string) bool {
		pkg, err := s.importer.Import(path)
		return err != nil || slices.ContainsFunc(members, func(m string) bool { return pkg.Scope().Lookup(m) == nil })
	})
}

// memberHint finds the package that an exported name belongs to, of those that
// learners meet first.
func (b *builder) memberHint(name string) string {
	if !token.IsExported(name) {
		return ""
	}
	for _, path := range []string{"fmt", "errors", channelPath, "strings", "strconv", "time", "sync", "math", "sort", "os"} {
		pkg, err := b.s.importer.Import(path)
		if err == nil && pkg.Scope().Lookup(name) != nil {
			return fmt.Sprintf("did you mean %s.%s?", pkg.Name(), name)
		}
	}
	return ""
}

// unknownField matches the refusal of a field in a struct literal.
func unknownField() *regexp.Regexp {
	return regexp.MustCompile(`^unknown field (\w+) in struct literal`)
}

// fieldHint is the nearest field of the struct literal around a position.
func (b *builder) fieldHint(name string, pos token.Pos) string {
	var str *types.Struct
	b.firstNode(func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if ok && slices.ContainsFunc(lit.Elts, func(x ast.Expr) bool { return x.Pos() == pos }) {
			if t := b.ch.Info.TypeOf(lit); t != nil {
				t = t.Underlying()
				if p, ok := t.(*types.Pointer); ok {
					t = p.Elem().Underlying()
				}
				str, _ = t.(*types.Struct)
			}
		}
		return str != nil
	})
	if str == nil {
		return ""
	}
	var names []string
	for f := range str.Fields() {
		names = append(names, f.Name())
	}
	if near := nearest(name, names); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return "it has " + strings.Join(names, ", ")
}
