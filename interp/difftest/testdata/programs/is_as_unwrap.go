package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

type Kind int

const (
	Other Kind = iota
	Missing
	Denied
)

func (k Kind) String() string { return [...]string{"other", "missing", "denied"}[k] }
func (k Kind) Error() string  { return "kind " + k.String() }

type E struct {
	Kind
	Op  string
	Err error
}

func (e *E) Error() string   { return e.Op + ": " + e.Kind.Error() }
func (e *E) Unwrap() []error { return []error{e.Kind, e.Err} }
func (e *E) Is(t error) bool { return t == fs.ErrNotExist && e.Kind == Missing }

type timeout struct{ error }

func (timeout) Timeout() bool { return true }

type asPath struct{}

func (asPath) Error() string { return "as path" }
func (asPath) As(t any) bool {
	switch t := t.(type) {
	case **fs.PathError:
		*t = &fs.PathError{Op: "made", Path: "up", Err: Denied}
		return true
	case *Kind:
		*t = Denied
		return true
	}
	return false
}

type loop struct{ n int }

func (l loop) Error() string { return fmt.Sprint("loop ", l.n) }
func (l loop) Unwrap() error {
	if l.n == 0 {
		return nil
	}
	return loop{l.n - 1}
}

func main() {
	base := errors.New("base")
	e := &E{Missing, "open", base}
	w := fmt.Errorf("wrapped: %w", e)
	fmt.Println(w, errors.Is(w, base), errors.Is(w, Missing), errors.Is(w, Denied), errors.Is(w, fs.ErrNotExist), errors.Is(w, os.ErrExist))
	var k Kind
	fmt.Println(errors.As(w, &k), k)
	var pe *E
	fmt.Println(errors.As(w, &pe), pe == e, pe.Op)
	if got, ok := errors.AsType[Kind](w); ok {
		fmt.Println("as type", got)
	}
	_, ok := errors.AsType[timeout](w)
	fmt.Println(ok)
	to, ok := errors.AsType[interface {
		error
		Timeout() bool
	}](fmt.Errorf("x: %w", timeout{base}))
	fmt.Println(to, ok, to.Timeout(), os.IsTimeout(timeout{base}), os.IsNotExist(e))
	var path *fs.PathError
	fmt.Println(errors.As(asPath{}, &path), path, errors.Is(path, Denied), errors.As(asPath{}, &k), k)
	fmt.Println(errors.Is(loop{3}, loop{1}), errors.Is(loop{3}, loop{5}), errors.Unwrap(loop{1}), errors.Unwrap(loop{0}) == nil)
	j := errors.Join(loop{1}, nil, fmt.Errorf("a %w b %w", base, Denied))
	fmt.Printf("%v|%q\n", j, fmt.Sprint(j))
	u, _ := j.(interface{ Unwrap() []error })
	fmt.Println(len(u.Unwrap()), errors.Is(j, Denied), errors.Is(j, loop{0}))
	err := func() (err error) {
		defer func() { err = errors.Join(err, errors.New("close")) }()
		return e
	}()
	fmt.Printf("%q %t\n", err.Error(), errors.Is(err, Missing))
	fmt.Println(errors.Is(nil, base), errors.Is(base, nil), errors.Is(nil, nil))
	var nilE *E
	var asErr error = nilE
	fmt.Println(asErr == nil, asErr != nil, nilE == nil)
	m := map[error]int{Missing: 1, base: 2, loop{1}: 3}
	fmt.Println(m[Missing], m[base], m[loop{1}], m[Denied])
	switch err := w; {
	case errors.Is(err, Denied):
		fmt.Println("denied")
	case errors.Is(err, Missing):
		fmt.Println("missing")
	}
	fmt.Printf("%v %+v %s %T %d\n", Missing, Missing, Missing, Missing, Missing)
	fmt.Printf("%v %T\n", timeout{base}, timeout{base})
}
