package main

import (
	"errors"
	"fmt"
	"strings"
)

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
)

var names = [...]string{"Sun", "Mon", "Tue"}

func (d Weekday) String() string {
	if int(d) < len(names) {
		return names[d]
	}
	return fmt.Sprintf("Weekday(%d)", int(d))
}

type Account struct {
	Owner string
	cents int
}

func (a *Account) String() string {
	return fmt.Sprintf("%s:%d.%02d", a.Owner, a.cents/100, a.cents%100)
}

type Secret string

func (Secret) GoString() string { return "Secret(hidden)" }
func (s Secret) String() string { return strings.Repeat("*", len(s)) }

type Temp float64

func (t Temp) Format(s fmt.State, verb rune) {
	w, hasW := s.Width()
	p, hasP := s.Precision()
	fmt.Fprintf(s, "[%c w=%d,%t p=%d,%t +%t -%t #%t sp%t 0%t]", verb, w, hasW, p, hasP,
		s.Flag('+'), s.Flag('-'), s.Flag('#'), s.Flag(' '), s.Flag('0'))
}

type Failure struct{ Code int }

func (f Failure) Error() string { return fmt.Sprint("failure ", f.Code) }

type Both struct{}

func (Both) Error() string  { return "as error" }
func (Both) String() string { return "as string" }

type Set map[string]bool

func (s Set) String() string {
	keys := []string{}
	for k := range s {
		keys = append(keys, k)
	}
	return fmt.Sprintf("{%d keys}", len(keys))
}

type Fn func() int

func (f Fn) String() string { return fmt.Sprint("Fn returning ", f()) }

type Holder struct {
	Day  Weekday
	Acc  *Account
	Sec  Secret
	Err  error
	Any  any
	priv Weekday
}

func main() {
	fmt.Println(Monday, Weekday(7), []Weekday{0, 1, 2}, map[Weekday]Weekday{1: 2}, [2]Weekday{2, 1})
	fmt.Printf("%v %+v %#v %d %s %q %x %5v|%-5v|%T\n", Monday, Monday, Monday, Monday, Monday, Monday, Monday, Monday, Monday, Monday)
	a := Account{"ann", 1234}
	fmt.Println(&a, []*Account{&a}[0], a)
	fmt.Printf("%s %v %+v\n", &a, &a, &a)
	fmt.Println(Secret("abc"), []Secret{"x", "yy"})
	fmt.Printf("%v %s %#v %#v\n", Secret("abc"), Secret("abc"), Secret("abc"), []Secret{"q"})
	fmt.Printf("%v|%+8.3f|%-#5d|% 0x\n", Temp(1), Temp(2), Temp(3), Temp(4))
	fmt.Println(Temp(5), []Temp{6})
	fmt.Println(Failure{3}, &Failure{4}, []error{Failure{5}, errors.New("plain"), nil})
	fmt.Printf("%v %s %d %#v\n", Failure{3}, Failure{3}, Failure{3}, Failure{3})
	fmt.Println(Both{}, Set{"a": true}, Fn(func() int { return 42 }))
	h := Holder{Tuesday, nil, "pw", Failure{9}, Monday, Tuesday}
	fmt.Printf("%v\n%+v\n", h, h)
	var s fmt.Stringer = Monday
	fmt.Println(s, s.String(), s == fmt.Stringer(Monday))
	var nilAcc *Account
	var nilStringer fmt.Stringer
	fmt.Println(nilStringer)
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		_ = nilAcc.String()
	}()
	fmt.Printf("%v %s\n", nilAcc, nilAcc)
	fmt.Println(fmt.Sprint(Monday, Tuesday), fmt.Sprintln("x", Monday), fmt.Errorf("wrap %v: %w", Monday, Failure{1}))
	fmt.Printf("%s %v\n", struct{ D Weekday }{Monday}, &struct{ D Weekday }{Monday})
	fmt.Printf("%v %v\n", &[]Weekday{1}, &map[string]Weekday{"m": 1})
	fmt.Printf("%6.2v|%t|%c\n", Sunday, Monday, Tuesday)
}
