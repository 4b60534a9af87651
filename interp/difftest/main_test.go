package difftest_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"gopost/interp/engine"
)

// TestMain lets the test binary be the worker of the sessions under test: with
// the arguments "worker DIR" it runs cells in the folder DIR.
func TestMain(m *testing.M) {
	const arguments = 3
	if len(os.Args) != arguments || os.Args[1] != "worker" {
		os.Exit(m.Run())
	}
	if err := os.Chdir(os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(engine.Main())
}

// TestOwnPrograms runs the programs that were written for this test.
func TestOwnPrograms(t *testing.T) {
	r := compare(t, "own", ownPrograms(t))
	for reason, names := range r.out {
		t.Errorf("programs of testdata that prove nothing, for %s: %s", reason, strings.Join(names, ", "))
	}
}

// TestYaegiPrograms runs the programs that yaegi is tested with.
func TestYaegiPrograms(t *testing.T) {
	long(t)
	compare(t, "yaegi", yaegiPrograms(t))
}

// TestExamples runs the examples of the standard library.
func TestExamples(t *testing.T) {
	long(t)
	compare(t, "examples", examplePrograms(t))
}

func long(t *testing.T) {
	if testing.Short() {
		t.Skip("-short runs the programs of testdata alone")
	}
	if raceEnabled {
		t.Skip("the race detector looks at the interpreter while it runs the programs of testdata: these would take it ten times as long")
	}
}
