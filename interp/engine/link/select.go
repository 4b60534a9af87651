package link

import (
	"reflect"

	"gopost/interp/engine/rt"
)

// Select is a select statement. ops says what its cases are, in order: r
// receives from the next argument, s sends the one after it to the next, and p
// does the same with what that points to. It
// returns the number of the case that was chosen, and what it received. wait
// says that there is no default; with one, -1 is the default's number.
//
// yaegi's own select keeps its cases beside the code, where all goroutines that
// run the statement share them.
func Select(wait bool, ops string, args ...any) (chosen int, v any, ok bool) {
	cases := make([]reflect.SelectCase, 0, len(ops)+1)
	for _, op := range ops {
		c := reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(args[0])}
		args = args[1:]
		if op != 'r' {
			c.Dir, c.Send = reflect.SelectSend, reflect.ValueOf(args[0])
			if op == 'p' {
				c.Send = c.Send.Elem()
			}
			if !c.Send.IsValid() {
				c.Send = reflect.Zero(c.Chan.Type().Elem())
			}
			args = args[1:]
		}
		cases = append(cases, c)
	}
	if wait {
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(rt.Done())})
	} else {
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectDefault})
	}
	chosen, x, ok := reflect.Select(cases)
	switch {
	case chosen < len(ops):
		if x.IsValid() {
			v = x.Interface()
		}
		return chosen, v, ok
	case wait:
		rt.Stop()
	}
	return -1, nil, false
}
