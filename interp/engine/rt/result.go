package rt

import (
	"fmt"
	"image"
	"reflect"
	"strings"
	"unicode/utf8"

	"gopost/interp/display"
)

const (
	// maxText and maxRows bound what is shown of a value: a notebook keeps
	// every output in its file.
	maxText = 32 << 10
	maxRows = 200
)

// Result takes the value of the cell's last expression. typeName is its Go
// type as the learner wrote it, such as []main.Letter.
func (r *Runtime) Result(typeName string, v any) {
	r.cell().result(render(typeName, v))
}

// Results takes the values of a last expression that has several: they show
// as a tuple.
func (r *Runtime) Results(typeNames []string, vs ...any) {
	texts := make([]string, len(vs))
	for i, v := range vs {
		texts[i] = format(plain(v))
	}
	text := cut("(" + strings.Join(texts, ", ") + ")")
	r.cell().result(display.Data{Forms: map[string]string{"text/plain": text}})
}

func (c *Cell) result(d display.Data) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.value = &d
}

// Value returns what Result took; nil for nothing.
func (c *Cell) Value() *display.Data {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.value
}

func render(typeName string, v any) display.Data {
	switch v := plain(v).(type) {
	case display.Data:
		return v
	case image.Image:
		if rv := reflect.ValueOf(v); rv.Kind() == reflect.Pointer && rv.IsNil() {
			break
		}
		d := display.Image(v)
		d.Forms["text/plain"] = strings.TrimPrefix(typeName, "*") + " " + d.Forms["text/plain"]
		return d
	default:
		d := display.Data{Forms: map[string]string{"text/plain": cut(format(v))}}
		if t := table(v); t != "" {
			d.Forms["text/html"] = t
		}
		return d
	}
	return display.Data{Forms: map[string]string{"text/plain": cut(format(v))}}
}

// format is fmt's %v. A panic in a learner's String method is fmt's to tell.
func format(v any) string {
	if isNil(v) {
		return "<nil>"
	}
	return fmt.Sprintf("%v", v)
}

func isNil(v any) bool {
	if v == nil {
		return true
	}
	rv := reflect.ValueOf(v)
	return rv.Kind() == reflect.Pointer && rv.IsNil()
}

func cut(s string) string {
	if len(s) <= maxText {
		return s
	}
	end := maxText
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return fmt.Sprintf("%s... (%d more bytes not shown: print a part of the value to see it)", s[:end], len(s)-end)
}
