package main

import (
	"fmt"
	"strings"
)

type S struct {
	p *int
	q []*int
	t *T
}
type T struct {
	n int
	s string
}

func id(x int) int       { return x }
func two() (int, string) { return 1, "b" }

func main() {
	x, y := 3, 4
	b := true
	var n int
	p := &n
	*p = x + y
	fmt.Print(n, " ")
	*p = -x
	fmt.Print(n, " ")
	*p = id(9)
	fmt.Print(n, " ")
	s := []int{5, 6}
	*p = s[1]
	fmt.Print(n, " ")
	*p += 2
	*p++
	fmt.Print(n, " ")
	pb := &b
	*pb = !b
	fmt.Print(b, " ")
	*pb = x < y
	fmt.Print(b, " ")
	*pb = x > y || y > x && b
	fmt.Print(b, " ")
	m := map[string]int{}
	m["a"] = x + y
	m["b"] += x * 2
	m["c"]++
	s[0] = x - y
	s[1] = int(float64(x) * 1.5)
	fmt.Print(m, s, " ")
	st := S{p: &x, t: &T{}}
	*st.p = y * 2
	st.q = append(st.q, &y)
	*st.q[0] = 77
	st.t.n = x + y
	(*st.t).s = "a" + "b"
	*st.t = T{x, strings.ToUpper("q")}
	fmt.Print(x, y, *st.t, " ")
	var q *T
	pq := &q
	*pq = &T{4, "z"}
	(*pq).n++
	(**pq).s = "w"
	fmt.Print(*q, " ")
	arr := [3]int{}
	pa := &arr
	pa[1] = x + 1
	(*pa)[2] = 8
	*pa = [3]int{9, pa[1], pa[2]}
	fmt.Print(arr, " ")
	var str string
	ps := &str
	*ps = "a" + str
	*ps += "c"
	*p, *ps = two()
	fmt.Println(n, str)
	f := fmt.Sprintln
	fmt.Print(f("x", 1))
	up := strings.ToUpper
	fmt.Println(up("abc"), strings.Map(func(r rune) rune { return r + 1 }, "abc"))
	printers := map[string]func(...any) (int, error){"p": fmt.Println}
	printers["p"]("in map", x)
	apply := func(g func(string, ...any) string) string { return g("%d-%d", 1, 2) }
	fmt.Println(apply(fmt.Sprintf))
	i := 0
L:
	for {
		i++
		if i < 3 {
			goto L
		}
		for {
			if i > 5 {
				break L
			}
			i++
			continue L
		}
	}
	fmt.Println(i)
	goto done
done:
	fmt.Println("done")
	var any1 any = T{1, "x"}
	pany := &any1
	*pany = 5
	fmt.Println(any1)
	*pany = T{2, "y"}
	fmt.Println(any1)
	c := make(chan int, 1)
	c <- 3
	*p = <-c
	fmt.Println(n)
	*p = len(s) + cap(c)
	*p = map[string]int{"k": 6}["k"]
	fmt.Println(n)
	type pair struct {
		a, b *pair
		v    int
	}
	root := &pair{v: 1}
	root.a = &pair{v: 2}
	root.a.b = &pair{v: 3}
	*root.a.b = pair{v: 4}
	fmt.Println(root.a.b.v, *root.a.b)
	var fn func(int) int
	pf := &fn
	*pf = func(i int) int { return i * x }
	fmt.Println(fn(2))
	r := []rune("héllo")
	r[1] = 'e'
	by := []byte("abc")
	by[0] = 'X'
	by[1]++
	fmt.Println(string(r), string(by), r[1], by[0])
	fmt.Printf("%T %T %T %T %c\n", r[0], by[0], 'a', "a"[0], r[0])
	var i8 int8 = 127
	i8++
	var u8 uint8 = 0
	u8--
	var u32 uint32 = 1 << 31
	u32 <<= 1
	sh := 65
	fmt.Println(i8, u8, u32, int32(1)<<sh, -5>>1, -5/2, -5%3, 7&^2, ^5, uint8(200)+u8)
}
