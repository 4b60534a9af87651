package difftest_test

import (
	"fmt"
	"slices"
	"strings"
)

// program is one program of a source.
type program struct {
	name   string // unique in its source
	source string
	dir    string // where it runs, "" for an empty folder of its own
	// want is how it ends when it is compiled, nil while that is not known.
	want *outcome
	// stated says that want is what a comment says, up to space at both ends,
	// and unordered that the order of its lines does not count.
	stated, unordered bool
	// leftOut says why the program proves nothing, "" if it does.
	leftOut string
	got     []outcome // by mode
}

// outcome is how a run of a program ended.
type outcome struct {
	stdout string
	end    end
	text   string // of the panic or refusal, the exit code, the fatal error
}

// end is a way for a program to end.
type end string

const (
	finished end = "finished"
	panicked end = "panicked"
	exited   end = "exited"
	fatal    end = "died of a fatal error"
	refused  end = "was refused"
	hung     end = "did not end in time"
)

func (o outcome) String() string {
	if o.text == "" {
		return string(o.end)
	}
	return string(o.end) + ": " + o.text
}

// difference says how a run that ended with got differs from what p should do:
// in its end, and in the first line of output that is another.
func (p *program) difference(got outcome) string {
	text := got.String()
	if got.end != p.want.end || got.text != p.want.text {
		text += fmt.Sprintf("\n  and should have %s", p.want)
	}
	want, have := strings.Split(p.want.stdout, "\n"), strings.Split(got.stdout, "\n")
	if p.unordered {
		slices.Sort(want)
		slices.Sort(have)
	}
	const past = "(the end of the output)"
	for i := range max(len(want), len(have)) {
		w, h := past, past
		if i < len(want) {
			w = want[i]
		}
		if i < len(have) {
			h = have[i]
		}
		if w != h && (!p.stated || strings.TrimSpace(w) != strings.TrimSpace(h)) {
			return text + fmt.Sprintf("\n  line %d: %s\n  not:    %s%s", i+1, clip(h), strings.Repeat(" ", digits(i+1)-1), clip(w))
		}
	}
	return text
}

func digits(n int) int { return len(fmt.Sprint(n)) }

// clip shortens a line for a test log.
func clip(s string) string {
	const most = 400
	if len(s) > most {
		return s[:most] + "…"
	}
	return s
}

// matches says whether a run of p that ended with got was right.
func (p *program) matches(got outcome) bool {
	if got.end != p.want.end || got.text != p.want.text {
		return false
	}
	switch {
	case p.unordered:
		return sortedLines(got.stdout) == sortedLines(p.want.stdout)
	case p.stated:
		return strings.TrimSpace(got.stdout) == strings.TrimSpace(p.want.stdout)
	}
	return got.stdout == p.want.stdout
}

func sortedLines(s string) string {
	return strings.Join(slices.Sorted(strings.Lines(strings.TrimSpace(s)+"\n")), "")
}
