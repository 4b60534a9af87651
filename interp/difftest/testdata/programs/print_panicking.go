package main

import "fmt"

type Bad struct{ n int }

func (b Bad) String() string { panic("cannot print") }

type BadErr struct{}

func (*BadErr) Error() string { panic(fmt.Errorf("inner %d", 7)) }

type Deref struct{ name string }

func (d *Deref) String() string { return d.name }

func main() {
	fmt.Println(Bad{1})
	fmt.Printf("%v %s %d\n", Bad{2}, Bad{3}, Bad{4})
	fmt.Println(&BadErr{})
	var d *Deref
	fmt.Println(d)
	fmt.Printf("%s|%v|%+v\n", d, d, d)
	fmt.Println([]*Deref{}, []fmt.Stringer{&Deref{"ok"}, d})
	fmt.Printf("%!|%z|%d\n", 3)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2, "extra")
	fmt.Printf("%[3]d %[1]*.[2]*[3]f|\n", 8, 2, 3.14159)
	fmt.Printf("%.*f|%*d|%-*d|\n", 2, 2.71828, 6, 42, 6, 42)
	fmt.Printf("%s %d\n", nil, nil)
	fmt.Printf("%s %d %t\n", 5, "str", 1.5)
	fmt.Printf("%v %v\n", Bad{}.n, struct{ B any }{nil})
}
