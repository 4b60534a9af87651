package rt

import (
	"fmt"
	"html"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopost/interp/engine/dyn"
)

// table writes a slice of structs as an HTML table; "" for anything else.
func table(v any) string {
	names, rows, ok := dyn.Table(v, maxRows)
	list := reflect.ValueOf(dyn.Value(v))
	if !ok {
		names, rows = compiledTable(list)
	}
	if len(names) == 0 || len(rows) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("<table>\n<thead><tr>")
	for _, name := range names {
		fmt.Fprintf(&b, "<th>%s</th>", html.EscapeString(name))
	}
	b.WriteString("</tr></thead>\n<tbody>\n")
	for _, row := range rows {
		b.WriteString("<tr>")
		for _, value := range row {
			text := ""
			if value != nil {
				text = fmt.Sprintf("%v", value)
			}
			fmt.Fprintf(&b, "<td>%s</td>", html.EscapeString(text))
		}
		b.WriteString("</tr>\n")
		if b.Len() > 16*maxText {
			break
		}
	}
	b.WriteString("</tbody>\n</table>")
	if n := list.Len() - maxRows; n > 0 {
		fmt.Fprintf(&b, "\n<p>and %d more rows</p>", n)
	}
	return b.String()
}

// compiledTable is [dyn.Table] for a type that reflection knows all about.
func compiledTable(v reflect.Value) (names []string, rows [][]any) {
	if v.Kind() != reflect.Slice {
		return nil, nil
	}
	t := v.Type().Elem()
	pointer := t.Kind() == reflect.Pointer
	if pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || formatsItself(v.Type().Elem()) {
		return nil, nil
	}
	for i := range t.NumField() {
		names = append(names, fieldName(t.Field(i)))
	}
	for i := range min(v.Len(), maxRows) {
		x := v.Index(i)
		if pointer {
			x = x.Elem()
		}
		values := make([]any, len(names))
		if x.IsValid() {
			for j := range values {
				values[j] = x.Field(j)
			}
		}
		rows = append(rows, values)
	}
	return names, rows
}

func formatsItself(t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[fmt.Stringer]()) || t.Implements(reflect.TypeFor[error]()) ||
		t.Implements(reflect.TypeFor[fmt.Formatter]())
}

// fieldName undoes the X that yaegi puts before names that start in lower
// case, because package reflect makes only exported fields.
func fieldName(f reflect.StructField) string {
	if rest, ok := strings.CutPrefix(f.Name, "X"); ok {
		if r, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(r) || r == '_' {
			return rest
		}
	}
	return f.Name
}
