package check

import "go/token"

// term is what is said of a word that belongs to Go itself.
type term struct {
	head, doc, link string
}

const spec = "https://go.dev/ref/spec#"

// keywordTerm describes a keyword.
func keywordTerm(word string) term {
	about := map[token.Token][2]string{
		token.BREAK:       {"Break_statements", "Leaves the innermost for, switch or select, or the one that has the label behind it."},
		token.CASE:        {"Switch_statements", "Starts a branch of a switch, with the values or types it is taken for, or of a select, with the channel operation it waits for."},
		token.CHAN:        {"Channel_types", "A channel type: chan T for both directions, chan<- T to send only, <-chan T to receive only. make(chan T, n) makes one that buffers n values."},
		token.CONST:       {"Constant_declarations", "Declares constants, whose values are computed when the program is compiled. In a group, iota counts the lines."},
		token.CONTINUE:    {"Continue_statements", "Goes on with the next round of the innermost for loop, or of the one that has the label behind it."},
		token.DEFAULT:     {"Switch_statements", "The branch of a switch that is taken when no case fits. In a select: when no channel is ready, so that the select does not wait."},
		token.DEFER:       {"Defer_statements", "Calls a function when the function around it ends, also by a panic. The arguments are evaluated at once; deferred calls run last in, first out."},
		token.ELSE:        {"If_statements", "The branch of an if that is taken when its condition is false: else { ... } or else if cond { ... }, on the line of the closing brace."},
		token.FALLTHROUGH: {"Fallthrough_statements", "As the last statement of a case: goes on with the body of the next one."},
		token.FOR:         {"For_statements", "The one loop of Go:\n\n\tfor i := 0; i < n; i++ { ... }\n\tfor cond { ... }\n\tfor { ... }\n\tfor i, v := range list { ... }\n\tfor i := range 10 { ... }"},
		token.FUNC:        {"Function_declarations", "Declares a function, func name(params) results { ... }, or a method, with the receiver in brackets before the name. Without a name it is a function value."},
		token.GO:          {"Go_statements", "Starts a call in a goroutine of its own and does not wait for it. Its arguments are evaluated at once."},
		token.GOTO:        {"Goto_statements", "Goes on at the statement of the same function that has the label."},
		token.IF:          {"If_statements", "Runs a block when a condition is true:\n\n\tif cond { ... } else { ... }\n\tif v, err := f(); err != nil { ... }"},
		token.IMPORT:      {"Import_declarations", "Names a package whose exported names are used. In a cell the standard library's packages are imported by themselves."},
		token.INTERFACE:   {"Interface_types", "A type that lists methods: every type that has them is one of its values. As a constraint of a type parameter it may list types too."},
		token.MAP:         {"Map_types", "A map type, map[K]V: values by key. make(map[K]V) or a literal makes one; v, ok := m[k] says whether the key is there."},
		token.PACKAGE:     {"Package_clause", "Names the package of a source file. A cell needs none; a whole program with package main may be pasted in."},
		token.RANGE:       {"For_range", "Goes through a slice, array, string, map, channel, integer or iterator function:\n\n\tfor i, v := range list { ... }\n\tfor msg := range ch { ... }"},
		token.RETURN:      {"Return_statements", "Ends the function and gives its results."},
		token.SELECT:      {"Select_statements", "Waits until one of several channel operations can proceed, and runs its case. With a default it does not wait."},
		token.STRUCT:      {"Struct_types", "A type with fields:\n\n\ttype Point struct {\n\t\tX, Y int\n\t}"},
		token.SWITCH:      {"Switch_statements", "Runs the first case that fits. Without a value it takes the first case that is true; switch v := x.(type) goes by the type in an interface. Cases do not fall through."},
		token.TYPE:        {"Type_declarations", "Declares a type: type Name T makes a new type, type Name = T another name of T."},
		token.VAR:         {"Variable_declarations", "Declares variables: var x int, var x = 1. Without a value they are zero. In functions and cells x := 1 does the same in short."},
	}[token.Lookup(word)]
	return term{"keyword " + word, about[1], spec + about[0]}
}

