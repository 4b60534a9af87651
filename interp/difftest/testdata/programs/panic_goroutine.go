package main

import (
	"fmt"
	"sync"
)

func count(words []string) {
	var wg sync.WaitGroup
	var m map[string]int
	wg.Go(func() {
		for _, w := range words {
			m[w]++
		}
	})
	wg.Wait()
	select {}
}

func main() {
	fmt.Println("counting")
	count([]string{"a", "b"})
}
