package main

import "fmt"

type bad struct {
	n int
	f func()
}

func try(f func()) { defer func() { fmt.Println(recover()) }(); f() }
func main() {
	var nilF func()
	var s any = []int{1}
	try(func() { m := map[any]int{}; m[bad{}] = 1 })
	try(func() { m := map[any]int{}; _ = m[nilF] })
	try(func() { m := map[any]int{}; m[s] = 1 })
	try(func() { m := map[any]int{}; m[s]++ })
	try(func() { m := map[any]int{1: 2}; fmt.Println(m[s]) })
	try(func() { m := map[any]int{1: 2}; _, ok := m[s]; fmt.Println(ok) })
	try(func() { m := map[any]int{1: 2}; delete(m, s) })
	try(func() { _ = map[any]int{s: 2} })
	try(func() { x := []int{1}; fmt.Println([4]int(x)) })
	try(func() { x := []int{1}; fmt.Println((*[4]int)(x)) })
	try(func() { fmt.Println(any(bad{}) == any(bad{})) })
}
