package main

import "fmt"

type List[T any] []T

func main() {
	defer func() {
		err := recover()
		_, ok := err.(error)
		fmt.Println(err, ok)
	}()
	fmt.Println(*(*[2]List[byte])(nil))
}
