package main

import "fmt"

type matrix [][]float64

func (m matrix) at(i, j int) float64 { return m[i][j] }

func main() {
	m := matrix{{1, 2}, {3, 4}}
	for i := 0; ; i++ {
		fmt.Println(m.at(i, i))
	}
}
