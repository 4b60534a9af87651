package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"sort"
)

type counter struct {
	kinds map[string]int
	depth int
	max   int
}

func (c *counter) Visit(n ast.Node) ast.Visitor {
	if n == nil {
		c.depth--
		return nil
	}
	c.depth++
	c.max = max(c.max, c.depth)
	c.kinds[fmt.Sprintf("%T", n)]++
	return c
}

type scope struct {
	names  []string
	parent *scope
}

func (s *scope) lookup(n string) bool {
	for ; s != nil; s = s.parent {
		for _, have := range s.names {
			if have == n {
				return true
			}
		}
	}
	return false
}

const src = `package p

func f(a, b int) int {
	if a>b { return a }
	x := a*2+b
	return x
}
`

func main() {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	c := &counter{kinds: map[string]int{}}
	ast.Walk(c, f)
	keys := make([]string, 0, len(c.kinds))
	for k := range c.kinds {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Println(k, c.kinds[k])
	}
	fmt.Println(c.depth, c.max)
	ast.Inspect(f, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && len(id.Name) == 1 {
			id.Name += id.Name
		}
		return true
	})
	var buf bytes.Buffer
	fmt.Println(format.Node(&buf, fset, f))
	fmt.Print(buf.String())
	s := &scope{[]string{"a"}, &scope{names: []string{"b"}}}
	fmt.Println(s.lookup("b"), s.lookup("c"))
	_, err = parser.ParseExpr("1 +")
	fmt.Println(err)
	e, _ := parser.ParseExpr("f(x, 1+2)")
	switch e := e.(type) {
	case *ast.CallExpr:
		fmt.Printf("%T %d\n", e.Fun, len(e.Args))
	}
}
