package main

import (
	"fmt"

	"gopost/mpsc"
)

func main() {
	tx, rx := mpsc.Channel[int]()
	go func() {
		defer tx.Drop()
		for i := 0; i < 200000; i++ {
			if err := tx.Send(i); err != nil {
				return
			}
		}
	}()
	sum := 0
	for v := range rx.Iter() {
		sum += v
	}
	fmt.Println(sum)
}
