package rt

import (
	"fmt"
	"io"
	"math"
	"strconv"
)

// Writer is a standard stream of a cell. What is written goes to the cell of
// the goroutine that writes.
type Writer struct {
	run    *Runtime
	stderr bool
}

// Redirect has the standard streams ask, before each text, where it goes: a
// learner may have assigned to os.Stdout. nil stands for the cell's output.
func (r *Runtime) Redirect(to func(stderr bool) io.Writer) { r.redirect = to }

func (w *Writer) elsewhere() io.Writer {
	if w.run.redirect == nil {
		return nil
	}
	return w.run.redirect(w.stderr)
}

// Write sends p to the cell's output. It blocks while the notebook is slower
// than the cell, and is interrupted with the cell.
func (w *Writer) Write(p []byte) (int, error) {
	if to := w.elsewhere(); to != nil {
		return to.Write(p)
	}
	w.Emit(p)
	return len(p), nil
}

// WriteString is Write for a string.
func (w *Writer) WriteString(s string) (int, error) {
	if to := w.elsewhere(); to != nil {
		return io.WriteString(to, s)
	}
	w.emit(s)
	return len(s), nil
}

// Emit is Write to the cell's output, whatever the stream is redirected to.
func (w *Writer) Emit(p []byte) {
	if len(p) > 0 {
		w.emit(string(p))
	}
}

func (w *Writer) emit(s string) {
	w.run.Check()
	w.run.host.Stream(w.run.cell(), w.stderr, s)
}

// Sync returns nil: output is never held back.
func (w *Writer) Sync() error { return nil }

// Close does nothing: the stream belongs to the notebook.
func (w *Writer) Close() error { return nil }

// Stdout returns what stands for os.Stdout where an io.Writer is wanted.
func (r *Runtime) Stdout() *Writer { return &Writer{run: r} }

// Stderr returns what stands for os.Stderr where an io.Writer is wanted.
func (r *Runtime) Stderr() *Writer { return &Writer{run: r, stderr: true} }

// Print is the builtin print, as the compiler's runtime formats it.
func (r *Runtime) Print(args ...any) { r.builtinPrint(args, "", "") }

// Println is the builtin println.
func (r *Runtime) Println(args ...any) { r.builtinPrint(args, " ", "\n") }

func (r *Runtime) builtinPrint(args []any, sep, end string) {
	var b []byte
	for i, a := range args {
		if i > 0 {
			b = append(b, sep...)
		}
		switch a := plain(a).(type) {
		case nil:
			b = append(b, "nil"...)
		case float32:
			b = strconv.AppendFloat(b, float64(a), 'g', -1, 32)
		case float64:
			b = appendFloat(b, a)
		case complex64:
			b = appendComplex(b, complex128(a))
		case complex128:
			b = appendComplex(b, a)
		default:
			b = fmt.Append(b, a)
		}
	}
	r.Stderr().Write(append(b, end...))
}

// appendFloat writes a float as the runtime's print does.
func appendFloat(b []byte, f float64) []byte { return strconv.AppendFloat(b, f, 'g', -1, 64) }

func appendComplex(b []byte, c complex128) []byte {
	b = appendFloat(append(b, '('), real(c))
	if im := imag(c); !(im < 0) && !math.Signbit(im) && !math.IsInf(im, 1) {
		b = append(b, '+')
	}
	return append(appendFloat(b, imag(c)), "i)"...)
}
