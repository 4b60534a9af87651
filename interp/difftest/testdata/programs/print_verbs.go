package main

import "fmt"

type MyInt int
type MyBytes []byte
type MyStr string
type MyBool bool

func main() {
	n := 255
	fmt.Printf("%d|%+d|%5d|%-5d|%05d|%x|%X|%#x|%o|%O|%b|%c|%q|%U|%#U\n", n, n, n, n, n, n, n, n, n, n, n, n, n, n, n)
	f := 3.14159265
	fmt.Printf("%f|%.2f|%8.3f|%-8.2f|%08.3f|%+.1f|%e|%E|%g|%G|%x\n", f, f, f, f, f, f, f, f, f, f, f)
	s := "hé\n\"x\""
	fmt.Printf("%s|%q|%+q|%#q|%x|% x|%X|%10s|%-10s|%.2s|%10.2s\n", s, s, s, s, s, s, s, s, s, s, s)
	fmt.Printf("%t|%5t|%v\n", true, false, true)
	fmt.Printf("%v|%+v|%.1f|%8.2f\n", 1+2i, -1-1i, 2.25+1i, 1i)
	fmt.Printf("%v %d %s %x %q\n", MyBytes("hi"), MyBytes("hi"), MyBytes("hi"), MyBytes("hi"), MyBytes("hi"))
	fmt.Printf("%v %s %q %x\n", MyStr("hi"), MyStr("hi"), MyStr("hi"), MyStr("hi"))
	fmt.Printf("%v %d %x %T %#v\n", MyInt(7), MyInt(7), MyInt(7), MyInt(7), MyInt(7))
	fmt.Printf("%v %t %T %#v\n", MyBool(true), MyBool(true), MyBool(true), MyBool(true))
	fmt.Printf("%#v %#v %#v %#v %#v %#v\n", 1, 1.0, "s", 'r', true, nil)
	fmt.Printf("%#v %#v %#v\n", []byte{1, 2}, [3]byte{1}, []string{"a"})
	fmt.Printf("%#v %#v %#v %#v\n", int8(1), uint8(2), uintptr(3), complex64(1))
	fmt.Printf("%#v %#v\n", map[string]int{"b": 2, "a": 1}, struct{ A, b int }{1, 2})
	fmt.Printf("%#v %#v\n", []any{1, nil, MyInt(2)}, map[MyInt]MyStr{1: "x"})
	fmt.Printf("%v %v %v\n", int8(-128), uint64(1<<63), float32(0.1))
	fmt.Printf("%6v|%-6v|%06v|%v\n", 1.5, 1.5, 1.5, 1e21)
	fmt.Printf("%v %v %v %v\n", 1e20, 1e-7, 100000.0, float32(16777216.0))
	fmt.Printf("%x %X\n", []string{"ab", "cd"}, []int{10, 11})
	fmt.Printf("%5d|%-5d|%05d\n", []int{1, 2}, [2]int{3, 4}, []int8{5})
	fmt.Printf("%q\n", []string{"a", "b c"})
	fmt.Printf("%08b %o %#o\n", 5, 64, 64)
	fmt.Printf("%3c|%-3c|%q\n", 'x', 'y', '☺')
	fmt.Printf("% d|% d|%+d\n", 5, -5, 0)
	fmt.Printf("%p\n", nil)
	fmt.Print("a", "b", 1, 2, true, "c", 3.5, '\n')
	fmt.Print("\n")
	fmt.Println("a", "b", 1, 2, true, nil, 'x', []byte("z"))
	b := fmt.Appendf(nil, "%d-%s", 1, "x")
	b = fmt.Append(b, 1, 2, "y")
	b = fmt.Appendln(b, "end")
	fmt.Printf("%q\n", b)
	var i, j int
	var w string
	k, err := fmt.Sscanf("10 abc 0x1f", "%d %s %v", &i, &w, &j)
	fmt.Println(k, err, i, w, j)
	k, err = fmt.Sscan("7 8", &i, &j)
	fmt.Println(k, err, i, j)
	_, err = fmt.Sscan("x", &i)
	fmt.Println(err)
}
