// Package link holds the compiled functions that lowered code calls in the
// place of channel operations, and that the library's mpsc is built on.
//
// They exist for two reasons. A goroutine that waits on a channel must hear an
// interrupt of its cell, so every wait here also waits for [rt.Done]. And an
// interpreter can call no generic function, so mpsc's handles are instantiated
// at any here; lower's library sources put the types back.
package link

import (
	"maps"
	"reflect"
)

// Symbols returns what lowered code imports from "gopost/link", in the shape
// of yaegi's Exports.
func Symbols() map[string]map[string]reflect.Value {
	table := map[string]reflect.Value{
		"Recv":         reflect.ValueOf(Recv),
		"Send":         reflect.ValueOf(Send),
		"Select":       reflect.ValueOf(Select),
		"Close":        reflect.ValueOf(Close),
		"Channel":      reflect.ValueOf(Channel),
		"SyncChannel":  reflect.ValueOf(SyncChannel),
		"Put":          reflect.ValueOf(Put),
		"TxTrySend":    reflect.ValueOf(TxTrySend),
		"TxClone":      reflect.ValueOf(TxClone),
		"Drop":         reflect.ValueOf(Drop),
		"Take":         reflect.ValueOf(Take),
		"Next":         reflect.ValueOf(Next),
		"TryNext":      reflect.ValueOf(TryNext),
		"RxTryRecv":    reflect.ValueOf(RxTryRecv),
		"RxRecvFor":    reflect.ValueOf(RxRecvFor),
		"RxRecvWithin": reflect.ValueOf(RxRecvWithin),
	}
	maps.Copy(table, typed())
	maps.Copy(table, instances())
	return map[string]map[string]reflect.Value{"gopost/link/link": table}
}
