package dyn

import (
	"regexp"
	"strings"
)

// NilDereference is what the runtime says of a nil pointer that is followed.
const NilDereference = "runtime error: invalid memory address or nil pointer dereference"

// unitPosition is what yaegi puts before the text of its own panics.
var unitPosition = regexp.MustCompile(`^unit[0-9]+\.go:[0-9]+:[0-9]+: `)

// RuntimeText gives texts that come out of package reflect, with which yaegi
// works, the words of the Go runtime, where one means the other for certain.
func RuntimeText(s string) string {
	s = unitPosition.ReplaceAllString(s, "")
	switch {
	case s == "reflect.MakeSlice: negative len":
		return "runtime error: makeslice: len out of range"
	case s == "reflect.MakeSlice: negative cap", s == "reflect.MakeSlice: len > cap":
		return "runtime error: makeslice: cap out of range"
	case s == "reflect.MakeChan: negative buffer size":
		return "makechan: size out of range"
	case strings.HasPrefix(s, "reflect: cannot convert slice with length "):
		length, _, _ := strings.Cut(strings.TrimPrefix(s, "reflect: cannot convert slice with length "), " ")
		return "runtime error: cannot convert slice with length " + length + " to array or pointer to array with length " + s[strings.LastIndex(s, " ")+1:]
	case strings.HasPrefix(s, "reflect: slice index out of range"),
		strings.HasPrefix(s, "reflect: array index out of range"),
		strings.HasPrefix(s, "reflect: string index out of range"):
		return "runtime error: index out of range"
	case strings.HasPrefix(s, "reflect.Value.Slice: slice index out of bounds"),
		strings.HasPrefix(s, "reflect.Value.Slice: string slice index out of bounds"),
		strings.HasPrefix(s, "reflect.Value.Slice3: slice index out of bounds"):
		return "runtime error: slice bounds out of range"
	case strings.HasPrefix(s, "reflect: call of reflect.Value.") && strings.HasSuffix(s, "on zero Value"),
		strings.HasPrefix(s, "reflect: indirection through nil pointer to embedded struct"),
		strings.HasPrefix(s, "reflect: call of nil function"),
		strings.HasPrefix(s, "reflect: function of nil"),
		strings.HasPrefix(s, "reflect: Call using zero Value argument"),
		s == "reflect: Method on nil interface value",
		s == "reflect: Call: call of nil function",
		s == "reflect.Value.Call: call of nil function":
		return NilDereference
	}
	return s
}
