package main

import (
	"fmt"
	"log"
)

func main() {
	fmt.Println("out")
	log.SetFlags(0)
	log.Fatalf("fatal: %d", 7)
	fmt.Println("unreached")
}
