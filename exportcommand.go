package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"gopost/notebooks/export"
)

func exportCommand(*flag.FlagSet) action {
	return func(ctx context.Context, args []string, s streams) error {
		if err := arguments("export", args, "a NOTEBOOK.ipynb and a DIR", "a DIR, the folder to make"); err != nil {
			return err
		}
		ctx, stop := untilSignal(ctx)
		defer stop()
		report, err := export.Export(ctx, export.Options{
			Notebook: args[0], Dir: args[1], Library: library,
			Progress: func(sentence string) { fmt.Fprintln(s.out, sentence) },
		})
		if errors.Is(err, export.ErrUsage) {
			return &usageError{"export", err.Error()}
		}
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%w: name a notebook that exists", err)
		}
		if err != nil {
			return err
		}
		exported(s.out, args[1], report)
		return nil
	}
}

// exported says what became of the notebook.
func exported(w io.Writer, dir string, r export.Report) {
	fmt.Fprintf(w, "Wrote the module %s to %s. Run it there with `go run .`\n", r.Module, dir)
	if len(r.LeftOut) > 0 {
		fmt.Fprintln(w, "\nThese cells are only comments in main.go:")
	}
	for _, c := range r.LeftOut {
		what := "  -"
		if c.Number > 0 {
			what = fmt.Sprintf("  In[%d]:", c.Number)
		}
		fmt.Fprintln(w, what, strings.ReplaceAll(c.Reason, "\n", "\n    "))
	}
	for _, note := range r.Notes {
		fmt.Fprintln(w, "\nNote:", note)
	}
}
