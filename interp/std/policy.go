package std

import (
	"maps"
	"path"
	"slices"
)

// Policy decides what cells may use of the standard library. The zero Policy is
// for kernels that strangers' notebooks may reach.
type Policy struct {
	// Trusted offers also what is refused for safety alone: packages and
	// names that start or reach other programs. It is for people who run their
	// own notebooks on their own machines.
	Trusted bool
}

// rule says why a standard package, or a name of one, is not offered to cells.
type rule struct {
	reason string
	// trusted marks what works and is refused for safety alone: its tables
	// exist, so that a kernel for trusted use can offer it.
	trusted bool
}

// bars says whether the rule holds under a policy, and words its reason.
func (r rule) bars(p Policy) (reason string, refused bool) {
	switch {
	case r.reason == "" || r.trusted && p.Trusted:
		return "", false
	case r.trusted:
		return r.reason + ", unless its kernel is for trusted use: `gopost install --trusted` installs one, and `gopost run` takes --trusted as well", true
	}
	return r.reason, true
}

// refusedPackages is the one place that decides which standard packages a cell
// cannot import. Everything else that `go list std` names and that is neither
// internal nor vendored is offered. Three kinds are left out: what starts
// programs or steps around the type system (a shared notebook server must be
// able to run a stranger's notebook without handing out a shell), what needs a
// build step that a cell doesn't have, and what exists on some platforms only
// (the tables must compile on every platform the kernel runs on). What is marked
// as trusted belongs to the first kind and works: a kernel that was installed
// with --trusted offers it.
func refusedPackages() map[string]rule {
	const (
		programs = "it starts other programs, which a notebook may not do"
		memory   = "it reads and writes memory behind the type system, which can corrupt the running kernel"
		build    = "it does its work while a program is built, and a cell is not built"
		harness  = "it serves the tests of Go's own implementation"
	)
	return map[string]rule{
		"os/exec":                {reason: programs, trusted: true},
		"net/http/cgi":           {reason: programs, trusted: true},
		"syscall":                {reason: "it calls the operating system directly and differs on each one; packages os, net and time offer what is portable"},
		"plugin":                 {reason: "it loads machine code from files into the running kernel"},
		"unsafe":                 {reason: memory},
		"runtime/cgo":            {reason: "it is the compiler's side of cgo, and a cell has no C compiler"},
		"runtime/race":           {reason: build},
		"runtime/coverage":       {reason: build},
		"embed":                  {reason: build + "; os.ReadFile reads a file when the cell runs"},
		"time/tzdata":            {reason: build + "; package time uses the machine's time zones"},
		"log/syslog":             {reason: "it does not exist on every platform; packages log and log/slog do"},
		"crypto/fips140":         {reason: "it reports a mode that is chosen while a program is built"},
		"crypto/mlkem/mlkemtest": {reason: harness},
		"testing/cryptotest":     {reason: harness},
		"go/importer":            {reason: "it asks an installed Go toolchain for compiled packages, and a kernel works without one"},
		"net/http/pprof":         {reason: "importing it publishes the kernel's memory to every web server a cell starts; package runtime/pprof writes profiles"},
		"expvar":                 {reason: "importing it publishes the kernel's command line to every web server a cell starts"},
		"debug/buildinfo":        {reason: "it reads compiled Go programs, of which a cell makes none"},
	}
}

// refusedNames are the names that packages on offer leave out, because they
// give what the refused packages give.
func refusedNames() map[string]rule {
	const process = "it starts or reaches other programs, which a notebook may not do"
	pointer := rule{reason: "it takes an unsafe.Pointer; atomic.Pointer[T] does the same with types"}
	header := rule{reason: "it describes memory behind the type system; unsafe is refused as well"}
	return map[string]rule{
		"os.StartProcess":                   {reason: process, trusted: true},
		"os.FindProcess":                    {reason: process, trusted: true},
		"reflect.NewAt":                     {reason: "it takes an unsafe.Pointer, and package unsafe is refused"},
		"reflect.SliceHeader":               header,
		"reflect.StringHeader":              header,
		"sync/atomic.LoadPointer":           pointer,
		"sync/atomic.StorePointer":          pointer,
		"sync/atomic.SwapPointer":           pointer,
		"sync/atomic.CompareAndSwapPointer": pointer,
	}
}

// Refused says whether the standard package of an import path is kept from
// cells, and why, as the end of a sentence that starts with the path: "os/exec
// can't be imported: it starts other programs, ...".
func (p Policy) Refused(path string) (reason string, refused bool) {
	return refusedPackages()[path].bars(p)
}

// RefusedNamed is Refused for a package's name: the path of the refused
// package that is called so, "" if there is none.
func (p Policy) RefusedNamed(name string) (importPath, reason string) {
	rules := refusedPackages()
	for _, at := range slices.Sorted(maps.Keys(rules)) {
		if reason, refused := rules[at].bars(p); refused && path.Base(at) == name {
			return at, reason
		}
	}
	return "", ""
}

// RefusedName is Refused for one name of a package that is otherwise on
// offer, such as StartProcess of os.
func (p Policy) RefusedName(path, name string) (reason string, refused bool) {
	return refusedNames()[path+"."+name].bars(p)
}

// Kept are the packages and names that the policy keeps from cells, sorted: as
// "os/exec" and "os.StartProcess".
func (p Policy) Kept() []string {
	var kept []string
	for _, rules := range []map[string]rule{refusedPackages(), refusedNames()} {
		for name, r := range rules {
			if _, refused := r.bars(p); refused {
				kept = append(kept, name)
			}
		}
	}
	slices.Sort(kept)
	return kept
}
