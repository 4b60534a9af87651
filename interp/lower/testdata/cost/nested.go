package main

import "fmt"

func main() {
	odd := 0
	for i := 0; i < 1000; i++ {
		for j := 0; j < 1000; j++ {
			if (i*j+i)%3 == 1 {
				odd++
			}
		}
	}
	fmt.Println(odd)
}
