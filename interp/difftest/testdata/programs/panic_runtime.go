package main

import "fmt"

type node struct {
	next *node
	v    int
}

func walk(n *node) int {
	return n.v + walk(n.next)
}

func main() {
	list := &node{&node{nil, 1}, 2}
	fmt.Println(list.next.v)
	xs := []int{1, 2, 3}
	for i := range 5 {
		if i == 4 {
			fmt.Println(walk(list))
		}
		fmt.Println(xs[min(i, 2)])
	}
}
