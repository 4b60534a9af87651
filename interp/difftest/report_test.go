package difftest_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
)

// report counts what became of a source's programs.
type report struct {
	source string
	total  int

	mu     sync.Mutex
	unfits map[string]int // left out of a mode, by mode and reason

	out     map[string][]string // left out, by reason
	rights  map[string]int      // by mode
	refusal map[string]int      // refused on purpose, by mode
	wrongs  map[string][]string // by reason
	failed  map[string]int      // by mode
}

func newReport(source string, total int) *report {
	return &report{
		source: source, total: total,
		out: map[string][]string{}, unfits: map[string]int{}, rights: map[string]int{},
		refusal: map[string]int{}, wrongs: map[string][]string{}, failed: map[string]int{},
	}
}

func (r *report) leaveOut(p *program) { r.out[p.leftOut] = append(r.out[p.leftOut], p.name) }

// unfit counts a program that is left out of a mode. Unlike the other methods it
// is called while programs run.
func (r *report) unfit(mode, reason string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.unfits[mode+": "+reason]++
}

// wrong takes down a difference, under what is wrong with it.
func (r *report) wrong(p *program, mode string, got outcome) {
	r.failed[mode]++
	reason := "it prints something else"
	switch {
	case got.end == p.want.end && got.stdout != p.want.stdout:
	case got.end == p.want.end:
		reason = fmt.Sprintf("%s: %s, not %s", got.end, got.text, p.want.text)
	case got.text != "":
		reason = fmt.Sprintf("%s: %s", got.end, got.text)
	default:
		reason = string(got.end)
	}
	r.wrongs[reason] = append(r.wrongs[reason], p.name+" ("+mode+")")
}

// log writes the report to the test's log.
func (r *report) log(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d programs\n", r.source, r.total)
	for _, m := range modes() {
		fmt.Fprintf(&b, "%s: %d as compiled, %d refused on purpose, %d wrong\n",
			m.name, r.rights[m.name], r.refusal[m.name], r.failed[m.name])
	}
	for _, reason := range slices.Sorted(maps.Keys(r.unfits)) {
		fmt.Fprintf(&b, "left out of %s: %d\n", reason, r.unfits[reason])
	}
	for _, reason := range slices.Sorted(maps.Keys(r.out)) {
		fmt.Fprintf(&b, "left out, %s: %d\n", reason, len(r.out[reason]))
		if testing.Verbose() {
			fmt.Fprintf(&b, "    %s\n", strings.Join(r.out[reason], " "))
		}
	}
	for _, reason := range slices.Sorted(maps.Keys(r.wrongs)) {
		fmt.Fprintf(&b, "WRONG, %s:\n    %s\n", reason, strings.Join(r.wrongs[reason], " "))
	}
	t.Logf("%s", b.String())
}
