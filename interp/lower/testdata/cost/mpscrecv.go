package main

import (
	"fmt"

	"gopost/mpsc"
)

func main() {
	tx, rx := mpsc.SyncChannel[string](128)
	go func() {
		for i := 0; i < 200000; i++ {
			tx.Send("letter")
		}
		tx.Drop()
	}()
	n := 0
	for {
		s, err := rx.Recv()
		if err != nil {
			break
		}
		n += len(s)
	}
	fmt.Println(n)
}
