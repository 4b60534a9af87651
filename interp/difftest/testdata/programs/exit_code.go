package main

import (
	"fmt"
	"os"
)

func run() int {
	defer fmt.Println("deferred in run")
	return 3
}

func main() {
	fmt.Println("before")
	code := run()
	if code != 0 {
		os.Exit(code)
	}
	fmt.Println("unreached")
}
