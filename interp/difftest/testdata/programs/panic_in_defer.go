package main

import "fmt"

func main() {
	defer fmt.Println("first deferred, runs last")
	defer func() {
		panic(fmt.Sprintf("second: %v", recover()))
	}()
	panic("first")
}
