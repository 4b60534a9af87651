package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

type Command interface {
	Run(env *Env, args []string) error
	Help() string
}

type CommandFunc struct {
	fn   func(*Env, []string) error
	help string
}

func (c CommandFunc) Run(e *Env, a []string) error { return c.fn(e, a) }
func (c CommandFunc) Help() string                 { return c.help }

type Env struct {
	vars  map[string]Value
	out   io.Writer
	depth int
}

type Value interface{ fmt.Stringer }
type Int int
type Str string
type List []Value

func (i Int) String() string { return strconv.Itoa(int(i)) }
func (s Str) String() string { return strconv.Quote(string(s)) }
func (l List) String() string {
	parts := make([]string, len(l))
	for i, v := range l {
		parts[i] = v.String()
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

type UsageError struct{ Cmd, Msg string }

func (u UsageError) Error() string { return u.Cmd + ": " + u.Msg }

var ErrQuit = errors.New("quit")

func parse(s string) Value {
	if strings.Contains(s, ",") {
		var l List
		for p := range strings.SplitSeq(s, ",") {
			l = append(l, parse(p))
		}
		return l
	}
	if n, err := strconv.Atoi(s); err == nil {
		return Int(n)
	}
	return Str(s)
}

func add(a, b Value) (Value, error) {
	switch a := a.(type) {
	case Int:
		if b, ok := b.(Int); ok {
			return a + b, nil
		}
	case Str:
		switch b := b.(type) {
		case Str:
			return a + b, nil
		case Int:
			return a + Str(b.String()), nil
		}
	case List:
		if l, ok := b.(List); ok {
			return append(slices.Clone(a), l...), nil
		}
		return append(slices.Clone(a), b), nil
	}
	return nil, fmt.Errorf("cannot add %T and %T", a, b)
}

var commands map[string]Command

func init() {
	commands = map[string]Command{
		"set": CommandFunc{func(e *Env, a []string) error {
			if len(a) != 2 {
				return UsageError{"set", "wants NAME VALUE"}
			}
			e.vars[a[0]] = parse(a[1])
			return nil
		}, "set NAME VALUE"},
		"add": CommandFunc{func(e *Env, a []string) (err error) {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("add: %v", r)
				}
			}()
			v, err := add(e.vars[a[0]], e.vars[a[1]])
			if err != nil {
				return fmt.Errorf("add: %w", err)
			}
			_, err = fmt.Fprintln(e.out, v)
			return err
		}, "add A B"},
		"show": CommandFunc{func(e *Env, _ []string) error {
			for _, k := range slices.Sorted(maps.Keys(e.vars)) {
				fmt.Fprintf(e.out, "%s=%v(%T)\n", k, e.vars[k], e.vars[k])
			}
			return nil
		}, "show"},
		"help": CommandFunc{func(e *Env, _ []string) error {
			for _, k := range slices.Sorted(maps.Keys(commands)) {
				fmt.Fprintln(e.out, " ", commands[k].Help())
			}
			return nil
		}, "help"},
		"quit": CommandFunc{func(*Env, []string) error { return ErrQuit }, "quit"},
	}
}

func (e *Env) Eval(line string) error {
	f := strings.Fields(line)
	if len(f) == 0 {
		return nil
	}
	c, ok := commands[f[0]]
	if !ok {
		return UsageError{f[0], "unknown command"}
	}
	e.depth++
	defer func() { e.depth-- }()
	return c.Run(e, f[1:])
}

func main() {
	e := &Env{vars: map[string]Value{}, out: os.Stdout}
	script := `set a 5
set b 37
add a b
set s hi
add s a
add a s
set l 1,x,2
add l b
add l l
add a
nope
set x

add a missing
show
help
quit
set never run`
loop:
	for i, line := range strings.Split(script, "\n") {
		err := e.Eval(line)
		var ue UsageError
		switch {
		case err == nil:
		case errors.Is(err, ErrQuit):
			fmt.Println("bye at line", i+1)
			break loop
		case errors.As(err, &ue):
			fmt.Printf("line %d: usage: %v (%+v)\n", i+1, err, ue)
		default:
			fmt.Printf("line %d: %v\n", i+1, err)
		}
	}
	fmt.Println(len(e.vars), e.depth)
}
