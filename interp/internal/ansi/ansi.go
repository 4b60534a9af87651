// Package ansi is the one palette of all tracebacks.
//
// It has weight, and no colour. JupyterLab and nbconvert show a traceback on
// red: #ffdddd in the light theme, and in the dark one rgba(244, 67, 54, 0.28)
// over #111111. The contrast (WCAG 2.1) of Jupyter's ANSI colours with these is
//
//	          light   dark            light   dark
//	red         2.7    3.9    bold      5.1    2.1
//	green       2.6    4.0    bold      4.7    2.3
//	yellow      1.5    6.9    bold      2.9    3.7
//	blue        2.6    4.1    bold      4.5    2.4
//	magenta     2.7    4.0    bold      4.9    2.2
//	cyan        1.6    6.7    bold      3.1    3.5
//
// and a text needs 4.5. No colour at all has more than 3.4 with both. The
// text's own colour has 13 with either, plain or bold.
package ansi

const (
	bold  = "\x1b[1m"
	reset = "\x1b[0m"
)

// Bold makes a text stand out. An empty one stays empty.
func Bold(s string) string {
	if s == "" {
		return ""
	}
	return bold + s + reset
}
