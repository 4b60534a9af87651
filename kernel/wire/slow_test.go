package wire_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"gopost/kernel/wire"
)

// collect receives messages of two frames, the second a number, until the one
// that is last, and checks that none is missing.
func collect(c *client, last int) error {
	var dst [][]byte
	for want := 0; want <= last; want++ {
		msg, _, err := c.in.Next(dst[:0])
		if err != nil {
			return fmt.Errorf("after %d messages: %w", want, err)
		}
		if len(msg) < 2 || string(msg[1]) != strconv.Itoa(want) {
			return fmt.Errorf("received %.80q, want number %d", msg, want)
		}
		dst = msg
	}
	return nil
}

func TestStoppedSubscriberDoesNotStarveAFastOne(t *testing.T) {
	const messages = 400_000
	// Patience is long, for the fast one may be slow on a busy machine.
	s := listen(t, "tcp://127.0.0.1:0", wire.XPub, wire.Options{Patience: 4 * time.Second})
	stopped := dial(t, s.Endpoint(), "SUB", "")
	stopped.subscribe("")
	fast := dial(t, s.Endpoint(), "SUB", "")
	fast.subscribe("")

	collected := make(chan error, 1)
	go func() { collected <- collect(fast, messages-1) }()
	text := strings.Repeat("x", 200)
	for i := range messages {
		send(t, s, wire.Bulk, "stream", strconv.Itoa(i), text)
	}
	if err := <-collected; err != nil {
		t.Errorf("the fast subscriber: %v", err)
	}
	expectClosed(t, stopped)
}

func TestSlowSubscriberHoldsUpBulkAndMissesNothing(t *testing.T) {
	const limit, messages = 1 << 20, 40_000
	s := listen(t, "tcp://127.0.0.1:0", wire.XPub, wire.Options{QueueBytes: limit, Patience: patience})
	slow := dial(t, s.Endpoint(), "SUB", "")
	slow.subscribe("")
	sent := make(chan struct{})
	text := strings.Repeat("x", 1000)
	go func() {
		defer close(sent)
		for i := range messages {
			send(t, s, wire.Bulk, "stream", strconv.Itoa(i), text)
		}
	}()
	if err := collect(slow, messages-1); err != nil {
		t.Error(err)
	}
	<-sent
}

// TestMustIsQueuedBeyondTheLimit fills a stopped client's queue with output;
// status still gets through to it, in order, and does not block.
func TestMustIsQueuedBeyondTheLimit(t *testing.T) {
	const limit = 1 << 20
	s := listen(t, "tcp://127.0.0.1:0", wire.XPub, wire.Options{QueueBytes: limit, Patience: patience})
	c := dial(t, s.Endpoint(), "SUB", "")
	c.subscribe("")
	text := strings.Repeat("x", 1000)
	bulk := make(chan int, 1)
	progress := make(chan struct{}, 1)
	go func() {
		for i := range 20_000 {
			send(t, s, wire.Bulk, "out", strconv.Itoa(i), text)
			select {
			case progress <- struct{}{}:
			default:
			}
		}
		bulk <- 20_000
	}()
	// The client reads nothing: soon no more output is accepted.
	for stuck := false; !stuck; {
		select {
		case <-progress:
		case <-time.After(500 * time.Millisecond):
			stuck = true
		}
	}
	const status = 500
	for i := range status {
		send(t, s, wire.Must, "status", strconv.Itoa(i))
	}
	var out, must int
	for out < 20_000 || must < status {
		topic, rest, _ := strings.Cut(c.receive(), "|")
		number, _, _ := strings.Cut(rest, "|")
		counter := &out
		if topic == "status" {
			counter = &must
		}
		if number != strconv.Itoa(*counter) {
			t.Fatalf("%s: received number %s, want %d", topic, number, *counter)
		}
		*counter++
	}
	<-bulk
}

func TestDealerThatNeverReadsIsCut(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Router, wire.Options{QueueBytes: 1 << 20})
	deaf := dial(t, s.Endpoint(), "DEALER", "deaf")
	deaf.ping("entered")
	good := dial(t, s.Endpoint(), "DEALER", "good")
	good.ping("entered")
	reply := strings.Repeat("r", 10_000)
	// Far more than what the queue and the network hold, and each beside a
	// reply to one who reads.
	for i := range 4000 {
		send(t, s, wire.Must, "deaf", reply)
		send(t, s, wire.Must, "good", strconv.Itoa(i))
		if got := good.receive(); got != strconv.Itoa(i) {
			t.Fatalf("the good peer received %q, want %d", got, i)
		}
	}
	expectClosed(t, deaf)
}

// TestOneWhoOnlyAsksIsNotAnswered sends PINGs and heartbeats without reading:
// the socket stops to read from that peer, instead of piling up answers.
func TestOneWhoOnlyAsksIsNotAnswered(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Reply, wire.Options{})
	c := dial(t, s.Endpoint(), "REQ", "")
	if err := c.SetWriteDeadline(time.Now().Add(2 * time.Second)); err != nil {
		t.Fatal(err)
	}
	beat := encode("", strings.Repeat("b", 60_000))
	var written int
	var err error
	for err == nil && written < 64<<20 {
		var n int
		n, err = c.Write(beat)
		written += n
	}
	if err == nil {
		t.Errorf("the socket took %d MiB of heartbeats from a peer that reads nothing", written>>20)
	}
	roundTrip(dial(t, s.Endpoint(), "REQ", ""), wire.Reply, s)
}

func TestCloseDoesNotWaitForAStoppedPeerForever(t *testing.T) {
	s, err := wire.Listen("tcp://127.0.0.1:0", wire.XPub, wire.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stopped := dial(t, s.Endpoint(), "SUB", "")
	stopped.subscribe("")
	for range 32 {
		send(t, s, wire.Must, strings.Repeat("x", 1<<20))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	if err := s.Close(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Close with a stopped peer returned %v, want that the deadline has passed", err)
	}
	waitFor(t, "all goroutines to end", func() bool { return ours() == 0 })
}
