package progen

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// helperText holds what generated expressions call. An @ stands for the tag.
var helperText = map[string]string{
	"id":    "func id@[T any](x T) T { return x }",
	"ref":   "func ref@[T any](x T) *T { return &x }",
	"pick":  "func pick@[T any](c bool, a, b T) T {\n\tif c {\n\t\treturn a\n\t}\n\treturn b\n}",
	"trace": "func trace@[T any](n int, x T) T {\n\tfmt.Println(\"trace\", n)\n\treturn x\n}",
	"clip":  "func clip@[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }",
	"short": "func short@[S ~string](s S) S {\n\tif len(s) > 24 {\n\t\treturn s[:24]\n\t}\n\treturn s\n}",
	"sent":  "func sent@[T any](x T) <-chan T {\n\tc := make(chan T, 1)\n\tc <- x\n\tclose(c)\n\treturn c\n}",
	"at": `func at@[S ~[]E, E any](s S, i int) (e E) {
	if i >= 0 && i < len(s) {
		return s[i]
	}
	if len(s) > 0 {
		e = s[uint(i)%uint(len(s))]
	}
	return
}`,
	"cut": `func cut@[S ~[]E, E any](s S, i, j int) S {
	i = min(max(i, 0), len(s))
	j = max(min(j, len(s)), i)
	return s[i:j:j]
}`,
	"whole": `func whole@(f float64) int {
	if f > -1e6 && f < 1e6 {
		return int(f)
	}
	return 42
}`,
	"describe": `func describe@(r any) {
	switch r := r.(type) {
	case runtime.Error:
		fmt.Println("runtime error:", r.Error())
	case error:
		fmt.Printf("error: %v %T\n", r, r)
	case nil:
		fmt.Println("no panic")
	default:
		fmt.Printf("panic: %v %T\n", r, r)
	}
}`,
	"sorted": `func sorted@[M ~map[K]V, K comparable, V any](m M) []K {
	var keys []K
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return fmt.Sprint(keys[i]) < fmt.Sprint(keys[j]) })
	return keys
}`,
	"count": `func count@(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}`,
	"pairs": `func pairs@[S ~[]E, E any](s S) iter.Seq2[int, E] {
	return func(yield func(int, E) bool) {
		for i, x := range s {
			if !yield(i, x) {
				return
			}
		}
	}
}`,
	"mapped": `func mapped@[T, U any](s []T, f func(T) U) []U {
	out := make([]U, 0, len(s))
	for _, x := range s {
		out = append(out, f(x))
	}
	return out
}`,
	"folded": `func folded@[T, A any](s []T, a A, f func(A, T) A) A {
	for _, x := range s {
		a = f(a, x)
	}
	return a
}`,
}

// needed lists the packages that helpers use.
var needed = map[string]string{"describe": "runtime", "sorted": "sort", "count": "iter", "pairs": "iter"}

func (g *generator) help(name string) string {
	g.helpers[name] = true
	if path := needed[name]; path != "" {
		g.imports[path] = true
	}
	return name + g.tag
}

func (g *generator) writeHelpers() {
	for _, name := range slices.Sorted(maps.Keys(g.helpers)) {
		g.line("%s\n", strings.ReplaceAll(helperText[name], "@", g.tag))
	}
}

const genericTypes = `
type Pair@[A, B any] struct {
	First  A
	Second B
}

func (p Pair@[A, B]) Swap() Pair@[B, A] { return Pair@[B, A]{p.Second, p.First} }

type Stack@[T any] struct{ Items []T }

func (s *Stack@[T]) Push(xs ...T) { s.Items = append(s.Items, xs...) }

func (s *Stack@[T]) Pop() (x T, ok bool) {
	if len(s.Items) == 0 {
		return
	}
	x, s.Items = s.Items[len(s.Items)-1], s.Items[:len(s.Items)-1]
	return x, true
}

func (s Stack@[T]) Len() int { return len(s.Items) }

type List@[T any] []T

func (l List@[T]) Each(f func(int, T)) {
	for i, x := range l {
		f(i, x)
	}
}

type Number@ interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}
`

// loadGeneric writes the generic types, and has go/types read them, so that
// they can be instantiated like any other.
func (g *generator) loadGeneric() {
	text := strings.ReplaceAll(genericTypes, "@", g.tag)
	g.line("%s", text)
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", "package main\n"+text, 0)
	if err != nil {
		panic(fmt.Sprintf("the generic types don't parse: %v", err))
	}
	conf := types.Config{IgnoreFuncBodies: true}
	if err := types.NewChecker(&conf, fset, g.pkg, nil).Files([]*ast.File{file}); err != nil {
		panic(fmt.Sprintf("the generic types are wrong: %v", err))
	}
}

// lookup returns a generic type.
func (g *generator) lookup(name string) *types.Named {
	return g.pkg.Scope().Lookup(name + g.tag).Type().(*types.Named)
}

// instance is an instance of a generic type.
func (g *generator) instance(d int) types.Type {
	args := []types.Type{g.newType(d)}
	name := one(g.choices, "Pair", "Stack", "List")
	if name == "Pair" {
		args = append(args, g.newType(d))
	}
	t, err := types.Instantiate(nil, g.lookup(name), args, true)
	if err != nil {
		panic(fmt.Sprintf("%s can't be instantiated: %v", name, err))
	}
	return t
}
