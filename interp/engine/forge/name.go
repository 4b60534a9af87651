package forge

import (
	"encoding/binary"
	"go/token"
	"reflect"
	"unsafe"
)

// addReflectOff gives the runtime a pointer, under a number that descriptions
// can hold in its place.
//
//go:linkname addReflectOff reflect.addReflectOff
//go:noescape
func addReflectOff(ptr unsafe.Pointer) int32

// name writes a name as the runtime reads it: flags, length, text, and the
// same of the tag.
func name(text, tag string, embedded bool) *byte {
	const exported, tagged, isEmbedded = 1, 2, 8
	b := []byte{0}
	if token.IsExported(text) {
		b[0] |= exported
	}
	if embedded {
		b[0] |= isEmbedded
	}
	b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
	if tag != "" {
		b[0] |= tagged
		b = append(binary.AppendUvarint(b, uint64(len(tag))), tag...)
	}
	return &b[0]
}

func nameOffset(text string) int32 {
	return addReflectOff(unsafe.Pointer(name(text, "", false)))
}

// stringOffset is for the String of a type, of which the runtime expects no
// flags.
func stringOffset(text string) int32 {
	b := append(binary.AppendUvarint([]byte{0}, uint64(len(text))), text...)
	return addReflectOff(unsafe.Pointer(&b[0]))
}

func typeOffset(t reflect.Type) int32 { return addReflectOff(unsafe.Pointer(of(t))) }
