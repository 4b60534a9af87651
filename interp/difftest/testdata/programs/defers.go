package main

import (
	"errors"
	"fmt"
	"os"
)

type res struct{ name string }

func open(n string) *res { fmt.Println("open", n); return &res{n} }

func (r *res) Close() error { fmt.Println("close", r.name); return nil }
func (r res) Show(s string) { fmt.Println("show", r.name, s) }

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Print("d", i, " ")
	}
	defer func() { fmt.Println("first") }()
}

func named() (n int, err error) {
	defer func() {
		n *= 2
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	n = 21
	panic("boom")
}

func result() (n int) {
	defer func() { n++ }()
	return 41
}

func args() {
	x := 1
	defer fmt.Println("deferred x", x)
	defer func(y int) { fmt.Println("y", y, "x", x) }(x)
	x = 2
	r := res{"value"}
	defer r.Show("a")
	r.name = "changed"
	p := &r
	defer p.Close()
	p = &res{"other"}
	_ = p
}

func chain() (s string) {
	defer func() { s += fmt.Sprint("|", recover()) }()
	defer func() {
		defer func() { s += fmt.Sprint("|", recover()) }()
		panic("second")
	}()
	panic("first")
}

func replaced() (v any) {
	defer func() { v = recover() }()
	defer func() { panic("replacement") }()
	panic("original")
}

func repanic() (s string) {
	defer func() {
		s = fmt.Sprint("outer got ", recover())
	}()
	func() {
		defer func() {
			if r := recover(); r != nil {
				panic(fmt.Sprint("re-", r))
			}
		}()
		panic("one")
	}()
	return "unreached"
}

func notDirect() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	defer func() {
		func() { s = fmt.Sprint("inner:", recover()) }()
	}()
	panic("kept")
}

func helper() any { return recover() }

func deferredHelper() (r any) {
	defer func() { r = recover() }()
	defer helper()
	panic("eaten")
}

type cleanup []func()

func (c *cleanup) add(f func()) { *c = append(*c, f) }
func (c cleanup) run() {
	for i := range c {
		defer c[i]()
	}
}

func loopReturn() (out []int) {
	for i := range 5 {
		defer func() { out = append(out, i) }()
		if i == 2 {
			return []int{100}
		}
	}
	return nil
}

var errSentinel = errors.New("sentinel")

func wrapping() (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("wrapping: %w", err)
		}
	}()
	r := open("file")
	defer func() { err = errors.Join(err, r.Close()) }()
	return errSentinel
}

func nilFunc() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	var f func()
	defer f()
	fmt.Println("still runs")
	return "no"
}

func main() {
	order()
	fmt.Println()
	fmt.Println(named())
	fmt.Println(result())
	args()
	fmt.Println(chain())
	fmt.Println(replaced())
	fmt.Println(repanic())
	fmt.Println(notDirect())
	fmt.Println(deferredHelper())
	var c cleanup
	c.add(func() { fmt.Print("c1 ") })
	c.add(func() { fmt.Print("c2 ") })
	c.run()
	fmt.Println(loopReturn())
	err := wrapping()
	fmt.Println(err, errors.Is(err, errSentinel))
	fmt.Println(nilFunc())
	fmt.Println(recover())
	defer os.Stdout.WriteString("last\n")
	defer fmt.Println("main's deferred")
}
