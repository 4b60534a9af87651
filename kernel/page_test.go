package kernel_test

import (
	"maps"
	"testing"

	"gopost/kernel"
	"gopost/kernel/kerneltest"
	"gopost/kernel/protocol"
)

// A cell that asks about a name is answered with a page and does not run.
func TestPage(t *testing.T) {
	s, f := serve(t, kernel.Options{})
	for code, want := range map[string]string{
		"strings.Cut?":  "strings.Cut 0",
		" 世界?? \n":      "世界 1",
		"tx.Send?":      "tx.Send 0",
		"value really?": "", // a cell
		"value x\ny?":   "",
		"?":             "",
	} {
		c := f.Execute(code)
		c.SkipToIdle()
		var reply protocol.ExecuteReply
		c.ExpectReply(&reply)
		if reply.Status != "ok" {
			t.Errorf("%q is answered with %+v", code, reply)
		}
		if want == "" {
			if len(reply.Payload) != 0 {
				t.Errorf("%q is answered with the page %+v", code, reply.Payload)
			}
			continue
		}
		if len(reply.Payload) != 1 || reply.Payload[0].Source != "page" ||
			!maps.Equal(reply.Payload[0].Data, protocol.Bundle{"text/plain": want}) {
			t.Errorf("%q is answered with the page %+v", code, reply.Payload)
		}
	}
	if n := len(s.ran()); n != 3 {
		t.Errorf("%d cells ran, want 3", n)
	}
	var complete protocol.IsCompleteReply
	f.Send(kerneltest.Shell, "is_complete_request", protocol.IsCompleteRequest{Code: "strings.Cut?"}).ExpectFramed(&complete)
	if complete.Status != "complete" {
		t.Errorf("a question is %q", complete.Status)
	}
}
