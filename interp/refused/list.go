package refused

// Construct is something that Go accepts and cells refuse.
type Construct struct {
	// Name is a few words that stand alone.
	Name string
	// Example is a cell that is refused because of it.
	Example string
	// Why is a sentence.
	Why string
	// Instead is a sentence that says what to write in its place.
	Instead string
	// Messages are the refusals in the code, as their format strings: what
	// connects the list with the code, for the tests.
	Messages []string
	// Std are the standard packages and names that are refused because of it, as
	// "os/exec" or "os.StartProcess".
	Std []string
}

// List returns the constructs, what learners may meet soonest first.
func List() []Construct {
	return []Construct{
		{
			Name:    "Starting other programs",
			Example: "import \"os/exec\"\nexec.Command(\"date\").Run()",
			Why:     "A shared notebook server must be able to run a stranger's notebook without handing out a shell.",
			Instead: "In a kernel for your own notebooks it is allowed: gopost install --trusted, or gopost run --trusted.",
			Messages: []string{
				"%s can't be imported: %s", "%s.%s can't be used: %s",
				"imports %s, which a cell can't: %s", "uses %s.%s, which a cell can't: %s",
			},
			Std: []string{"os/exec", "net/http/cgi", "os.StartProcess", "os.FindProcess"},
		},
		{
			Name:     "Memory behind the type system",
			Example:  "import \"unsafe\"\nunsafe.Sizeof(1)",
			Why:      "Package unsafe, and what takes its pointers, can corrupt the program that runs the cells.",
			Instead:  "Use ordinary pointers and conversions, encoding/binary for layouts, and atomic.Pointer[T].",
			Messages: []string{"unsafe.Pointer can't be used in a cell; use ordinary pointers and conversions"},
			Std: []string{
				"unsafe", "reflect.NewAt", "reflect.SliceHeader", "reflect.StringHeader",
				"sync/atomic.LoadPointer", "sync/atomic.StorePointer", "sync/atomic.SwapPointer", "sync/atomic.CompareAndSwapPointer",
			},
		},
		{
			Name:    "The operating system's own calls",
			Example: "import \"syscall\"",
			Why:     "They differ on each system, and cells run the same everywhere; C needs a compiler, which a cell hasn't.",
			Instead: "Packages os, net, time and log offer what is portable.",
			Std:     []string{"syscall", "plugin", "runtime/cgo", "log/syslog"},
		},
		{
			Name:    "What is done while a program is built",
			Example: "import _ \"embed\"",
			Why:     "A cell is not built: there is no binary to put files, modes or coverage counters into.",
			Instead: "os.ReadFile reads a file when the cell runs; time zones are the machine's.",
			Std: []string{
				"embed", "time/tzdata", "runtime/race", "runtime/coverage", "crypto/fips140", "debug/buildinfo", "go/importer",
				"crypto/mlkem/mlkemtest", "testing/cryptotest",
			},
		},
		{
			Name:    "Publishing the kernel itself",
			Example: "import _ \"expvar\"",
			Why:     "Importing these packages gives the kernel's memory and command line to every web server that a cell starts.",
			Instead: "Package runtime/pprof writes profiles to where you say.",
			Std:     []string{"expvar", "net/http/pprof"},
		},
		{
			Name:     "Questions about the call stack",
			Example:  "import \"runtime\"\nruntime.Caller(0)",
			Why:      "What is on the stack are the interpreter's calls, not the cell's: runtime.Caller and log.Lshortfile would name its files.",
			Instead:  "Errors and panics name the cell's lines by themselves; print a text of your own to trace calls.",
			Messages: []string{"%s can't be used in a cell, because it would tell of the interpreter's calls, not of the cell's; errors and panics name the cell's lines by themselves"},
		},
		{
			Name:     "Dot imports of gopost's own packages",
			Example:  "import . \"gopost/mpsc\"",
			Why:      "They are there without an import, under their names, in every cell.",
			Instead:  "Write mpsc.Channel.",
			Messages: []string{"a cell can't import . %q: write %s.Name, which needs no import"},
		},
		{
			Name:    "Modules that are not plain Go",
			Example: "%get example.com/odd\nimport \"example.com/odd/assembly\"",
			Why:     "Cells interpret a module's packages from their source: there is none for cgo, assembly, go:linkname and go:embed.",
			Instead: "Look for a package that does the same in pure Go.",
			Messages: []string{
				"uses %s", "uses cgo, and a cell has no C compiler", "declares %s without a body (%s)",
				"imports %s, which is in no table of the kernel's",
				"function %s has no body; cells can't call assembly or linked functions",
			},
		},
		{
			Name:    "Methods with another signature, in generic functions of earlier cells",
			Example: "type Box[T any] struct{ v T }\nfunc (b Box[T]) Get() T { return b.v }\nfunc get[T any](b Box[T]) T { return b.Get() }\n---\nfunc (b Box[T]) Get(n int) []T { return make([]T, n) }\nget(Box[int]{})",
			Why:     "A generic function is translated for the types that it is called with, and when that is, the method it was written for is gone. Functions that are not generic, and those already called with the same types, keep the old method.",
			Instead: "Declare the generic function again, after the method.",
			Messages: []string{
				"the method %s has been declared anew, with another signature than this generic function calls it with: declare the function again too",
			},
		},
		{
			Name:     "Generic types inside generic functions",
			Example:  "func f[T any]() {\n\ttype pair[U any] struct {\n\t\tt T\n\t\tu U\n\t}\n\t_ = pair[int]{}\n}\nf[string]()",
			Why:      "Each instance of the function would have generic types of its own.",
			Instead:  "Declare the type outside of the function, with one type parameter more.",
			Messages: []string{"the generic type %s is declared inside a generic function, which cells can't run yet; declare it outside"},
		},
		{
			Name:    "The generic type sql.Null",
			Example: "import \"database/sql\"\nsql.Null[int]{}",
			Why:     "Generic code of the standard library has no compiled form that a cell could call; all else of it is written anew here.",
			Instead: "Use sql.NullInt64, sql.NullString and their like.",
			Messages: []string{
				"the generic function %s.%s can't be used in a cell yet",
				"the generic type %s of the standard library can't be used in a cell yet",
			},
		},
		{
			Name:    "Finalizers and cleanups",
			Example: "runtime.SetFinalizer(new(int), func(*int) {})",
			Why:     "Values in cells aren't collected as in a compiled program.",
			Instead: "Release what you hold with defer, or in a Close method.",
			Messages: []string{
				"%s can't be used in a cell, because values in cells aren't collected as in a compiled program; release what you hold with defer, or in a Close method",
			},
		},
	}
}
