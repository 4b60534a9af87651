package kernel

import (
	"context"

	"gopost/interp"
	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// sink is the kernel as cells see it: where they print, draw and ask.
type sink struct{ k *kernel }

var _ interp.Sink = sink{}

// Stream prints on iopub, soon. It blocks while the cell prints faster than
// front ends can show, see [OutputLimits].
func (s sink) Stream(id string, stream interp.Stream, text string) {
	s.k.print(id, stream, text)
}

// Display shows or updates rich output on iopub. It blocks as Stream does.
func (s sink) Display(id string, d interp.Display) {
	ctx, output := s.k.cells.budget(id)
	output.message(ctx)
	data, metadata := protocol.Bundle(d.Data), protocol.BundleMetadata(d.Metadata)
	transient := protocol.Transient{DisplayID: d.ID}
	var c protocol.Content = protocol.DisplayData{Data: data, Metadata: metadata, Transient: transient}
	if d.Update {
		c = protocol.UpdateDisplayData{Data: data, Metadata: metadata, Transient: transient}
	}
	s.k.pub.send(s.k.cells.parent(id), c, wire.Bulk)
}

// Clear clears a cell's output on iopub.
func (s sink) Clear(id string, wait bool) {
	_, output := s.k.cells.budget(id)
	output.charge()
	output.cleared()
	s.k.pub.send(s.k.cells.parent(id), protocol.ClearOutput{Wait: wait}, wire.Must)
}

// Input asks on stdin the front end that sent the cell.
func (s sink) Input(ctx context.Context, id, prompt string, password bool) (string, error) {
	return s.k.asker.ask(ctx, s.k.cells.get(id), prompt, password)
}
