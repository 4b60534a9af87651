package engine

import (
	"fmt"
	"reflect"
	"strings"
	"unsafe"

	"github.com/traefik/yaegi/interp"
)

// bounds returns what Go's runtime says of an index or a slice that is out of
// bounds, such as " [5] with length 3": yaegi's panic comes from package
// reflect, which does not say it. n is the operation that panicked in f; "" is
// returned when that is no such operation. fromZero says that it is a slice without a low.
func (l *layout) bounds(n node, f frame, fromZero bool) (detail string) {
	defer func() {
		if recover() != nil {
			detail = "" // the text stays without numbers
		}
	}()
	children := *at[[]node](n, l.child)
	if len(children) < 2 {
		return ""
	}
	x := l.value(children[0], f)
	for x.Kind() == reflect.Pointer || x.Kind() == reflect.Interface {
		x = x.Elem()
	}
	nums := make([]int64, len(children)-1)
	for i, c := range children[1:] {
		switch v := l.value(c, f); {
		case v.CanInt():
			nums[i] = v.Int()
		case v.CanUint():
			nums[i] = int64(v.Uint())
		default:
			return ""
		}
	}
	switch l.kindOf(n) {
	case "indexExpr":
		return outOfRange("[%d]", nums[0], int64(x.Len()), " with length")
	case "sliceExpr":
		if fromZero {
			nums = append([]int64{0}, nums...)
		}
		return sliceBounds(x, nums)
	}
	return ""
}

// sliceBounds says which of low, high and max is out of bounds. Go checks them
// from the last to the first.
func sliceBounds(x reflect.Value, nums []int64) string {
	limit, what := int64(x.Len()), " with length"
	if x.Kind() == reflect.Slice {
		limit, what = int64(x.Cap()), " with capacity"
	}
	switch len(nums) {
	case 1:
		return outOfRange(fmt.Sprintf("[%%d:%d]", x.Len()), nums[0], int64(x.Len()), "")
	case 2:
		if s := outOfRange("[:%d]", nums[1], limit, what); s != "" {
			return s
		}
		return outOfRange(fmt.Sprintf("[%%d:%d]", nums[1]), nums[0], nums[1], "")
	}
	if s := outOfRange("[::%d]", nums[2], limit, what); s != "" {
		return s
	}
	if s := outOfRange(fmt.Sprintf("[:%%d:%d]", nums[2]), nums[1], nums[2], ""); s != "" {
		return s
	}
	return outOfRange(fmt.Sprintf("[%%d:%d:]", nums[1]), nums[0], nums[1], "")
}

// outOfRange returns "" if n is in range. An index must be less than the limit,
// the ends of slices may reach it.
func outOfRange(format string, n, limit int64, what string) string {
	index := format == "[%d]"
	switch {
	case n < 0:
		before, after, _ := strings.Cut(format, "%d")
		return fmt.Sprintf(" %s%d%s", before, n, withoutDigits(after))
	case n > limit || index && n == limit:
		text := " " + fmt.Sprintf(format, n)
		if what != "" {
			text += fmt.Sprintf("%s %d", what, limit)
		}
		return text
	}
	return ""
}

func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, s)
}

// value returns what an operand evaluated to, where yaegi keeps it.
func (l *layout) value(n node, f frame) reflect.Value {
	if v := *at[reflect.Value](n, l.rval); v.IsValid() {
		return v
	}
	index, global := *at[int](n, l.findex), false
	level := *at[int](n, l.level)
	if sym := *at[unsafe.Pointer](n, l.sym); sym != nil {
		index, global = *at[int](sym, l.symIndex), *at[bool](sym, l.symGlobal)
	}
	if global || level < 0 {
		f = *at[frame](f, l.frameRoot)
	} else {
		for ; level > 0; level-- {
			f = *at[frame](f, l.frameAnc)
		}
	}
	return (*at[[]reflect.Value](f, l.data))[index]
}

// places holds the offsets of the fields of yaegi's node, symbol and frame
// that say where the value of an expression is.
type places struct {
	sym, rval, findex, level, symIndex, symGlobal, symNode, frameRoot, frameAnc uintptr
}

func (o *places) find(node reflect.Type) error {
	sym, _ := node.FieldByName("sym")
	frame, _ := reflect.TypeFor[interp.Interpreter]().FieldByName("frame")
	for _, want := range []struct {
		in   reflect.Type
		name string
		kind reflect.Kind
		at   *uintptr
	}{
		{node, "sym", reflect.Pointer, &o.sym},
		{node, "rval", reflect.Struct, &o.rval},
		{node, "findex", reflect.Int, &o.findex},
		{node, "level", reflect.Int, &o.level},
		{pointee(sym.Type), "index", reflect.Int, &o.symIndex},
		{pointee(sym.Type), "global", reflect.Bool, &o.symGlobal},
		{pointee(sym.Type), "node", reflect.Pointer, &o.symNode},
		{pointee(frame.Type), "root", reflect.Pointer, &o.frameRoot},
		{pointee(frame.Type), "anc", reflect.Pointer, &o.frameAnc},
	} {
		f, ok := want.in.FieldByName(want.name)
		if !ok || f.Type.Kind() != want.kind {
			return fmt.Errorf("this version of yaegi has no field %s in %v: go.mod must name v0.16.1", want.name, want.in)
		}
		*want.at = f.Offset
	}
	return nil
}

// pointee returns the struct that t points to, an empty one if it does not.
func pointee(t reflect.Type) reflect.Type {
	if t != nil && t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct {
		return t.Elem()
	}
	return reflect.TypeFor[struct{}]()
}
