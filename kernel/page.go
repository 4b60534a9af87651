package kernel

import (
	"fmt"
	"regexp"

	"gopost/interp"
	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// pageRule matches a cell that asks about a name, as Jupyter users know it
// from IPython: "strings.Cut?", and "strings.Cut??" for more. No language that
// we run has a question mark there.
var pageRule = regexp.MustCompile(`^\s*([\pL_][\pL\pN_.]*)(\?{1,2})\s*$`)

// pageAsked returns the name that a cell asks about, and how much it wants to
// know: the detail_level of inspect_request.
func pageAsked(code string) (name string, detail int, ok bool) {
	m := pageRule.FindStringSubmatch(code)
	if m == nil {
		return "", 0, false
	}
	return m[1], len(m[2]) - 1, true
}

// explain answers such a cell with a page, which consoles show in a pager and
// JupyterLab below the cell. Source: messaging, "Payloads".
func (k *kernel) explain(r *request, in interp.Interpreter, name string, detail int) []protocol.Payload {
	found := in.Inspect(name, len(name), detail)
	if found.Data == nil {
		text := fmt.Sprintf("Nothing is known of %s.\n", name)
		k.pub.send(r.Header, protocol.Stream{Name: string(interp.Stdout), Text: text}, wire.Must)
		return []protocol.Payload{}
	}
	return []protocol.Payload{{Source: "page", Data: protocol.Bundle(found.Data)}}
}
