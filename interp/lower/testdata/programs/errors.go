package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
)

var ErrNotFound = errors.New("not found")

type PathErr struct {
	Path string
	Err  error
}

func (e *PathErr) Error() string { return e.Path + ": " + e.Err.Error() }
func (e *PathErr) Unwrap() error { return e.Err }

type Code int

func (c Code) Error() string        { return fmt.Sprintf("code %d", int(c)) }
func (c Code) Is(target error) bool { return target == ErrNotFound && c == 404 }

type Temporary interface{ Temporary() bool }
type netErr struct{ temp bool }

func (n netErr) Error() string   { return "net" }
func (n netErr) Temporary() bool { return n.temp }

type multi []error

func (m multi) Error() string   { return fmt.Sprint(len(m), " errors") }
func (m multi) Unwrap() []error { return m }

type asErr struct{}

func (asErr) Error() string { return "as" }
func (asErr) As(target any) bool {
	if p, ok := target.(*Code); ok {
		*p = 77
		return true
	}
	return false
}

func find(k string) error {
	if k == "" {
		return &PathErr{"/" + k, ErrNotFound}
	}
	return nil
}

func mayFail(n int) (res int, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("mayFail(%d): %w", n, err)
		}
	}()
	if n < 0 {
		return 0, Code(-n)
	}
	return n, nil
}

func nilPtr() error {
	var p *PathErr
	return p
}

func main() {
	err := find("")
	fmt.Println(err, errors.Is(err, ErrNotFound), errors.Unwrap(err) == ErrNotFound)
	w := fmt.Errorf("ctx: %w", err)
	var pe *PathErr
	fmt.Println(errors.As(w, &pe), pe.Path, pe == err)
	fmt.Println(w)
	_, err = mayFail(-404)
	fmt.Println(err, errors.Is(err, ErrNotFound), errors.Is(err, Code(404)), errors.Is(err, Code(5)))
	var c Code
	if errors.As(err, &c) {
		fmt.Println("code", int(c))
	}
	var t Temporary
	err = fmt.Errorf("x: %w", netErr{true})
	if errors.As(err, &t) {
		fmt.Println("temp", t.Temporary())
	}
	j := errors.Join(ErrNotFound, netErr{false}, nil)
	fmt.Println(j, errors.Is(j, ErrNotFound), errors.Is(j, io.EOF))
	var ne netErr
	fmt.Println(errors.As(j, &ne), ne.temp)
	m := multi{io.EOF, &PathErr{"p", fs.ErrNotExist}}
	fmt.Println(m, errors.Is(m, io.EOF), errors.Is(m, os.ErrNotExist), errors.As(m, &pe), pe.Path)
	fmt.Println(nilPtr() == nil, find("x") == nil)
	two := fmt.Errorf("%w and %w", io.EOF, ErrNotFound)
	fmt.Println(two, errors.Is(two, io.EOF), errors.Is(two, ErrNotFound))
	_, err = strconv.Atoi("x1")
	var numErr *strconv.NumError
	fmt.Println(err, errors.As(err, &numErr), numErr.Func, errors.Is(err, strconv.ErrSyntax))
	_, err = os.Open("/does/not/exist")
	var pathErr *fs.PathError
	fmt.Println(errors.As(err, &pathErr), errors.Is(err, fs.ErrNotExist), pathErr.Op)
	if e, ok := errors.AsType[*PathErr](w); ok {
		fmt.Println("astype", e.Path)
	}
	if e, ok := errors.AsType[Code](io.EOF); !ok {
		fmt.Println("no", int(e))
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		fmt.Println(e.Path)
	}
	var cc Code
	fmt.Println(errors.As(asErr{}, &cc), int(cc))
	fmt.Println(Code(3) == Code(3), error(Code(3)) == error(Code(3)), error(Code(3)) == error(Code(4)))
	errs := map[string]error{"a": Code(1), "b": nil}
	fmt.Println(errs["a"], errs["b"], errs["c"] == nil)
	switch e := errs["a"].(type) {
	case Code:
		fmt.Println("Code", int(e))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fmt.Println("not exist")
	}
	ch := make(chan error, 2)
	ch <- Code(9)
	ch <- nil
	fmt.Println(<-ch, <-ch)
	fmt.Printf("%v %s %q %+v %T\n", Code(1), Code(2), Code(3), &PathErr{"a", Code(2)}, w)
	fmt.Printf("%v|%d\n", netErr{true}, Code(5))
	func() {
		defer func() { fmt.Println("rec:", recover()) }()
		panic(fmt.Errorf("wrapped %w", Code(1)))
	}()
}
