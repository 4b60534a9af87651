package export

import (
	"fmt"
	"regexp"
	"strings"
)

// width is the length of a line from which on Markdown is wrapped.
const width = 100

// picture is one that stands in the text itself.
var picture = regexp.MustCompile(`data:image/[^;]+;base64,[A-Za-z0-9+/=]+`)

// comment writes Markdown as a comment. A blank line follows, so that it is no
// doc comment, which gofmt would rearrange.
func comment(markdown string) string {
	var b strings.Builder
	fenced := false
	for line := range strings.Lines(strings.TrimSpace(picture.ReplaceAllString(markdown, "data:...")) + "\n") {
		line = strings.TrimRight(line, " \t\r\n")
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
		}
		parts := []string{line}
		if !fenced && !strings.HasPrefix(strings.TrimSpace(line), "|") {
			parts = wrap(line)
		}
		for _, part := range parts {
			b.WriteString(strings.TrimRight("// "+part, " ") + "\n")
		}
	}
	return b.String()
}

// wrap breaks a long line at blanks. Further lines are indented as a list
// item's text is.
func wrap(line string) []string {
	text := strings.TrimLeft(line, " ")
	indent := strings.Repeat(" ", len(line)-len(text))
	if strings.HasPrefix(text, "* ") || strings.HasPrefix(text, "- ") {
		indent += "  "
	}
	var parts []string
	for len(line) > width {
		at := strings.LastIndex(line[:width], " ")
		if at <= len(indent)+1 {
			break
		}
		parts = append(parts, line[:at])
		line = indent + line[at+1:]
	}
	return append(parts, line)
}

// leftOut writes a cell that is not part of the program as a comment.
func leftOut(c *piece) string {
	var b strings.Builder
	what := "This cell"
	if c.number > 0 {
		what = c.in()
	}
	for i, line := range strings.Split(c.leftOut, "\n") {
		if i == 0 {
			line = fmt.Sprintf("%s is not part of the program: %s", what, line)
		}
		fmt.Fprintf(&b, "// %s\n", strings.TrimSpace(line))
	}
	b.WriteString("//\n")
	for line := range strings.Lines(strings.TrimRight(c.source, " \t\r\n") + "\n") {
		b.WriteString(strings.TrimRight("//\t"+strings.TrimRight(line, "\r\n"), " \t") + "\n")
	}
	return b.String()
}
