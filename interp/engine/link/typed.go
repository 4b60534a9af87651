package link

import (
	"reflect"

	"gopost/interp/engine/dyn"
	"gopost/interp/engine/rt"
)

// typed are the operations on channels and on mpsc for common types, by the name
// that package lower gives the type. They spare reflection on the value, and
// lowered code a function around the call.
func typed() map[string]reflect.Value {
	table := map[string]reflect.Value{}
	add[bool](table, "Bool")
	add[int](table, "Int")
	add[int64](table, "Int64")
	add[float64](table, "Float64")
	add[string](table, "String")
	add[error](table, "Error")
	add[any](table, "Any")
	add[dyn.Iface](table, "Iface")
	return table
}

func add[T any](table map[string]reflect.Value, name string) {
	table["Send"+name] = reflect.ValueOf(send[T])
	table["Recv"+name] = reflect.ValueOf(recv[T])
	table["RecvOK"+name] = reflect.ValueOf(recvOK[T])
	table["Put"+name] = reflect.ValueOf(put[T])
	table["Take"+name] = reflect.ValueOf(take[T])
	table["Next"+name] = reflect.ValueOf(next[T])
	table["TryNext"+name] = reflect.ValueOf(tryNext[T])
}

func send[T any](ch chan<- T, v T) {
	select {
	case ch <- v:
		return
	default:
	}
	select {
	case ch <- v:
	case <-rt.Done():
		rt.Stop()
	}
}

func recv[T any](ch <-chan T) T {
	v, _ := recvOK(ch)
	return v
}

func recvOK[T any](ch <-chan T) (v T, ok bool) {
	select {
	case v, ok = <-ch:
		return v, ok
	default:
	}
	select {
	case v, ok = <-ch:
	case <-rt.Done():
		rt.Stop()
	}
	return v, ok
}

func put[T any](tx any, v T) bool { return Put(tx, v) }

func take[T any](rx any) (T, error) {
	v, err := Take(rx)
	t, _ := v.(T)
	return t, err
}

func next[T any](rx any) (T, bool) {
	v, ok := Next(rx)
	t, _ := v.(T)
	return t, ok
}

func tryNext[T any](rx any) (T, bool) {
	v, ok := TryNext(rx)
	t, _ := v.(T)
	return t, ok
}
