package kernel

import (
	"log/slog"
	"sync"
	"time"
	"unicode/utf8"

	"gopost/interp"
	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// The kernel's states, in status messages.
const (
	starting = "starting"
	busy     = "busy"
	idle     = "idle"
)

const (
	// streamDelay is how long printed text may wait for more of it. It is
	// below what a reader notices, and makes one message out of hundreds.
	streamDelay = 10 * time.Millisecond
	// streamBytes of printed text are sent without waiting for more.
	streamBytes = 64 << 10
)

// publisher sends on iopub. Printed text is gathered into few messages; mu
// keeps it in order with everything else that a cell shows.
type publisher struct {
	socket *wire.Socket
	writer *writer
	cells  *cells
	log    *slog.Logger
	prefix string // of topics

	mu     sync.Mutex
	text   []byte // printed, not sent yet
	id     string // of the cell that printed it
	stream interp.Stream
	timer  *time.Timer
	armed  bool
	sent   time.Time // when text was sent last
	closed bool
	timers sync.WaitGroup // armed timers
}

func newPublisher(w *writer, cells *cells, log *slog.Logger) *publisher {
	p := &publisher{writer: w, cells: cells, log: log, prefix: "kernel." + w.author.Session + "."}
	p.timer = time.AfterFunc(time.Hour, p.tick)
	p.timer.Stop()
	return p
}

// welcome greets a new subscriber. Source: JEP 65.
func (p *publisher) welcome(topic []byte) [][]byte {
	c := protocol.Welcome{Subscription: string(topic)}
	content, err := protocol.Encode(c)
	if err != nil {
		return nil
	}
	frames, _ := p.writer.compose([][]byte{topic}, nil, nil, c.MsgType(), content)
	return frames
}

// send publishes c after all text that was printed before.
func (p *publisher) send(parent []byte, c protocol.Content, class wire.Class) {
	content, err := protocol.Encode(c)
	if err != nil {
		p.log.Error("A message to all front ends could not be written.", "reason", err)
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.flush()
	p.post(parent, c.MsgType(), content, class)
}

// status publishes a state after all text that was printed before.
func (p *publisher) status(parent []byte, state string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.flush()
	p.statusNow(parent, state)
}

// statusNow publishes a state without waiting for what is printed meanwhile:
// control must be heard while a cell floods a slow front end.
func (p *publisher) statusNow(parent []byte, state string) {
	p.post(parent, "status", []byte(`{"execution_state":"`+state+`"}`), wire.Must)
}

func (p *publisher) post(parent []byte, msgType string, content []byte, class wire.Class) {
	frames, _ := p.writer.compose([][]byte{[]byte(p.prefix + msgType)}, parent, nil, msgType, content)
	if err := p.socket.Send(frames, class); err != nil {
		p.log.Debug("A message could not be sent.", "channel", "iopub", "reason", err)
	}
}

// sync sends what was printed so far.
func (p *publisher) sync() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.flush()
}

// print gathers text that cell id printed.
func (p *publisher) print(id string, s interp.Stream, text string) {
	if text == "" {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return
	}
	if len(p.text) > 0 && (p.id != id || p.stream != s) {
		p.flush()
	}
	p.id, p.stream = id, s
	p.text = append(p.text, text...)
	_, output := p.cells.budget(id)
	drawing := time.Until(p.sent.Add(output.drawing()))
	if len(p.text) >= streamBytes && drawing <= 0 {
		p.flushWhole()
	} else if !p.armed {
		p.armed = true
		p.timers.Add(1)
		p.timer.Reset(max(streamDelay, drawing))
	}
}

// tick is what the timer calls.
func (p *publisher) tick() {
	defer p.timers.Done()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.armed = false
	p.flushWhole()
}

// flush sends the text that is waiting. The caller holds mu.
func (p *publisher) flush() {
	if p.armed && p.timer.Stop() {
		p.armed = false
		p.timers.Done()
	}
	p.emit(len(p.text))
}

// flushWhole is flush, but keeps a character back of which only the first bytes
// have come: a cell that prints goes on printing. The caller holds mu.
func (p *publisher) flushWhole() {
	p.emit(len(p.text) - partialRune(p.text))
}

func (p *publisher) emit(n int) {
	if n == 0 {
		return
	}
	c := protocol.Stream{Name: string(p.stream), Text: string(p.text[:n])}
	p.text = append(p.text[:0], p.text[n:]...)
	content, err := protocol.Encode(c)
	if err != nil {
		p.log.Error("Printed text could not be sent.", "reason", err)
		return
	}
	_, output := p.cells.budget(p.id)
	output.charge()
	p.sent = time.Now()
	p.post(p.cells.parent(p.id), c.MsgType(), content, wire.Bulk)
}

// partialRune returns the length of the incomplete UTF-8 sequence at the end
// of b, 0 when there is none.
func partialRune(b []byte) int {
	for n := 1; n <= min(utf8.UTFMax-1, len(b)); n++ {
		if tail := b[len(b)-n:]; utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return 0
			}
			return n
		}
	}
	return 0
}

// close sends what is waiting and waits for the timer. Nothing may be printed
// afterwards; what is, is dropped.
func (p *publisher) close() {
	p.mu.Lock()
	p.flush()
	p.closed = true
	p.mu.Unlock()
	p.timers.Wait()
}
