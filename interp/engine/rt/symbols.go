package rt

import (
	"reflect"

	"gopost/interp/display"
)

// Symbols returns what interpreted code imports from "gopost/rt" and
// "gopost/display", in the shape of yaegi's Exports.
func (r *Runtime) Symbols() map[string]map[string]reflect.Value {
	show := display.To(cellOutput{r})
	var (
		stdin  = r.Stdin()
		stdout = r.Stdout()
		stderr = r.Stderr()
	)
	return map[string]map[string]reflect.Value{
		"gopost/rt/rt": {
			"Go":      reflect.ValueOf(r.Go),
			"Result":  reflect.ValueOf(r.Result),
			"Results": reflect.ValueOf(r.Results),
			"Print":   reflect.ValueOf(r.Print),
			"Println": reflect.ValueOf(r.Println),
			"Defers":  reflect.ValueOf(r.Defers),
			"Enter":   reflect.ValueOf(r.Enter),
			"Entered": reflect.ValueOf(r.Entered),
			"Recover": reflect.ValueOf(r.Recover),
			"Done":    reflect.ValueOf(Done),
			"Stop":    reflect.ValueOf(Stop),
			"Stdin":   reflect.ValueOf(&stdin).Elem(),
			"Stdout":  reflect.ValueOf(&stdout).Elem(),
			"Stderr":  reflect.ValueOf(&stderr).Elem(),
			"Reader":  reflect.ValueOf((*Reader)(nil)),
			"Writer":  reflect.ValueOf((*Writer)(nil)),
		},
		"gopost/display/display": {
			"HTML":     reflect.ValueOf(display.HTML),
			"Markdown": reflect.ValueOf(display.Markdown),
			"SVG":      reflect.ValueOf(display.SVG),
			"LaTeX":    reflect.ValueOf(display.LaTeX),
			"JSON":     reflect.ValueOf(display.JSON),
			"PNG":      reflect.ValueOf(display.PNG),
			"Image":    reflect.ValueOf(display.Image),
			"Show":     reflect.ValueOf(show.Show),
			"Clear":    reflect.ValueOf(show.Clear),
			"Data":     reflect.ValueOf((*display.Data)(nil)),
			"Handle":   reflect.ValueOf((*display.Handle)(nil)),
		},
	}
}

// cellOutput shows data for the cell of the goroutine that asks.
type cellOutput struct{ run *Runtime }

func (o cellOutput) Display(d display.Data, id string, update bool) {
	o.run.Check()
	o.run.host.Display(o.run.cell(), d, id, update)
}

func (o cellOutput) Clear(wait bool) { o.run.host.Clear(o.run.cell(), wait) }
