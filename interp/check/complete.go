package check

import (
	"cmp"
	"go/token"
	"slices"
	"strings"
)

// Completion is what could stand at the cursor.
type Completion struct {
	// Start and End are byte offsets into the source: what is replaced.
	Start, End int
	Matches    []Match
}

// Match is one completion.
type Match struct {
	// Text replaces the source between Start and End.
	Text string
	// Kind is Jupyter's and LSP's word: function, method, variable, constant,
	// type, field, package, keyword, label, magic.
	Kind string
	// Signature is the Go declaration in one line, "" if there is none.
	Signature string

	fit, rank int // smaller is better, and nearer to the cursor
}

// Complete says what could stand at a byte offset of an unfinished text.
// magics are the names that are offered after a percent sign, written as the
// learner writes them. It may be called while a cell runs.
func (s *Session) Complete(src string, offset int, magics []string) Completion {
	cur := newCursor(src, offset)
	if name, start := cur.magic(); name != "" {
		return completeMagic(name, start, cur.end, magics)
	}
	cur, ok := cur.goText()
	if !ok {
		return Completion{Start: offset, End: offset}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if cur.text != token.ILLEGAL {
		return s.completeText(cur)
	}
	l := &lister{place: s.placeOf(cur, placeholder), seen: map[string]bool{}}
	l.list()
	return l.completion()
}

// completeMagic offers the magics that start as written.
func completeMagic(name string, start, end int, magics []string) Completion {
	c := Completion{Start: start, End: end}
	for _, m := range magics {
		if strings.HasPrefix(m, name) {
			c.Matches = append(c.Matches, Match{Text: m, Kind: "magic"})
		}
	}
	return c
}

// completeText offers import paths inside the string of an import, and nothing
// in other strings and comments.
func (s *Session) completeText(cur *cursor) Completion {
	none := Completion{Start: cur.offset, End: cur.offset}
	if cur.text != token.STRING || !inImport(cur.src[:cur.textStart]) {
		return none
	}
	start, end := cur.textStart+1, cur.offset
	if rest := strings.IndexAny(cur.src[end:], "\"`\n"); rest >= 0 && cur.src[end+rest] != '\n' {
		end += rest
	}
	c := Completion{Start: start, End: end}
	for _, path := range s.packages().paths {
		if strings.HasPrefix(path, cur.src[start:cur.offset]) {
			c.Matches = append(c.Matches, Match{Text: path, Kind: "package"})
		}
	}
	return c
}

// inImport says whether a string that follows the text is an import path.
func inImport(before string) bool {
	i := strings.LastIndex(before, "import")
	if i < 0 {
		return false
	}
	rest := strings.TrimSpace(before[i+len("import"):])
	if inside, ok := strings.CutPrefix(rest, "("); ok {
		return !strings.Contains(inside, ")")
	}
	return !strings.ContainsAny(rest, "\n;")
}

// completion sorts and returns what was listed.
func (l *lister) completion() Completion {
	prefix := l.cur.prefix()
	slices.SortStableFunc(l.matches, func(a, b Match) int {
		exact := func(m Match) int {
			if strings.HasPrefix(m.Text, prefix) {
				return 0
			}
			return 1
		}
		return cmp.Or(exact(a)-exact(b), a.fit-b.fit, a.rank-b.rank, strings.Compare(a.Text, b.Text))
	})
	return Completion{Start: l.cur.start, End: l.cur.end, Matches: l.matches}
}
