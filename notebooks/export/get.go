package export

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/mod/module"

	"gopost/interp/cell"
	"gopost/interp/modules"
)

// getter gets the modules that a notebook asks for with %get, each once.
type getter struct {
	ctx      context.Context
	set      *modules.Set
	progress func(string)
	asked    map[string]error // what became of the arguments of %get
}

func newGetter(ctx context.Context, progress func(string)) *getter {
	if progress == nil {
		progress = func(string) {}
	}
	return &getter{ctx: ctx, set: modules.New(), progress: progress, asked: map[string]error{}}
}

// cell gets what a cell asks for, and makes the packages known that it imports.
func (g *getter) cell(c *cell.Cell) error {
	for _, m := range c.Magics {
		if m.Name != "get" || m.Cell {
			continue
		}
		err, done := g.asked[m.Args]
		if !done {
			_, err = g.set.Get(g.ctx, strings.Fields(m.Args), g.progress)
			g.asked[m.Args] = err
		}
		if err != nil {
			return fmt.Errorf("%s: %%get %s: %w", m.Pos, m.Args, err)
		}
	}
	_, err := g.set.Prepare(g.ctx, c.ImportPaths(), g.progress)
	return err
}

// required are the modules that the program's imports come from and those that
// these need, nil when it imports none.
func (p *program) required() []module.Version {
	all := p.set.Requirements()
	foreign := func(path string) bool {
		return slices.ContainsFunc(all, func(m module.Version) bool {
			return path == m.Path || strings.HasPrefix(path, m.Path+"/")
		})
	}
	for _, im := range p.packages {
		if im.used && foreign(im.pkg.Path()) {
			return all
		}
	}
	for path := range p.blank {
		if foreign(path) {
			return all
		}
	}
	return nil
}

// requiredNote tells what the program needs besides Go.
func requiredNote(list []module.Version) string {
	var names []string
	for _, m := range list {
		names = append(names, m.Path+" "+m.Version)
	}
	return "it needs modules, which `go run .` fetches where the module cache does not have them: " + strings.Join(names, ", ")
}
