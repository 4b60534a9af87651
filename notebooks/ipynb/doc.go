// Package ipynb reads Jupyter notebooks, executes their cells in an
// [interp.Interpreter] without Jupyter or Python, and writes them again.
//
// A notebook is a JSON file. Its format is versioned; version 4 is what every
// Jupyter of the last ten years writes, and what this package reads. Programs
// of all kinds keep things of their own in notebooks, so a [Notebook] keeps
// everything it does not know, in the order in which it came: only the outputs
// and execution counts of cells that were executed change.
//
//	nb, err := ipynb.ReadFile("hello.ipynb")
//	...
//	run := ipynb.NewRun(nb, os.Stdout, os.Stderr)
//	session := interp.New(... run ...)   // the run is the session's Sink
//	err = run.Execute(ctx, session)
//	err = errors.Join(err, nb.WriteFile("executed.ipynb"))
//
// See https://nbformat.readthedocs.io/en/latest/format_description.html.
package ipynb
