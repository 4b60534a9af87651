package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println("ends early")
	func() {
		defer fmt.Println("never runs")
		os.Exit(0)
	}()
	fmt.Println("unreached")
}
