package main

import (
	"errors"
	"fmt"
	htmpl "html/template"
	"os"
	"strings"
	"text/template"
)

type Item struct {
	Name  string
	Price Money
	Tags  []string
	inner int
}

type Money int

func (m Money) String() string { return fmt.Sprintf("$%d.%02d", int(m)/100, int(m)%100) }

func (i Item) Upper() string                 { return strings.ToUpper(i.Name) }
func (i Item) Times(n int) Money             { return i.Price * Money(n) }
func (i *Item) PtrName() string              { return "*" + i.Name }
func (i Item) Fail(s string) (string, error) { return "", errors.New("failing " + s) }
func (i Item) Join(sep string, more ...string) string {
	return strings.Join(append(i.Tags, more...), sep)
}

type Order struct {
	ID    int
	Items []*Item
	Meta  map[string]any
	Next  *Order
	Fn    func(int) int
	Kind  Kind
	Item
}

type Kind uint8

func (k Kind) IsBig() bool { return k > 3 }

const text = `{{define "row"}}<{{.Name}} {{.Price}} {{.Upper}} {{.PtrName}}>{{end -}}
Order {{.ID}} {{printf "%05d|%T|%v" .ID . .Kind}}
{{range $i, $e := .Items}}{{if $i}}, {{end}}{{template "row" $e}}{{else}}none{{end}}
{{with .Meta}}{{.a}} {{index . "b"}} {{.missing}}{{end}}
{{len .Items}} {{(index .Items 0).Times 3}} {{call .Fn 4}} {{.Kind.IsBig}} {{.Item.Name}} {{.Name}}
{{(index .Items 0).Join "-" "x" "y"}} {{add 1 2}} {{.Name | upper | printf "%q"}}
{{if and (eq .ID 7) (gt (len .Items) 1) (not .Next)}}yes{{else if .Next}}next{{else}}no{{end}}
{{range $k, $v := .Meta}}{{$k}}={{$v}};{{end}}{{range 3}}{{.}}{{end}}{{range $i := 2}}[{{$i}}]{{end}}
{{- range .Items}}{{if eq .Name "pen"}}{{continue}}{{end}}{{.Name}}{{break}}{{end}}
{{slice "abcdef" 1 3}} {{html "<a>"}} {{js "it's"}} {{urlquery "a b"}} {{lt 1 2}} {{eq .Kind 5}} {{/* comment */}}
`

func main() {
	fm := template.FuncMap{"add": func(a, b int) int { return a + b }, "upper": strings.ToUpper}
	t := template.Must(template.New("t").Funcs(fm).Parse(text))
	o := Order{ID: 7, Items: []*Item{{Name: "pen", Price: 150, Tags: []string{"t1"}}, {Name: "ink", Price: 999}},
		Meta: map[string]any{"a": 1, "b": Money(5)}, Fn: func(i int) int { return i * i }, Kind: 5, Item: Item{Name: "emb"}}
	if err := t.Execute(os.Stdout, o); err != nil {
		fmt.Println("error:", err)
	}
	if err := t.Execute(os.Stdout, &o); err != nil {
		fmt.Println("error:", err)
	}
	for _, src := range []string{`{{.Nope}}`, `{{.Fail "x"}}`, `{{.inner}}`, `{{index .Tags 5}}`, `{{.Times "a"}}`, `{{nofunc}}`, `{{if}}`} {
		t, err := template.New("e").Parse(src)
		if err == nil {
			err = t.Execute(&strings.Builder{}, Item{Name: "n"})
		}
		fmt.Println(err)
	}
	h := htmpl.Must(htmpl.New("h").Parse(`<a href="/?q={{.Q}}" title='{{.T}}' onclick="f({{.J}})">{{.T}} {{.Safe}} {{.M}}</a>` + "\n"))
	err := h.Execute(os.Stdout, struct {
		Q, T string
		J    any
		Safe htmpl.HTML
		M    Money
	}{"a&b c", "<script>'x'", map[string]int{"k": 1}, "<b>ok</b>", 250})
	fmt.Println(err)
	err = h.Execute(os.Stdout, map[string]any{"Q": 1, "T": Money(3), "J": Item{Name: "in js"}, "Safe": nil, "M": []int{1}})
	fmt.Println(err)
	t2 := template.Must(template.New("root").Option("missingkey=error").Parse(`{{block "b" .}}default {{.x}}{{end}}` + "\n"))
	fmt.Println(t2.Execute(os.Stdout, map[string]int{"x": 1}))
	fmt.Println(t2.Execute(&strings.Builder{}, map[string]int{}))
	template.Must(t2.Parse(`{{define "b"}}override{{end}}`))
	t2.Execute(os.Stdout, map[string]int{"x": 1})
	fmt.Println()
}
