package kernel

import (
	"context"

	"gopost/interp"
)

// broken stands for an interpreter that could not be started: every cell says
// why, which a learner sees, unlike a kernel that dies.
type broken struct{ err *interp.Error }

func newBroken(err error) broken {
	e := &interp.Error{
		Name:  "WorkerLost",
		Value: "cells can't run, for the interpreter could not be started: " + err.Error(),
	}
	e.Traceback = []string{e.Error(), "Run `gopost doctor` in a terminal to see what is missing, then restart the kernel."}
	return broken{e}
}

func (b broken) Run(context.Context, interp.Cell) interp.Result     { return interp.Result{Err: b.err} }
func (b broken) Eval(context.Context, string, string) interp.Result { return interp.Result{Err: b.err} }
func (broken) Interrupt()                                           {}
func (broken) Complete(_ string, cursor int) interp.Completion {
	return interp.Completion{Start: cursor, End: cursor}
}
func (broken) Inspect(string, int, int) interp.Inspection { return interp.Inspection{} }
func (broken) IsComplete(string) interp.Completeness      { return interp.Completeness{Status: "unknown"} }
func (b broken) Restart() error                           { return b.err }
func (broken) Close() error                               { return nil }
