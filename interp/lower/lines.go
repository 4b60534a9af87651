package lower

import "strings"

// fixLines repeats line directives, so that all lines which stand for one
// statement of the learner's have its position. A directive alone makes the
// lines after it count up.
func fixLines(source string) string {
	const mark = "//line "
	var b strings.Builder
	b.Grow(2 * len(source))
	directive, fresh := "", false
	for line := range strings.Lines(source) {
		switch {
		case strings.HasPrefix(line, mark):
			directive, fresh = line, true
		case directive != "" && !fresh && canStop(line):
			b.WriteString(directive)
		default:
			fresh = false
		}
		b.WriteString(line)
	}
	return b.String()
}

// canStop says whether a panic or an interrupt may come from a line.
func canStop(line string) bool {
	return strings.ContainsAny(line, "([.*/%<") || strings.HasPrefix(line, "for ")
}
