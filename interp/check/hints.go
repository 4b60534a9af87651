package check

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strings"

	"gopost/interp/std"
)

// explain adds to a diagnostic of go/types what a learner can do.
func (b *builder) explain(d *Diagnostic, pos token.Pos) {
	if m := noMember().FindStringSubmatch(d.Msg); m != nil {
		b.explainMember(d, pos, m[1], m[2], m[3])
		return
	}
	if name, ok := strings.CutPrefix(d.Msg, "declared and not used: "); ok {
		d.Hint = fmt.Sprintf("use %s, or write _ = %s", name, name)
		return
	}
	if m := sameName().FindStringSubmatch(d.Msg); m != nil && m[1] == m[2] {
		d.Hint = fmt.Sprintf("the value is of the %s of an earlier cell, and %s has been declared anew since: make the value again", m[1], m[1])
		return
	}
	if b.explainSlip(d, pos) {
		return
	}
	name, ok := strings.CutPrefix(d.Msg, "undefined: ")
	if !ok {
		return
	}
	if pkg, member, ok := strings.Cut(name, "."); ok {
		if p := b.packageOf(pkg); p != nil {
			if near := nearest(member, exported(p.Scope())); near != "" {
				d.Hint = fmt.Sprintf("did you mean %s.%s?", pkg, near)
			}
		}
		return
	}
	if n, ok := b.s.refused[name]; ok {
		d.Hint = fmt.Sprintf("In[%d] would define %s, but was refused", n, name)
		return
	}
	if n, ok := b.s.lost[name]; ok {
		d.Hint = fmt.Sprintf("%s was lost when the program that runs your cells ended; run In[%d] again, which defines it", name, n)
		return
	}
	if d.Hint = foreignLine(b.line(d.Pos.Line)); d.Hint != "" {
		return
	}
	if path, why := std.RefusedNamed(name); path != "" {
		d.Hint = fmt.Sprintf("package %s can't be used: %s", path, why)
		return
	}
	if b.assignedAt(pos) {
		d.Hint = fmt.Sprintf("%s := ... defines a variable; = gives one that exists a new value", name)
		return
	}
	if near := nearest(name, b.namesAt(pos)); near != "" {
		d.Hint = fmt.Sprintf("did you mean %s?", near)
		return
	}
	d.Hint = rustHint(b.line(d.Pos.Line))
}

// assignedAt says whether the name at a position stands to the left of =.
func (b *builder) assignedAt(pos token.Pos) bool {
	found := false
	for _, n := range b.nodes() {
		ast.Inspect(n, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok && a.Tok == token.ASSIGN {
				for _, x := range a.Lhs {
					found = found || x.Pos() == pos
				}
			}
			return !found
		})
	}
	return found
}

// sameName matches the refusal of a value of one type for another.
func sameName() *regexp.Regexp {
	return regexp.MustCompile(`type (\S+)\) as (\S+) value`)
}

// noMember matches the refusal of a selector.
func noMember() *regexp.Regexp {
	return regexp.MustCompile(`^(.+)\.(\w+) undefined \(type (.+) has no field or method \w+\)$`)
}

// explainMember explains a method that a value does not have.
func (b *builder) explainMember(d *Diagnostic, pos token.Pos, x, member, typ string) {
	if member == "Clone" && strings.Contains(typ, "mpsc.Receiver[") {
		d.Code = "E0599"
		d.Msg += "\nerror[E0599]: no method named `clone` found for a receiver"
		d.Hint = fmt.Sprintf("a channel has only one receiver (mpsc: multiple producers, single consumer)\nclone the sender instead, tx.Clone(), or hand %s itself to the one goroutine that receives", x)
		return
	}
	if member == "unwrap" {
		d.Hint = "in Go: mpsc.Must(f()) panics if f fails; if err != nil { ... } handles it"
		return
	}
	sel, ok := b.firstNode(func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		return ok && sel.Sel.Pos() == pos
	}).(*ast.SelectorExpr)
	if !ok {
		return
	}
	t := b.ch.Info.TypeOf(sel.X)
	if d.Hint = b.hiddenPackage(sel.X, member); d.Hint != "" || t == nil {
		return
	}
	if clone := cloneOf(x, t); member == "Clone" && clone != "" {
		d.Hint = "in Go: " + clone
		return
	}
	if near := nearest(member, b.memberNames(t)); near != "" {
		d.Hint = fmt.Sprintf("did you mean %s.%s?", x, near)
	}
}

// memberNames are the fields and methods of a type.
func (b *builder) memberNames(t types.Type) []string {
	var names []string
	for _, obj := range members(t, true, b.pkg) {
		names = append(names, obj.Name())
	}
	return names
}

// packageOf is the package that a name of the file stands for.
func (b *builder) packageOf(name string) *types.Package {
	for _, p := range b.importsOf(b.ch.Info) {
		if p.Name() == name {
			return p.Imported()
		}
	}
	return nil
}

func exported(s *types.Scope) []string {
	var names []string
	for _, name := range s.Names() {
		if token.IsExported(name) {
			names = append(names, name)
		}
	}
	return names
}

// namesAt are the names that could stand at a position: of the session, of the
// cell, of the scopes around the position, and Go's own.
func (b *builder) namesAt(pos token.Pos) []string {
	names := types.Universe.Names()
	for name := range b.s.names {
		names = append(names, name)
	}
	for name := range b.decls {
		names = append(names, name)
	}
	for _, scope := range b.ch.Info.Scopes {
		if scope.Contains(pos) {
			for _, name := range scope.Names() {
				if obj := scope.Lookup(name); obj.Pos() < pos {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// nearest is the name that a mistyped one most likely means, "" if none is
// close.
func nearest(name string, names []string) string {
	best, limit := "", max(1, len(name)/3)
	for _, n := range names {
		if n == name || strings.ContainsAny(n, joint+takenBack) {
			continue
		}
		d := distance(strings.ToLower(name), strings.ToLower(n), limit)
		if d < limit+1 && (best == "" || d < limit || d == limit && n < best) {
			if d < limit {
				limit = d
			}
			best = n
		}
	}
	if len(name) < 2 && !strings.EqualFold(name, best) {
		return ""
	}
	return best
}

// distance is the number of letters to insert, remove, replace or swap with
// their neighbour to get from a to b, or more than limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(b)]
}
