package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
)

type NotFound struct{ Key string }

func (e *NotFound) Error() string { return "not found: " + e.Key }

type Code int

func (c Code) Error() string        { return "code " + strconv.Itoa(int(c)) }
func (c Code) Is(target error) bool { return target == ErrClient && c >= 400 && c < 500 }

var ErrClient = errors.New("client error")

type Op struct {
	Name string
	Err  error
}

func (o Op) Error() string { return o.Name + ": " + o.Err.Error() }
func (o Op) Unwrap() error { return o.Err }

type Multi []error

func (m Multi) Error() string   { return fmt.Sprintf("%d errors", len(m)) }
func (m Multi) Unwrap() []error { return m }

type Asable struct{ v int }

func (a Asable) Error() string { return "asable" }
func (a Asable) As(target any) bool {
	if p, ok := target.(*Code); ok {
		*p = Code(a.v)
		return true
	}
	return false
}

type Temporary interface{ Temporary() bool }
type netErr struct{ temp bool }

func (n netErr) Error() string   { return "net" }
func (n netErr) Temporary() bool { return n.temp }

func find(k string) error {
	if k == "" {
		return fmt.Errorf("find: %w", &NotFound{"empty"})
	}
	return nil
}

func mayReturnTypedNil(fail bool) error {
	var e *NotFound
	if fail {
		e = &NotFound{"x"}
	}
	return e
}

func main() {
	err := find("")
	var nf *NotFound
	fmt.Println(err, errors.As(err, &nf), nf.Key, find("a"))
	if nf2, ok := errors.AsType[*NotFound](err); ok {
		fmt.Println("AsType", nf2.Key, nf2 == nf)
	}
	_, ok := errors.AsType[Code](err)
	fmt.Println(ok)
	w := Op{"outer", Op{"inner", Code(404)}}
	fmt.Println(w, errors.Is(w, Code(404)), errors.Is(w, Code(405)), errors.Is(w, ErrClient), errors.Unwrap(w) == Op{"inner", Code(404)})
	var c Code
	fmt.Println(errors.As(w, &c), c)
	j := errors.Join(io.EOF, nil, w)
	fmt.Println(errors.Is(j, io.EOF), errors.Is(j, ErrClient), errors.Join(nil, nil) == nil)
	fmt.Printf("%q\n", j.Error())
	m := Multi{io.ErrUnexpectedEOF, &NotFound{"m"}}
	fmt.Println(errors.Is(m, io.ErrUnexpectedEOF), errors.As(m, &nf), nf.Key)
	two := fmt.Errorf("two: %w and %w", io.EOF, Code(500))
	fmt.Println(two, errors.Is(two, io.EOF), errors.As(two, &c), c, errors.Is(two, ErrClient))
	var c2 Code
	fmt.Println(errors.As(Asable{7}, &c2), c2)
	var t Temporary
	fmt.Println(errors.As(fmt.Errorf("x: %w", netErr{true}), &t), t.Temporary())
	_, err = os.Open("no/such/file")
	var pe *fs.PathError
	fmt.Println(errors.Is(err, fs.ErrNotExist), errors.As(err, &pe), pe.Op, pe.Path, err)
	_, err = strconv.Atoi("12x")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, errors.Is(err, strconv.ErrSyntax), err)
	e := mayReturnTypedNil(false)
	fmt.Println(e == nil, mayReturnTypedNil(true) == nil)
	fmt.Printf("%T %v %+v %#v\n", err, w, w, Code(3))
	fmt.Printf("%T %T %T\n", errors.New("a"), fmt.Errorf("a"), fmt.Errorf("%w", io.EOF))
	switch err := err.(type) {
	case *NotFound:
		fmt.Println("nf")
	case *strconv.NumError:
		fmt.Println("num error", err.Func)
	}
	var x error = Code(1)
	var y error = Code(1)
	fmt.Println(x == y, x != Code(2), errors.New("a") == errors.New("a"), &NotFound{} == &NotFound{})
	func() {
		defer func() {
			r := recover()
			err, ok := r.(error)
			fmt.Println(ok, err, errors.Is(err, ErrClient))
		}()
		panic(fmt.Errorf("in panic: %w", Code(418)))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		errors.As(err, nil)
	}()
	if errors.ErrUnsupported != nil {
		fmt.Println(fmt.Errorf("op: %w", errors.ErrUnsupported))
	}
}
