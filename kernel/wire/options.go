package wire

import (
	"log/slog"
	"time"

	"gopost/kernel/wire/internal/zmtp"
)

// Kind is what a socket does with messages, by the names of ZeroMQ's socket
// types (https://rfc.zeromq.org/spec/28/ and 29).
type Kind int

// The kinds of sockets that a kernel has.
const (
	// Router receives from all its peers, and sends to one by its identity:
	// ZeroMQ's ROUTER, for shell, control and stdin.
	Router Kind = iota
	// XPub sends to each peer what that peer has subscribed to: iopub.
	XPub
	// Reply sends every message back to where it came from: heartbeat.
	Reply
)

// String returns ZeroMQ's name of the socket type.
func (k Kind) String() string {
	switch k {
	case Router:
		return "ROUTER"
	case XPub:
		return "XPUB"
	case Reply:
		return "REP"
	}
	return "unknown kind of socket"
}

// Class says what happens to a message when the client that it is for reads
// too slowly.
type Class int

// The classes of messages.
const (
	// Must is for replies and status: it is queued at once, also when the
	// queue is full. Send does not block.
	Must Class = iota
	// Bulk is for streams of text: Send waits up to [Options.Patience] for
	// room in the queue, and then cuts the client.
	Bulk
)

// Options are the limits of a socket. A field that is zero stands for its
// default.
type Options struct {
	// MaxFrame and MaxMessage are the most bytes that a frame, and all frames
	// of a message, may have when they come in. The defaults are 64 and 128
	// MiB for a Router, and 64 KiB for the others, which expect next to
	// nothing.
	MaxFrame, MaxMessage int
	// MaxParts is the most frames that a message may have when it comes in;
	// 1024 by default.
	MaxParts int
	// MaxPeers is the most connections at one time; 256 by default.
	MaxPeers int
	// MaxIncoming is the most bytes that all messages together may have that
	// have begun to come in and are not received yet, the first 64 KiB of each
	// not counted; 256 MiB by default.
	MaxIncoming int

	// QueueBytes is how much may wait for one peer; 64 MiB by default.
	QueueBytes int
	// Patience is how long Send waits for a peer whose queue is full before
	// the peer is cut; two seconds by default.
	Patience time.Duration

	// HandshakeTimeout is the time from accepting a connection to the end of
	// its handshake; ten seconds by default.
	HandshakeTimeout time.Duration
	// StallTimeout is how long a peer may stop in the middle of a message
	// before it is cut; 30 seconds by default.
	StallTimeout time.Duration
	// Linger is how long Close waits, when everything was written, for a peer
	// that is silent to hang up, so that nothing written is lost on the way;
	// one second by default. A Reply does not wait.
	Linger time.Duration

	// Welcome makes the message that greets a new subscription to topic, of an
	// XPub: it is queued together with the subscription, to the subscriber
	// alone, so that the subscriber gets whatever is sent after it (JEP 65,
	// iopub_welcome). It is called by several goroutines. Nil, or a nil
	// result, sends none.
	Welcome func(topic []byte) [][]byte

	// Log is told which peers were cut and why; nil tells nobody.
	Log *slog.Logger
}

func (o Options) withDefaults(kind Kind) Options {
	if kind == Router {
		setDefault(&o.MaxFrame, 64<<20)
		setDefault(&o.MaxMessage, 128<<20)
	}
	setDefault(&o.MaxFrame, 64<<10)
	setDefault(&o.MaxMessage, 64<<10)
	setDefault(&o.MaxParts, 1024)
	setDefault(&o.MaxPeers, 256)
	setDefault(&o.MaxIncoming, 256<<20)
	setDefault(&o.QueueBytes, 64<<20)
	setDefault(&o.Patience, 2*time.Second)
	setDefault(&o.HandshakeTimeout, 10*time.Second)
	setDefault(&o.StallTimeout, 30*time.Second)
	setDefault(&o.Linger, time.Second)
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

func setDefault[T ~int | ~int64](field *T, value T) {
	if *field == 0 {
		*field = value
	}
}

func (o Options) limits() zmtp.Limits {
	return zmtp.Limits{Frame: o.MaxFrame, Message: o.MaxMessage, Parts: o.MaxParts}
}
