package engine

import (
	"math"
	"reflect"
	"sync/atomic"
	"unsafe"
)

// What most loops and recursions do is calculate with ints that are the
// function's own variables. For these there is code that finds the operands by
// their numbers alone.

const intVariable = flagVariable | uintptr(reflect.Int)

// ints returns such code for +, - and the comparisons; nil if o is another kind
// of operation.
func ints(op string, o *operation) step {
	if o.operand != intVariable || !o.a.own() || !o.d.own() {
		return nil
	}
	constant := o.b.depth == isFixed
	if !constant && !o.b.own() {
		return nil
	}
	limit := 0
	if constant {
		limit = *(*int)(o.b.fixed.ptr)
	}
	switch op {
	case "+", "-":
		if o.result != intVariable {
			return nil
		}
		if constant {
			if op == "-" {
				limit = -limit
			}
			return addConstant(o, limit)
		}
		if op == "+" {
			return addInts(o)
		}
		return nil
	case "<", ">=":
		if constant {
			return lessThanConstant(o, limit, op == ">=")
		}
		return lessInts(o, o.a.index, o.b.index, op == ">=")
	case "<=", ">":
		if !constant {
			return lessInts(o, o.b.index, o.a.index, op == "<=")
		}
		if limit < math.MaxInt {
			return lessThanConstant(o, limit+1, op == ">")
		}
	}
	return nil
}

//go:noinline
func addConstant(o *operation, n int) step {
	from, to := o.a.index, o.d.index
	return func(fp frame) step {
		f := (*activation)(fp)
		a, d := &f.data[from], &f.data[to]
		if (a.flag|flagAddress)^intVariable|d.flag^intVariable != 0 {
			return o.slow(fp)
		}
		*(*int)(d.ptr) = *(*int)(a.ptr) + n
		return o.next
	}
}

//go:noinline
func addInts(o *operation) step {
	left, right, to := o.a.index, o.b.index, o.d.index
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := &f.data[left], &f.data[right], &f.data[to]
		if !o.fits(a, b, d) {
			return o.slow(fp)
		}
		*(*int)(d.ptr) = *(*int)(a.ptr) + *(*int)(b.ptr)
		return o.next
	}
}

// lessThanConstant compares with n, and says the opposite if not is set.
//
//go:noinline
func lessThanConstant(o *operation, n int, not bool) step {
	from, to := o.a.index, o.d.index
	less, other := o.next, o.no
	if not {
		less, other = other, less
	}
	return func(fp frame) step {
		f := (*activation)(fp)
		a, d := &f.data[from], &f.data[to]
		if (a.flag|flagAddress)^intVariable|d.flag^o.result != 0 {
			return o.slow(fp)
		}
		if *(*int)(a.ptr) < n {
			*(*bool)(d.ptr) = !not
			return less
		}
		*(*bool)(d.ptr) = not
		return other
	}
}

// lessInts compares two variables, and says the opposite if not is set.
//
//go:noinline
func lessInts(o *operation, left, right int, not bool) step {
	to := o.d.index
	less, other := o.next, o.no
	if not {
		less, other = other, less
	}
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := &f.data[left], &f.data[right], &f.data[to]
		if !o.fits(a, b, d) {
			return o.slow(fp)
		}
		if *(*int)(a.ptr) < *(*int)(b.ptr) {
			*(*bool)(d.ptr) = !not
			return less
		}
		*(*bool)(d.ptr) = not
		return other
	}
}

// advance is code for x += y at the end of a loop: it goes on to the loop's
// condition itself if that cannot panic.
//
//go:noinline
func advance(o *operation, t *turn, cancelling *atomic.Int32) step {
	to := o.d.index
	return func(fp frame) step {
		f := (*activation)(fp)
		b, d := o.b.at(f), &f.data[to]
		if (b.flag|flagAddress)^intVariable|d.flag^intVariable != 0 {
			return o.slow(fp)
		}
		*(*int)(d.ptr) += *(*int)(b.ptr)
		if !t.calm || cancelling.Load() != 0 {
			return o.next
		}
		return t.to(fp)
	}
}

// advances returns the loop that x += y, which o is, leads back to; nil if it is
// no such operation.
func (g *graph) advances(op string, o *operation) *turn {
	if op != "+" || o.operand != intVariable || o.result != intVariable || !o.d.own() || o.a.depth != o.d.depth || o.a.index != o.d.index || o.next == nil {
		return nil
	}
	return g.turns[*(*unsafe.Pointer)(unsafe.Pointer(&o.next))]
}
