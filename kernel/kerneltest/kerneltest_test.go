package kerneltest_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"gopost/interp"
	"gopost/kernel"
	"gopost/kernel/kerneltest"
)

// echo is an interpreter whose cells print their own text.
type echo struct{ sink interp.Sink }

func start(s interp.Sink) (interp.Interpreter, error) { return echo{s}, nil }

func (e echo) Run(_ context.Context, c interp.Cell) interp.Result {
	e.sink.Stream(c.ID, interp.Stdout, c.Source)
	return interp.Result{Value: &interp.Display{Data: interp.Bundle{"text/plain": fmt.Sprint(len(c.Source))}}}
}
func (echo) Eval(context.Context, string, string) interp.Result { return interp.Result{} }
func (echo) Interrupt()                                         {}
func (echo) Complete(_ string, cursor int) interp.Completion {
	return interp.Completion{Start: cursor, End: cursor}
}
func (echo) Inspect(string, int, int) interp.Inspection { return interp.Inspection{} }
func (echo) IsComplete(string) interp.Completeness      { return interp.Completeness{} }
func (echo) Restart() error                             { return nil }
func (echo) Close() error                               { return nil }

func TestScript(t *testing.T) {
	f := kerneltest.Serve(t, start, kernel.Options{})
	c := f.Execute("hello")
	c.ExpectBusy()
	c.ExpectInput(1)
	c.ExpectStream("stdout", "hello")
	c.ExpectResult("5")
	c.ExpectOK()
	c.ExpectIdle()
	f.Interrupt()
	f.Shutdown(false)
	f.WaitEnd()
}

// recorder is a test that is allowed to fail.
type recorder struct {
	testing.TB
	failure string
}

func (r *recorder) Helper() {}

func (r *recorder) Fatalf(format string, args ...any) {
	r.failure = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

// What is expected and does not come fails the test, with a sentence.
func TestFailedExpectations(t *testing.T) {
	for name, c := range map[string]struct {
		expect func(*kerneltest.FrontEnd, *kerneltest.Request)
		want   string
	}{
		"type":   {func(f *kerneltest.FrontEnd, r *kerneltest.Request) { r.ExpectInput(1) }, "status came where execute_input is expected"},
		"state":  {func(f *kerneltest.FrontEnd, r *kerneltest.Request) { r.ExpectIdle() }, "the kernel says it is busy where idle is expected"},
		"number": {func(f *kerneltest.FrontEnd, r *kerneltest.Request) { r.ExpectStart(2) }, "has number 1, not 2"},
		"text": {func(f *kerneltest.FrontEnd, r *kerneltest.Request) {
			r.ExpectStart(1)
			r.ExpectStream("stdout", "hell")
		}, `"hello" was printed`},
		"stream": {func(f *kerneltest.FrontEnd, r *kerneltest.Request) {
			r.ExpectStart(1)
			r.ExpectStream("stderr", "hello")
		}, `"hello" was printed on stdout`},
		"status":  {func(f *kerneltest.FrontEnd, r *kerneltest.Request) { r.ExpectFailed() }, `the cell's status is "ok", not "error"`},
		"silence": {func(f *kerneltest.FrontEnd, r *kerneltest.Request) { r.SkipToIdle(); f.Shutdown(false); r.Next() }, "nothing came on iopub"},
	} {
		t.Run(name, func(t *testing.T) {
			r := &recorder{TB: t}
			f := kerneltest.Serve(r, start, kernel.Options{})
			ended := make(chan struct{})
			go func() {
				defer close(ended)
				c.expect(f, f.Execute("hello"))
			}()
			<-ended
			if !strings.Contains(r.failure, c.want) {
				t.Errorf("the failure is %q, want %q", r.failure, c.want)
			}
		})
	}
}