// builtinTerm describes a name that Go declares for every program.
func builtinTerm(name string) (term, bool) {
	about, ok := map[string][2]string{
		"append":  {"func append(slice []T, elems ...T) []T", "Adds elements to the end of a slice and returns the slice that has them: s = append(s, 1, 2), or s = append(s, other...). It copies to a larger array when the old one is full."},
		"cap":     {"func cap(v T) int", "How many elements a slice can hold before append has to copy it, how many values a channel buffers, or the length of an array."},
		"clear":   {"func clear(v T)", "Removes all entries of a map, or sets all elements of a slice to zero."},
		"close":   {"func close(c chan<- T)", "Says that nothing more will be sent on a channel. What is buffered is still received; then receiving gives zero values, and range ends. Sending on a closed channel panics."},
		"complex": {"func complex(re, im F) C", "Makes a complex number of a real and an imaginary part."},
		"copy":    {"func copy(dst, src []T) int", "Copies elements from one slice to another, as many as the shorter one has, and returns their number. src may be a string where dst is a []byte."},
		"delete":  {"func delete(m map[K]V, key K)", "Removes an entry of a map. Nothing happens if there is none."},
		"imag":    {"func imag(c C) F", "The imaginary part of a complex number."},
		"len":     {"func len(v T) int", "The number of elements of a slice, array or map, of bytes of a string, or of values that a channel has buffered."},
		"make":    {"func make(t T, size ...int) T", "Makes a slice, map or channel: make([]T, length, capacity), make(map[K]V), make(chan T, buffer)."},
		"max":     {"func max(x T, y ...T) T", "The largest of its arguments."},
		"min":     {"func min(x T, y ...T) T", "The smallest of its arguments."},
		"new":     {"func new(T) *T", "Makes a variable and returns a pointer to it: new(T) of the type's zero value, new(expr) of an expression's value."},
		"panic":   {"func panic(v any)", "Stops the function, runs what was deferred, and goes on with its caller, until a recover catches the value or the goroutine ends with an error."},
		"print":   {"func print(args ...T)", "Writes to standard error, for debugging. Use fmt.Print instead."},
		"println": {"func println(args ...T)", "Writes a line to standard error, for debugging. Use fmt.Println instead."},
		"real":    {"func real(c C) F", "The real part of a complex number."},
		"recover": {"func recover() any", "In a deferred function: stops a panic and returns its value, nil if there is none."},

		"any":        {"type any = interface{}", "The interface without methods: every value is one."},
		"bool":       {"type bool bool", "A truth value: true or false."},
		"byte":       {"type byte = uint8", "Another name of uint8, for raw data."},
		"comparable": {"type comparable interface{ comparable }", "The constraint of types whose values can be compared with == and used as map keys."},
		"complex64":  {"type complex64 complex64", "A complex number of two float32."},
		"complex128": {"type complex128 complex128", "A complex number of two float64."},
		"error":      {"type error interface {\n\tError() string\n}", "What a function returns to say that it failed; nil means that it didn't."},
		"float32":    {"type float32 float32", "A floating-point number of 32 bits, exact to about 7 decimal digits."},
		"float64":    {"type float64 float64", "A floating-point number of 64 bits, exact to about 15 decimal digits."},
		"int":        {"type int int", "An integer as wide as the machine's words: at least 32 bits, mostly 64."},
		"int8":       {"type int8 int8", "An integer from -128 to 127."},
		"int16":      {"type int16 int16", "An integer from -32768 to 32767."},
		"int32":      {"type int32 int32", "An integer from -2147483648 to 2147483647."},
		"int64":      {"type int64 int64", "An integer from -9223372036854775808 to 9223372036854775807."},
		"rune":       {"type rune = int32", "Another name of int32, for Unicode code points: 'a' is one, and range over a string gives them."},
		"string":     {"type string string", "Text: bytes that do not change, mostly UTF-8. len counts its bytes, s[i] is one of them."},
		"uint":       {"type uint uint", "An integer that is not negative, as wide as int."},
		"uint8":      {"type uint8 uint8", "An integer from 0 to 255."},
		"uint16":     {"type uint16 uint16", "An integer from 0 to 65535."},
		"uint32":     {"type uint32 uint32", "An integer from 0 to 4294967295."},
		"uint64":     {"type uint64 uint64", "An integer from 0 to 18446744073709551615."},
		"uintptr":    {"type uintptr uintptr", "An integer that can hold an address."},

		"true":  {"const true untyped bool = true", "The truth value of what is so."},
		"false": {"const false untyped bool = false", "The truth value of what is not so, and the zero value of bool."},
		"iota":  {"const iota untyped int = 0", "In a group of constants the number of the line, from 0: it makes enumerations."},
		"nil":   {"var nil", "The zero value of pointers, functions, interfaces, slices, maps and channels."},

		"error.Error": {"func (error) Error() string", "The text of the error."},
	}[name]
	return term{about[0], about[1], "https://pkg.go.dev/builtin#" + name}, ok
}
