package rt

import (
	"fmt"
	"html"
	"reflect"
	"strings"
)

// table writes a slice of structs as an HTML table; "" for anything else.
func table(v any) string {
	list := reflect.ValueOf(v)
	names, rows := columns(list)
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

// columns takes a slice of structs, or of pointers to them, apart: the names of
// the fields, and for up to maxRows elements the values. A nil pointer is a row
// of nil values. There are no names for anything else.
func columns(v reflect.Value) (names []string, rows [][]any) {
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
		names = append(names, t.Field(i).Name)
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
