package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"unicode"
	"unicode/utf8"
)

// check gives the built file to go/types, and once more if names clash.
func (b *builder) check() {
	b.build()
	errs := b.run()
	if b.findAliases() {
		errs = b.run()
		b.restoreAliases()
	}
	if !b.tolerant { // nobody reads what is wrong
		b.report(errs)
		b.unusedImports()
		b.bodies()
	}
	b.finish()
	if !b.tolerant {
		b.s.instances.record(b.ch.Info)
		b.ch.Epoch = b.s.instances.epoch
	}
}

// guarded calls f. A panic in go/types, which works on whatever a learner
// typed, must cost a diagnostic and not the session.
func (b *builder) guarded(f func()) {
	defer func() {
		if r := recover(); r != nil {
			b.errorf(b.start(), "the type checker failed on this cell (%v): write it in another way, and please report it", r)
		}
	}()
	f()
}

// run gives the file to go/types and returns its errors.
func (b *builder) run() []types.Error {
	var errs []types.Error
	conf := types.Config{
		GoVersion:                "go1.26",
		Importer:                 b.s.importer,
		Error:                    func(err error) { errs = append(errs, err.(types.Error)) },
		Sizes:                    types.SizesFor("gc", "amd64"),
		DisableUnusedImportCheck: true,
	}
	info := &types.Info{
		Types:        map[ast.Expr]types.TypeAndValue{},
		Instances:    map[*ast.Ident]types.Instance{},
		Defs:         map[*ast.Ident]types.Object{},
		Uses:         map[*ast.Ident]types.Object{},
		Implicits:    map[ast.Node]types.Object{},
		Selections:   map[*ast.SelectorExpr]*types.Selection{},
		Scopes:       map[ast.Node]*types.Scope{},
		FileVersions: map[*ast.File]string{},
	}
	b.ch.Info = info

	// A fresh scope in the same package: go/types compares packages by pointer
	// where it decides whether a field is accessible.
	scope := b.pkg.Scope()
	around := types.NewScope(types.Universe, token.NoPos, token.NoPos, "session")
	*scope = *types.NewScope(around, token.NoPos, token.NoPos, `package "main"`)
	b.seed(scope, around)
	for _, alias := range b.aliases {
		if alias != nil {
			scope.Insert(alias)
		}
	}
	checker := types.NewChecker(&conf, b.fset, b.pkg, info)
	b.ch.File = b.file()
	if len(b.late) == 0 {
		// The errors come through conf.Error.
		_ = checker.Files([]*ast.File{b.ch.File})
		return errs
	}
	b.checkLate(checker)
	return errs
}

// report turns the errors of go/types into diagnostics. It leaves out what the
// rules of a notebook allow: an unused variable of the session, and a last
// expression that nothing uses because it is the result.
func (b *builder) report(errs []types.Error) {
	outer := map[token.Pos]bool{}
	for id := range b.outerIdents {
		outer[id.Pos()] = true
	}
	last := b.lastExpr()
	dropped, unused := false, false
	for _, err := range errs {
		msg := unmangle(err.Msg)
		if strings.HasPrefix(msg, "\t") {
			if n := len(b.diags); n > 0 && !dropped && !strings.Contains(b.diags[n-1].Msg, " already defined at ") {
				d := &b.diags[n-1]
				if msg == "\tprevious case" {
					err.Pos = b.previousCase(err.Pos)
				}
				d.Msg += "\n\t" + b.fset.Position(err.Pos).String() + ": " + msg[1:]
			}
			continue
		}
		dropped = strings.HasPrefix(msg, "declared and not used: ") && outer[err.Pos] ||
			b.failed[strings.TrimPrefix(msg, "undefined: ")] ||
			last != nil && err.Pos == last.Pos() && strings.HasSuffix(msg, " is not used")
		if dropped {
			unused = unused || strings.HasSuffix(msg, " is not used")
			continue
		}
		at, msg := b.compiled(err.Pos, msg)
		if dropped = msg == ""; dropped {
			continue
		}
		d := Diagnostic{Pos: b.fset.Position(at), Msg: msg}
		if last != nil && err.Pos == last.Pos() && strings.HasSuffix(msg, " (type) is not an expression") {
			d.Hint = "a type has no value to show: inspect its name (Shift-Tab) to see what it is"
		}
		b.explain(&d, err.Pos)
		b.diags = append(b.diags, d)
	}
	if unused && b.cell.Muted {
		// A conversion or a builtin's call, which is no statement in Go.
		b.discardLast(b.body[len(b.body)-1].(*ast.ExprStmt))
	}
}

// bodies reports functions without a body. The compiler does when it has found
// nothing else, and go/types leaves it to it.
func (b *builder) bodies() {
	if len(b.diags) > 0 {
		return
	}
	for _, d := range b.cell.Decls {
		if d, ok := d.(*ast.FuncDecl); ok && d.Body == nil {
			pos := d.Name.Pos()
			if d.Recv != nil {
				pos = d.Recv.Pos()
			}
			b.errorf(pos, "missing function body")
		}
	}
}

// unmangle undoes in a message what we did to names.
func unmangle(msg string) string {
	if !strings.Contains(msg, joint) {
		return msg
	}
	parts := strings.Split(msg, joint)
	for i, part := range parts[1:] {
		part = strings.TrimLeft(part, "0123456789")
		if r, _ := utf8.DecodeRuneInString(part); unicode.IsLetter(r) {
			part = "." + part // a method
		}
		parts[i+1] = part
	}
	return strings.Join(parts, "")
}

// finish fills what the Checked says about the outcome.
func (b *builder) finish() {
	b.refusedNames()
	b.orderProgram()
	info := b.ch.Info
	b.ch.Imports = b.importsOf(info)
	b.ch.Defs = b.defs(info)
	b.ch.dots = b.dots
	for id := range b.temps {
		if v, ok := info.Defs[id].(*types.Var); ok {
			b.ch.Temps = append(b.ch.Temps, v)
		}
	}
	b.ch.Result = b.result()
	for _, l := range b.late {
		if l.edit != nil {
			b.ch.LateMethods[l.decl] = l.edit.method
			b.ch.methods = append(b.ch.methods, l.edit)
		}
	}
}
