package progen_test

import (
	"encoding/binary"
	"flag"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopost/interp/progen"
)

// batchSize is how many programs a fuzz input stands for: so many that
// running them takes about as long as linking them.
const batchSize = 12

// reductions limits how often a program is run to find a smaller one.
const reductions = 300

// TestPrograms compares the interpreter with the compiler on a fixed set of
// programs.
func TestPrograms(t *testing.T) {
	var inputs [][]byte
	for n := range uint64(24) {
		inputs = append(inputs, progen.Seed(5000+n))
	}
	compare(t, newInterpreter(), inputs)
}

// FuzzPrograms compares the interpreter with the compiler on programs that a
// fuzzer chooses: see the package documentation for a long run.
func FuzzPrograms(f *testing.F) {
	f.Add(progen.Seed(1000))
	f.Add(append(progen.Seed(1001), "choices"...))
	in := newInterpreter()
	f.Fuzz(func(t *testing.T, data []byte) {
		var seed [8]byte
		rest := data[copy(seed[:], data):]
		n := binary.LittleEndian.Uint64(seed[:])
		var inputs [][]byte
		for i := range uint64(batchSize) {
			inputs = append(inputs, append(progen.Seed(n*batchSize+i), rest...))
		}
		compare(t, in, inputs)
	})
}

// compare runs the programs of the inputs both ways.
func compare(t *testing.T, in *interpreter, inputs [][]byte) {
	programs := map[string]string{}
	for i, data := range inputs {
		tag := fmt.Sprintf("_%d", i)
		programs[tag] = progen.Generate(data, tag)
	}
	compiled, err := build(t, programs)
	if err != nil {
		t.Fatalf("the compiler refuses a program, which is an error of the generator: %v", err)
	}
	for _, tag := range slices.Sorted(maps.Keys(programs)) {
		want, err := compiled.run(tag, patience)
		if err != nil {
			t.Errorf("a compiled program crashes, which is an error of the generator: %v\n%s", err, programs[tag])
			continue
		}
		got, err := in.run(programs[tag], patience)
		if wrong := difference(got, err, want); wrong != "" {
			t.Errorf("%s\nThe program:\n%s", wrong, programs[tag])
			if !fuzzing() {
				t.Errorf("reduced:\n%s", reduced(t, in, programs[tag], tag, wrong))
			}
			return // one at a time: reducing takes long
		}
	}
}

// fuzzing says whether this process tries inputs for go test -fuzz, which ends
// it after ten seconds with one: there is no time to reduce a program. Running
// the input that the fuzzer has written does that.
func fuzzing() bool {
	f := flag.Lookup("test.fuzzworker")
	return f != nil && f.Value.String() == "true"
}

// difference describes how an interpreted run differs from the compiled one,
// "" if it does not.
func difference(got string, err error, want string) string {
	if err != nil {
		return fmt.Sprintf("interpreted: %v", err)
	}
	if got == want {
		return ""
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d differs\ngot:  %s\nwant: %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}

var places = regexp.MustCompile(`In\[1\]\S*|\w*\d\w*`)

// kind is what a failure has in common with that of a smaller program.
func kind(wrong string) string {
	if text, ok := strings.CutPrefix(wrong, "interpreted: "); ok {
		return places.ReplaceAllString(text, "")
	}
	return "difference"
}

// reduced is a smaller program that fails in the same way.
func reduced(t *testing.T, in *interpreter, src, tag, wrong string) string {
	same := kind(wrong)
	return progen.Reduce(src, in.imp, reductions, func(src string) bool {
		got, failed := in.run(src, haste)
		now := kind(difference(got, failed, ""))
		if failed != nil && now != same {
			return false
		}
		if strings.Contains(same, "interpreter") {
			return failed != nil // no need to ask the compiler
		}
		b, err := build(t, map[string]string{tag: src})
		if err != nil {
			return false
		}
		want, err := b.run(tag, haste)
		return err == nil && difference(got, failed, want) != ""
	})
}
