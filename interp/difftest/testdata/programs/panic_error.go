package main

import (
	"errors"
	"fmt"
)

type failure struct{ code int }

func (f *failure) Error() string { return fmt.Sprintf("failure %d", f.code) }

func step(n int) {
	defer fmt.Println("leaving step", n)
	if n == 0 {
		panic(fmt.Errorf("step: %w", errors.Join(&failure{7}, errors.New("other"))))
	}
	step(n - 1)
}

func main() {
	fmt.Println("start")
	step(2)
	fmt.Println("unreached")
}
