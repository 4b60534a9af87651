package sync

import "unsafe"

// A twin is as large as the type it belongs to; that the fields are the same as
// well is checked by a test.
var (
	_ [unsafe.Sizeof(Mutex{})]byte     = [unsafe.Sizeof(mutex{})]byte{}
	_ [unsafe.Sizeof(RWMutex{})]byte   = [unsafe.Sizeof(rwmutex{})]byte{}
	_ [unsafe.Sizeof(WaitGroup{})]byte = [unsafe.Sizeof(waitGroup{})]byte{}
	_ [unsafe.Sizeof(Cond{})]byte      = [unsafe.Sizeof(cond{})]byte{}
	_ [unsafe.Sizeof(Once{})]byte      = [unsafe.Sizeof(once{})]byte{}
)
