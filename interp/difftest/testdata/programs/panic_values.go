package main

import (
	"fmt"
	"os"
)

type code int

type stringer struct{ n int }

func (s stringer) String() string { return fmt.Sprint("stringer ", s.n) }

func main() {
	if len(os.Args) > 100 {
		return
	}
	for _, v := range []any{1, "s", code(3), 2.5, stringer{4}, nil, true, 'x', uint8(9), 1 + 2i} {
		func() {
			defer func() { fmt.Printf("%v %T\n", recover(), v) }()
			panic(v)
		}()
	}
	panic(code(42))
}
