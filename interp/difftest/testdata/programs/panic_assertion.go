package main

import "fmt"

type animal interface{ sound() string }
type dog struct{}

func (dog) sound() string { return "woof" }

type quiet interface {
	animal
	hush()
}

func main() {
	var a animal = dog{}
	fmt.Println(a.sound())
	q := a.(quiet)
	fmt.Println(q)
}
