package difftest_test

import (
	"os"
	"strings"
	"sync"
	"testing"
)

// mode is a way to make cells of a program. The reason says why it can't be.
type mode struct {
	name  string
	cells func(source string) (cells []string, reason string)
}

func modes() []mode {
	return []mode{
		{"whole", func(source string) ([]string, string) { return []string{source}, "" }},
		{"split", split},
	}
}

// compare runs the programs of a source in all modes, and fails the test where
// one does not end as it does when it is compiled.
func compare(t *testing.T, source string, programs []*program) *report {
	r := newReport(source, len(programs))
	known := readKnown(t, source)
	programs = r.keep(expected(t, programs))
	got := make([][]outcome, len(programs))
	parallel(programs, func(i int, p *program) { got[i] = interpretAll(t, r, p) })

	var doubtful []*program
	for i, p := range programs {
		if _, listed := known[p.name]; !listed && !right(p, got[i]) {
			doubtful = append(doubtful, p)
		}
	}
	out := map[*program]string{}
	for _, x := range reexamine(t, doubtful) {
		out[x.program] = x.reason
	}
	for i, p := range programs {
		if out[p] != "" {
			r.leaveOut(p, out[p])
			continue
		}
		for m, mode := range modes() {
			o := got[i][m]
			if o.end == "" {
				continue
			}
			sentence, listed := known[p.name]
			switch {
			case listed && o.end == refused && strings.Contains(o.text, sentence):
				r.refusedOnPurpose(mode.name)
			case listed:
				t.Errorf("%s/%s (%s) is listed in testdata/known.txt as refused with %q, but it %s: take it out of the list if it should run", source, p.name, mode.name, sentence, o)
			case p.matches(o):
				r.right(mode.name)
			default:
				r.wrong(p, mode.name, o)
				t.Errorf("%s/%s (%s) %s", source, p.name, mode.name, p.difference(o))
			}
		}
		delete(known, p.name)
	}
	for name := range known {
		t.Errorf("testdata/known.txt lists %s/%s, which is not among the programs that run", source, name)
	}
	r.log(t)
	return r
}

// interpretAll runs a program in all modes. A mode that does not fit it has the
// zero outcome.
func interpretAll(t *testing.T, r *report, p *program) []outcome {
	all := make([]outcome, len(modes()))
	for m, mode := range modes() {
		cells, reason := mode.cells(p.source)
		if reason != "" {
			r.unfit(mode.name, reason)
			continue
		}
		inFolder(t, p, func(dir string) { all[m] = interpret(t, dir, cells) })
	}
	return all
}

func right(p *program, got []outcome) bool {
	for _, o := range got {
		if o.end != "" && !p.matches(o) {
			return false
		}
	}
	return true
}

// leftOut is a program that proves nothing, and why.
type leftOut struct {
	program *program
	reason  string
}

const changes = "it does not print the same each time"

// expected finds out what the programs should do that do not state it: each is
// compiled, and run twice.
func expected(t *testing.T, programs []*program) (kept []*program, out []leftOut) {
	var unstated []*program
	for _, p := range programs {
		if p.want == nil {
			unstated = append(unstated, p)
		}
	}
	var mu sync.Mutex
	reasons := map[*program]string{}
	compile(t, unstated, "main.go", func(p *program, exe, failure string) {
		reason := ""
		if failure != "" {
			reason = "Go rejects it"
		} else if p.want, reason = steady(t, p, exe); p.want.end == hung {
			reason = "it does not end"
		}
		mu.Lock()
		defer mu.Unlock()
		reasons[p] = reason
	})
	for _, p := range programs {
		if reason := reasons[p]; reason != "" {
			out = append(out, leftOut{p, reason})
		} else {
			kept = append(kept, p)
		}
	}
	return kept, out
}

// steady runs an executable twice.
func steady(t *testing.T, p *program, exe string) (o *outcome, reason string) {
	for range 2 {
		var again outcome
		inFolder(t, p, func(dir string) { again = execute(exe, dir) })
		if o != nil && again != *o {
			return o, changes
		}
		o = &again
	}
	return o, ""
}

// reexamine looks again at programs that did not do what was expected, before
// they are called wrong. What a comment states may hold only inside the package's
// own tests, so now the compiled program says what is expected. A program whose
// output changes after all, or with the name of its file, is left out.
func reexamine(t *testing.T, doubtful []*program) (out []leftOut) {
	var mu sync.Mutex
	first := map[*program]*outcome{}
	reasons := map[*program]string{}
	for _, file := range []string{"main.go", "renamed.go"} {
		compile(t, doubtful, file, func(p *program, exe, failure string) {
			o, reason := &outcome{}, "Go rejects it"
			if failure == "" {
				o, reason = steady(t, p, exe)
			}
			mu.Lock()
			defer mu.Unlock()
			switch before := first[p]; {
			case reasons[p] != "":
			case reason != "":
				reasons[p] = reason
			case before != nil && *before != *o && strings.Contains(o.stdout+o.text, file):
				reasons[p] = "it prints the name of its source file"
			case before != nil && *before != *o, before == nil && !p.stated && *o != *p.want:
				reasons[p] = changes
			}
			first[p] = o
		})
	}
	for _, p := range doubtful {
		if reasons[p] != "" {
			out = append(out, leftOut{p, reasons[p]})
			continue
		}
		if !p.matches(*first[p]) {
			p.want, p.stated, p.unordered = first[p], false, false
		}
	}
	return out
}

// inFolder has use run p in its folder.
func inFolder(t *testing.T, p *program, use func(dir string)) {
	dir := p.dir
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "difftest"); err != nil {
			t.Error(err)
			return
		}
		defer func() {
			if err := os.RemoveAll(dir); err != nil {
				t.Error(err)
			}
		}()
	}
	use(dir)
}

// parallel calls f for each element, two at a time: the time limit is for
// machines with two cores.
func parallel[T any](list []T, f func(i int, x T)) {
	const width = 2
	next := make(chan int)
	var wg sync.WaitGroup
	for range width {
		wg.Go(func() {
			for i := range next {
				f(i, list[i])
			}
		})
	}
	for i := range list {
		next <- i
	}
	close(next)
	wg.Wait()
}

// readKnown reads the lines of testdata/known.txt that are about a source: which
// programs are refused, by a sentence that holds which words.
func readKnown(t *testing.T, source string) map[string]string {
	data, err := os.ReadFile("testdata/known.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, sentence, ok := strings.Cut(line, ": ")
		if !ok {
			t.Errorf("testdata/known.txt: the line %q is not SOURCE/PROGRAM: WORDS", line)
		}
		if name, ok := strings.CutPrefix(name, source+"/"); ok {
			known[name] = strings.TrimSpace(sentence)
		}
	}
	return known
}
