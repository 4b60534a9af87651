package link

import (
	"reflect"

	"gopost/interp/engine/rt"
)

// Recv is <-ch for any channel type: it blocks until a value is there, the
// channel is closed, or the cell is interrupted.
func Recv(ch any) (v any, ok bool) {
	c := reflect.ValueOf(ch)
	x, ok := reflect.Value{}, false
	if c.IsValid() && !c.IsNil() {
		x, ok = c.TryRecv()
	}
	if !x.IsValid() { // would block
		chosen, y, received := reflect.Select([]reflect.SelectCase{
			{Dir: reflect.SelectRecv, Chan: c},
			{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(rt.Done())},
		})
		if chosen == 1 {
			rt.Stop()
		}
		x, ok = y, received
	}
	return x.Interface(), ok
}

// Send is ch <- v for any channel type; v is nil or of the element type.
func Send(ch, v any) {
	c := reflect.ValueOf(ch)
	x := reflect.ValueOf(v)
	if !x.IsValid() {
		x = reflect.Zero(c.Type().Elem())
	}
	if !c.IsNil() && c.TrySend(x) {
		return
	}
	chosen, _, _ := reflect.Select([]reflect.SelectCase{
		{Dir: reflect.SelectSend, Chan: c, Send: x},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(rt.Done())},
	})
	if chosen == 1 {
		rt.Stop()
	}
}

// Close is close(ch) for any channel type.
func Close(ch any) { reflect.ValueOf(ch).Close() }
