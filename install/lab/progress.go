package lab

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"
)

// progress shows how far a set-up is: a line for each stage, with the time it
// took. On a terminal the line of the running stage is alive; elsewhere it is
// repeated now and then, so that a log never looks dead.
type progress struct {
	w io.Writer
	// live says that w is a terminal, on which a line can be rewritten.
	live bool
	// every is how often the running stage shows itself.
	every time.Duration
}

func newProgress(w io.Writer, terminal bool) *progress {
	const alive, logged = 200 * time.Millisecond, 10 * time.Second
	if terminal {
		return &progress{w: w, live: true, every: alive}
	}
	return &progress{w: w, every: logged}
}

// Nobody can be told that the display itself fails, so its errors are dropped.
func (p *progress) printf(format string, args ...any) { _, _ = fmt.Fprintf(p.w, format, args...) }

func (p *progress) say(text string) { p.printf("%s\n", text) }

// stage runs work, and shows its name, its latest note and its time meanwhile.
// When ctx is done, work was interrupted and did not fail by itself.
func (p *progress) stage(ctx context.Context, n, of int, name string, work func(note func(string)) error) error {
	begin := time.Now()
	head := fmt.Sprintf("[%d/%d] %s", n, of, name)
	if p.live {
		p.show(head, "", 0)
	} else {
		p.say(head + " ...")
	}
	var mu sync.Mutex
	latest := ""
	note := func(text string) {
		mu.Lock()
		defer mu.Unlock()
		latest = text
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		tick := time.NewTicker(p.every)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				mu.Lock()
				text := latest
				mu.Unlock()
				p.show(head, text, time.Since(begin))
			}
		}
	}()
	err := work(note)
	close(stop)
	<-stopped
	took := time.Since(begin).Round(100 * time.Millisecond)
	verb := "done in"
	switch {
	case err != nil && ctx.Err() != nil:
		verb = "interrupted after"
	case err != nil:
		verb = "failed after"
	}
	if p.live {
		p.printf("\r\x1b[K")
	}
	p.printf("%s: %s %s\n", head, verb, took)
	return err
}

func (p *progress) show(head, note string, since time.Duration) {
	if note != "" {
		note = ": " + note
	}
	if p.live {
		p.printf("\r\x1b[K%s, %s%s", head, since.Round(time.Second), note)
		return
	}
	p.printf("%s, %s%s\n", head, since.Round(time.Second), note)
}
