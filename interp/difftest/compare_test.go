package difftest_test

import (
	"strings"
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
	expect(t, remaining(programs))
	rest := remaining(programs)
	parallel(rest, func(_ int, p *program) { interpretAll(t, r, p) })

	var doubtful []*program
	for _, p := range rest {
		if _, listed := known[p.name]; !listed && !p.right() {
			doubtful = append(doubtful, p)
		}
	}
	reexamine(t, doubtful)
	for _, p := range programs {
		if p.leftOut != "" {
			r.leaveOut(p)
			continue
		}
		words, listed := known[p.name]
		delete(known, p.name)
		for i, m := range modes() {
			switch got := p.got[i]; {
			case got.end == "": // left out of this mode
			case listed && got.end == refused && strings.Contains(got.text, words):
				r.refusal[m.name]++
			case listed:
				t.Errorf("%s/%s (%s) is listed in testdata/known.txt as refused with %q, but it %s: take it out of the list if it should run",
					source, p.name, m.name, words, got)
			case p.matches(got):
				r.rights[m.name]++
			default:
				r.wrong(p, m.name, got)
				t.Errorf("%s/%s (%s) %s", source, p.name, m.name, p.difference(got))
			}
		}
	}
	for name := range known {
		t.Errorf("testdata/known.txt lists %s/%s, which is not among the programs that run", source, name)
	}
	r.log(t)
	return r
}

// remaining are the programs that are not left out.
func remaining(programs []*program) (rest []*program) {
	for _, p := range programs {
		if p.leftOut == "" {
			rest = append(rest, p)
		}
	}
	return rest
}

// interpretAll runs a program in all modes. A mode that does not fit it has the
// zero outcome.
func interpretAll(t *testing.T, r *report, p *program) {
	p.got = make([]outcome, len(modes()))
	for i, m := range modes() {
		cells, reason := m.cells(p.source)
		if reason != "" {
			r.unfit(m.name, reason)
			continue
		}
		inFolder(t, p, func(dir string) { p.got[i] = interpret(t, dir, cells) })
	}
}

// right says whether a program ended right in all modes.
func (p *program) right() bool {
	for _, got := range p.got {
		if got.end != "" && !p.matches(got) {
			return false
		}
	}
	return true
}
