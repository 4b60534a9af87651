package cell

import (
	"go/token"
	"strings"
)

// Status is what [Complete] says of a text.
type Status string

// The statuses, by the words of Jupyter's is_complete_reply.
const (
	StatusComplete   Status = "complete"
	StatusIncomplete Status = "incomplete"
	StatusInvalid    Status = "invalid"
)

// Complete says whether a text is a whole cell. An incomplete text can become
// valid by further lines; indent is then what the next one should start with,
// as gofmt would. No further line can mend an invalid text.
func Complete(src string) (status Status, indent string) {
	fset := token.NewFileSet()
	p := read(fset, "", src)
	c, errs := p.cell, append(p.own, p.errs...)
	errs.Sort()
	if len(errs) == 0 {
		return StatusComplete, ""
	}
	if invalidUTF8(src) >= 0 {
		return StatusInvalid, ""
	}
	end := len(strings.TrimRight(c.Source, " \t\r\n"))
	if p.openEnd {
		// The scanner places the error where the string or comment starts.
		return StatusIncomplete, ""
	}
	if errs[0].Pos.Offset < end {
		return StatusInvalid, ""
	}
	if len(p.open) == 0 && p.endsStatement() {
		return StatusInvalid, ""
	}
	return StatusIncomplete, strings.Repeat("\t", p.indent())
}

// endsStatement says whether Go puts a semicolon after the last token at the
// line's end, so that a next line starts a new statement.
func (p *parser) endsStatement() bool {
	n := len(p.tokens)
	return n > 0 && p.tokens[n-1].tok == token.SEMICOLON
}

// indent is how many tabs the next line needs: one for each line that left
// brackets open, and one for a statement that goes on.
func (p *parser) indent() int {
	lines := map[int]bool{}
	for _, offset := range p.open {
		lines[p.cell.position(offset).Line] = true
	}
	n := len(lines)
	if len(p.open) == 0 {
		n++
	}
	return n
}
