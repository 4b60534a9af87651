package check

import (
	"go/doc/comment"
	"strings"

	"gopost/interp/std"
)

// plain is the description for terminals.
func (d description) plain() string {
	return d.join(func(code string) string { return code }, func(doc *comment.Doc) []byte {
		printer := comment.Printer{TextWidth: 80}
		return printer.Text(doc)
	}, d.link)
}

// markdown is the description for notebooks.
func (d description) markdown() string {
	link := ""
	if d.link != "" {
		link = "<" + d.link + ">"
	}
	return d.join(func(code string) string { return "```go\n" + code + "\n```" }, func(doc *comment.Doc) []byte {
		printer := comment.Printer{
			HeadingLevel: 4,
			HeadingID:    func(*comment.Heading) string { return "" },
			DocLinkURL:   d.linkOf,
		}
		return printer.Markdown(doc)
	}, link)
}

// join puts the parts together that there are.
func (d description) join(code func(string) string, text func(*comment.Doc) []byte, link string) string {
	parts := []string{code(d.head)}
	if d.doc != "" {
		// Whatever stands in brackets like a name is one.
		p := comment.Parser{LookupSym: func(_, _ string) bool { return true }}
		parts = append(parts, strings.TrimRight(string(text(p.Parse(d.doc))), "\n"))
	}
	for _, part := range []string{d.shape, strings.Join(d.members, "\n"), d.source} {
		if part != "" {
			parts = append(parts, code(part))
		}
	}
	if link != "" {
		parts = append(parts, link)
	}
	return strings.Join(parts, "\n\n")
}

// linkOf is the web page of what a comment mentions, "" for none: names of
// cells and of our own packages have no page.
func (d description) linkOf(l *comment.DocLink) string {
	path, name := l.ImportPath, l.Name
	if path == "" {
		path = d.path
	}
	if l.Recv != "" {
		name = l.Recv + "." + name
	}
	if path == "" {
		return ""
	}
	return std.Link(path, name)
}
