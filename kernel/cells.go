package kernel

import (
	"context"
	"encoding/json"
	"slices"
	"sync"
)

// maxCells is how many cells' headers are remembered, so that output of a
// goroutine that outlives its cell still finds the cell.
const maxCells = 1000

// cell is what a cell's output and questions need to know of its request.
type cell struct {
	parent     []byte   // the request's header, as it came
	identities [][]byte // where the request came from
	stdin      bool     // whether that front end can be asked
	// ctx is done when the cell has been interrupted or has ended
	// (errCellEnded).
	ctx    context.Context
	output *budget // what it may still show
}

// cells finds cells by their ID, which is their request's msg_id.
type cells struct {
	limits    OutputLimits
	forgotten *cell // stands for all that are no longer remembered
	mu        sync.Mutex
	byID      map[string]*cell
	order     []string // a ring of IDs
	next      int
}

func newCells(limits OutputLimits) *cells {
	limits = limits.withDefaults()
	ended, end := context.WithCancelCause(context.Background())
	end(errCellEnded)
	return &cells{
		limits: limits, forgotten: &cell{ctx: ended, output: &budget{limits: limits}}, byID: make(map[string]*cell),
	}
}

// begin remembers the cell of r, which runs until ctx is done. What it keeps is
// copied, so that the request's text is not kept with it.
func (c *cells) begin(ctx context.Context, r *request, stdin bool) {
	this := &cell{parent: slices.Clone(r.Header), stdin: stdin, ctx: ctx, output: &budget{limits: c.limits}}
	for _, id := range r.Identities {
		this.identities = append(this.identities, slices.Clone(id))
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, again := c.byID[r.header.MsgID]; !again {
		if len(c.order) < maxCells {
			c.order = append(c.order, r.header.MsgID)
		} else {
			delete(c.byID, c.order[c.next])
			c.order[c.next] = r.header.MsgID
			c.next = (c.next + 1) % maxCells
		}
	}
	c.byID[r.header.MsgID] = this
}

// get returns the cell with the given ID, nil if it was never there or is
// forgotten.
func (c *cells) get(id string) *cell {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.byID[id]
}

// budget returns what the cell with the given ID may still show, and a context
// that is done when the cell has been interrupted or has ended. Cells that are
// forgotten share a budget.
func (c *cells) budget(id string) (context.Context, *budget) {
	this := c.get(id)
	if this == nil {
		this = c.forgotten
	}
	return this.ctx, this.output
}

// parent returns the parent header for output of a cell. For a forgotten cell
// it makes one of the ID: front ends go by that.
func (c *cells) parent(id string) []byte {
	if this := c.get(id); this != nil {
		return this.parent
	}
	header, err := json.Marshal(struct {
		MsgID   string `json:"msg_id"`
		MsgType string `json:"msg_type"`
	}{id, "execute_request"})
	if err != nil {
		return nil
	}
	return header
}
