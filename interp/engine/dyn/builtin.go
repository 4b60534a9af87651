package dyn

import "reflect"

// ClearMap is the builtin clear for maps.
func ClearMap(m any) { reflect.ValueOf(m).Clear() }

// ClearSlice is the builtin clear for slices: it sets all elements to their
// zero value.
func ClearSlice(s any) { reflect.ValueOf(s).Clear() }

// Complex is the builtin complex.
func Complex(re, im float64) complex128 { return complex(re, im) }

// Runes returns the runes of a string and where they start, as a range over it
// gives them.
func Runes(s string) (indices []int, runes []rune) {
	for i, r := range s {
		indices, runes = append(indices, i), append(runes, r)
	}
	return indices, runes
}
