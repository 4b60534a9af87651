package main

type List[T any] []T
type Box3 struct {
	n3 map[int]rune
}
type T4 struct {
	n0 Box3 "json:\"first,omitempty\""
}
type Point5 struct {
	z2 List[T4]
}
type Namer8 interface {
}

func (r Box3) Area() (r31 []map[uint32]Box3) {
	return
}

var g78 Namer8 = Point5{}

func main() {
}
