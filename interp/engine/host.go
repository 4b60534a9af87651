package engine

import (
	"context"

	"gopost/interp/display"
	"gopost/interp/engine/rt"
)

// host lets a Runtime talk to a Sink.
type host struct {
	sink Sink
	exit func(who string, code int)
}

var _ rt.Host = (*host)(nil)

func (h *host) Stream(c *rt.Cell, stderr bool, text string) {
	if text != "" {
		h.sink.Stream(c.ID, stderr, text)
	}
}

func (h *host) Late(c *rt.Cell, f *rt.Failure) { h.sink.Late(c.ID, f) }

func (h *host) Display(c *rt.Cell, d display.Data, id string, update bool) {
	h.sink.Display(c.ID, Display{Data: d.Forms, Metadata: d.Metadata, ID: id, Update: update})
}

func (h *host) Clear(c *rt.Cell, wait bool) { h.sink.Clear(c.ID, wait) }

func (h *host) Input(ctx context.Context, c *rt.Cell, prompt string) (string, error) {
	return h.sink.Input(ctx, c.ID, prompt, false)
}

func (h *host) Exit(_ *rt.Cell, who string, code int) { h.exit(who, code) }
