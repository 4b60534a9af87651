package check

import (
	"fmt"
	"strings"
	"unicode"

	"gopost/interp/internal/ansi"
)

// Render shows diagnostics to a reader: for each the line that `go build`
// would print, the source line with a caret under the column, and the hint. src
// is the learner's text of the cell. With color the text has the
// escapes of package ansi; without it is plain.
func Render(src string, diags []Diagnostic, color bool) string {
	bold := ansi.Bold
	if !color {
		bold = func(s string) string { return s }
	}
	lines := strings.Split(src, "\n")
	var out strings.Builder
	for i, d := range diags {
		if i > 0 {
			out.WriteString("\n")
		}
		first, rest, _ := strings.Cut(d.Msg, "\n")
		// In one piece, so that go build's line can be searched for as it is.
		fmt.Fprintf(&out, "%s\n", bold(d.Pos.String()+": "+first))
		if rest != "" {
			// Pages break lines at tabs.
			out.WriteString(strings.ReplaceAll(rest, "\t", "    ") + "\n")
		}
		if n := d.Pos.Line; 1 <= n && n <= len(lines) {
			line := strings.TrimRight(lines[n-1], "\r")
			fmt.Fprintf(&out, "%4d | %s\n", n, line)
			fmt.Fprintf(&out, "     | %s%s\n", padding(line, d.Pos.Column), bold("^"))
		}
		if d.Hint != "" {
			for _, hint := range strings.Split(d.Hint, "\n") {
				fmt.Fprintf(&out, "%s %s\n", bold("help:"), hint)
			}
		}
	}
	return out.String()
}

// padding is white space as wide as the line before a column, counted in bytes
// from 1. Tabs stay tabs, so that it fits whatever their width is.
func padding(line string, column int) string {
	before := line[:min(max(column-1, 0), len(line))]
	var out strings.Builder
	for _, r := range before {
		switch {
		case r == '\t':
			out.WriteByte('\t')
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case isWide(r):
			out.WriteString("  ")
		default:
			out.WriteByte(' ')
		}
	}
	return out.String()
}

// isWide says whether a terminal gives a character two columns.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) ||
		0x1f300 <= r && r <= 0x1faff || 0xff01 <= r && r <= 0xff60
}
