package kernel

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"gopost/interp"
)

// OutputLimits say how much of what a cell prints reaches front ends, and how
// fast. A page that gets text sooner than it can draw it freezes, and with it
// the button that stops the cell. A zero field means its default.
//
// The defaults of Burst and Rate together stay below what Jupyter's server
// passes on before it drops output: 3 MB in 3 seconds, and 3,000 messages.
type OutputLimits struct {
	// Burst is how many bytes come at full speed: 2 MiB by default, as they
	// travel, and with a line counted as some bytes more than its text, for
	// pages draw lines. It fills again, at Rate, while the cell prints less.
	Burst int
	// Rate is how many bytes a second come after that; whoever prints more
	// waits. It is 128 KiB by default.
	Rate int
	// Most is after how many bytes of text the rest is left out, unless the
	// cell clears its output: 16 MiB by default.
	Most int
}

const (
	defaultBurst = 2 << 20
	defaultRate  = 128 << 10
	defaultMost  = 16 << 20
	// messageCost is what a message costs besides its text: its headers, and
	// the work of showing it.
	messageCost = 1 << 10
	// lineCost is what a line costs besides its text. JupyterLab takes longer to
	// draw 400,000 lines of 5 bytes than 40,000 of 60.
	lineCost = 8
	// portion of text is let through at a time, so that throttled text flows.
	portion = 32 << 10
	// drawingTime is how long a page has to draw what costs a byte. JupyterLab draws
	// a cell's whole text anew with each message, so messages must come the
	// less often the more is there: else their work grows with its square.
	drawingTime = 2 * time.Microsecond
)

func (l OutputLimits) withDefaults() OutputLimits {
	if l.Burst == 0 {
		l.Burst = defaultBurst
	}
	if l.Rate == 0 {
		l.Rate = defaultRate
	}
	if l.Most == 0 {
		l.Most = defaultMost
	}
	return l
}

// budget is what one cell may still show.
type budget struct {
	limits OutputLimits

	mu sync.Mutex
	// paid is when all that was spent so far is paid for at the limits' rate.
	paid    time.Time
	printed int  // bytes of text on the page
	weighed int  // what they have cost
	cut     bool // whether the rest is left out, of which the learner knows
}

// text asks for n bytes of text, which cost more than that, and blocks until
// they may be shown. It grants fewer when no more may be shown, and says why
// with the notice for the learner, once. It waits only for a cell that runs:
// when ctx is done, what would have to wait is left out.
func (b *budget) text(ctx context.Context, n, cost int) (granted int, notice string) {
	b.mu.Lock()
	if b.cut {
		b.mu.Unlock()
		return 0, ""
	}
	if b.printed+n > b.limits.Most {
		n = b.limits.Most - b.printed
		b.cut = true
		notice = fmt.Sprintf("This cell has printed %.4g MiB. The rest of its text is not shown, for the page could not bear it. "+
			"The cell goes on: ■ (interrupt the kernel) stops it. To keep all it prints, have it write to a file: "+
			"os.Create makes one, and fmt.Fprintln prints into it.\n", float64(b.limits.Most)/(1<<20))
	}
	b.printed += n
	b.weighed += cost
	wait := b.spend(cost)
	b.mu.Unlock()
	if pause(ctx, wait) == nil {
		return n, notice
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.cut && notice == "" {
		return 0, ""
	}
	b.cut = true
	if errors.Is(context.Cause(ctx), errCellEnded) {
		return 0, "A goroutine of this cell, which has ended, prints faster than the page can show. " +
			"The rest of its text is not shown. Restarting the kernel stops it.\n"
	}
	return 0, "The cell was interrupted while it printed faster than the page can show. " +
		"What it had printed last is not shown.\n"
}

// message pays for a message, and blocks until it may be shown or ctx is done.
func (b *budget) message(ctx context.Context) {
	b.mu.Lock()
	wait := b.spend(messageCost)
	b.mu.Unlock()
	_ = pause(ctx, wait) // what comes of it is shown in either case
}

// charge pays for a message that is on its way already: what comes next waits.
func (b *budget) charge() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.spend(messageCost)
}

// drawing is how long a page may take to draw what the cell has printed.
func (b *budget) drawing() time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	return time.Duration(b.weighed) * drawingTime
}

// cleared says that the page has been emptied.
func (b *budget) cleared() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.printed, b.weighed, b.cut = 0, 0, false
}

// spend returns how long to wait until n bytes are paid for. The caller holds mu.
func (b *budget) spend(n int) time.Duration {
	now := time.Now()
	if saved := now.Add(-b.worth(b.limits.Burst)); b.paid.Before(saved) {
		b.paid = saved
	}
	b.paid = b.paid.Add(b.worth(n))
	return b.paid.Sub(now)
}

// worth is how long n bytes take at the limits' rate.
func (b *budget) worth(n int) time.Duration {
	return time.Duration(n) * time.Second / time.Duration(b.limits.Rate)
}

// pause blocks for a time, or until ctx is done, which is an error.
func pause(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// print lets text that a cell printed through, a portion at a time, as far and
// as fast as the cell's budget allows.
func (k *kernel) print(id string, stream interp.Stream, text string) {
	ctx, b := k.cells.budget(id)
	for len(text) > 0 {
		part := text[:min(len(text), portion)]
		text = text[len(part):]
		granted, notice := b.text(ctx, len(part), weight(part))
		if granted < len(part) {
			granted -= partialRune([]byte(part[:granted]))
		}
		k.pub.print(id, stream, part[:granted])
		k.pub.print(id, interp.Stderr, notice)
	}
}

// weight is what a text costs: its bytes as they travel in a message, which
// Jupyter's server counts, and its lines, which pages draw.
func weight(text string) int {
	const short, long = 1, 5 // what \t and \u001b have more than the character
	n := len(text)
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\n':
			n += lineCost
		case c == '\t' || c == '\r' || c == '"' || c == '\\':
			n += short
		case c < ' ':
			n += long
		}
	}
	return n
}
