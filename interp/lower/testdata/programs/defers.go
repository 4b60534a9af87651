package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
)

type MyErr struct{ Code int }

func (e MyErr) Error() string { return fmt.Sprint("myerr ", e.Code) }

func handler() {
	if r := recover(); r != nil {
		fmt.Println("handled", r)
	}
}

func named() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	panic("oops")
}

func viaNamed() {
	defer handler()
	panic("direct")
}

func nested() {
	defer fmt.Println("outer deferred")
	defer func() {
		defer func() {
			fmt.Println("inner recover", recover())
		}()
		panic("second")
	}()
	defer func() {
		fmt.Println("first recover", recover())
	}()
	panic("first")
}

func repanic() {
	defer func() {
		fmt.Println("final", recover())
	}()
	defer func() {
		r := recover()
		panic(fmt.Sprint("re-", r))
	}()
	panic("a")
}

func helper() any { return recover() }

func noHelp() (s string) {
	defer func() {
		r := recover()
		s = fmt.Sprint("outer got ", r)
	}()
	defer func() {
		func() {
			fmt.Println("nested call sees", recover())
		}()
	}()
	panic("p")
}

func order() (n int) {
	defer func() { n *= 2 }()
	defer func() { n += 3 }()
	return 4
}

func args() {
	x := 1
	defer fmt.Println("arg", x)
	x = 2
	defer func(v int) { fmt.Println("param", v, x) }(x)
	x = 3
}

func runtimeErrors() {
	try := func(name string, f func()) {
		defer func() {
			r := recover()
			_, isRT := r.(runtime.Error)
			err, isErr := r.(error)
			fmt.Println(name, r, isRT, isErr)
			if isErr {
				_ = err.Error()
			}
		}()
		f()
	}
	var s []int
	var m map[string]int
	var p *MyErr
	var i any = "str"
	zero := 0
	a := [3]int{}
	idx := 5
	try("index", func() { _ = s[idx] })
	try("array", func() { _ = a[idx] })
	try("string", func() { _ = "abc"[idx] })
	try("map", func() { m["a"] = 1 })
	try("nil", func() { fmt.Println(p.Code) })
	try("div", func() { fmt.Println(1 / zero) })
	try("mod", func() { fmt.Println(1 % zero) })
	try("assert", func() { _ = i.(int) })
	try("slice", func() { _ = a[idx:] })
	try("custom", func() { panic(MyErr{3}) })
	try("error", func() { panic(errors.New("plain")) })
	try("none", func() {})
	try("close", func() { var c chan int; close(c) })
	try("closed", func() { c := make(chan int); close(c); close(c) })
	try("send", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("neg", func() { n := -1; _ = make([]int, n) })
	try("nilfunc", func() { var f func(); f() })
	try("nilany", func() { var x any; _ = x.(string) })
	try("nilif", func() { var e error; _ = e.Error() })
	try("goexit", func() { panic(fmt.Sprintf("%d", 3)) })
}

func loopDefer() {
	for i := 0; i < 3; i++ {
		defer fmt.Print(i, " ")
	}
}

func recoverTwice() {
	defer func() { fmt.Println(recover(), recover()) }()
	panic(1)
}

type res struct{ name string }

func (r *res) Close() error { fmt.Println("close", r.name); return nil }

func open() {
	r := &res{"f"}
	defer r.Close()
	r = &res{"g"}
	defer r.Close()
	r.name = "changed"
}

func value() (x int, s string) {
	defer func() {
		if e := recover(); e != nil {
			x, s = -1, e.(error).Error()
		}
	}()
	x = 5
	var arr []string
	return 1, arr[2]
}

func panicInDeferReplaces() {
	defer func() { fmt.Println("got", recover()) }()
	defer panic("replacement")
	panic("original")
}

func main() {
	fmt.Println(named())
	viaNamed()
	nested()
	repanic()
	fmt.Println(noHelp())
	fmt.Println(helper())
	fmt.Println(order())
	args()
	runtimeErrors()
	loopDefer()
	fmt.Println()
	recoverTwice()
	open()
	fmt.Println(value())
	panicInDeferReplaces()
	defer fmt.Println("main deferred")
	defer func() {
		r := recover()
		var me MyErr
		if err, ok := r.(error); ok && errors.As(err, &me) {
			fmt.Println("as", me.Code)
		}
	}()
	func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Println(strings.Contains(fmt.Sprint(r), "7"))
				panic(r)
			}
		}()
		panic(MyErr{7})
	}()
	os.Exit(3)
}
