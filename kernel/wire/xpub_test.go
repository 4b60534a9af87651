package wire_test

import (
	"fmt"
	"strings"
	"testing"

	"gopost/kernel/wire"
	"gopost/kernel/wire/internal/zmtp"
)

func TestSubscribersGetWhatTheyAskedFor(t *testing.T) {
	endpoints(t, func(t *testing.T, endpoint string) {
		s := listen(t, endpoint, wire.XPub, wire.Options{})
		all := dial(t, s.Endpoint(), "SUB", "")
		all.subscribe("")
		some := dial(t, s.Endpoint(), "XSUB", "")
		some.subscribe("kernel.a", "kernel.b")
		none := dial(t, s.Endpoint(), "SUB", "")
		none.ping("connected")

		send(t, s, wire.Must, "kernel.a.status", "1")
		send(t, s, wire.Must, "other", "2")
		send(t, s, wire.Must, "kernel", "3")
		send(t, s, wire.Must, "kernel.b", "4")
		for _, want := range []string{"kernel.a.status|1", "other|2", "kernel|3", "kernel.b|4"} {
			if got := all.receive(); got != want {
				t.Errorf("the subscriber to all received %q, want %q", got, want)
			}
		}
		for _, want := range []string{"kernel.a.status|1", "kernel.b|4"} {
			if got := some.receive(); got != want {
				t.Errorf("the subscriber to two topics received %q, want %q", got, want)
			}
		}
		none.ping("nothing before") // a message would come first
	})
}

func TestSubscriptionsEnd(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.XPub, wire.Options{})
	for _, form := range []struct{ name, subscribe, cancel string }{
		{"message", "\x00\x02\x01a", "\x00\x02\x00a"},
		{"command", string(zmtp.AppendCommand(nil, zmtp.Subscribe, []byte("a"))), string(zmtp.AppendCommand(nil, zmtp.Cancel, []byte("a")))},
	} {
		c := dial(t, s.Endpoint(), "SUB", "")
		c.write([]byte(form.subscribe + form.subscribe))
		c.subscribe("b")
		send(t, s, wire.Must, "a", "1")
		if got := c.receive(); got != "a|1" {
			t.Errorf("by %s: received %q", form.name, got)
		}
		c.write([]byte(form.cancel))
		c.ping("cancelled")
		send(t, s, wire.Must, "a", "2")
		send(t, s, wire.Must, "b", "3")
		if got := c.receive(); got != "b|3" {
			t.Errorf("by %s: received %q after the subscription had ended", form.name, got)
		}
	}
}

// TestWelcomeComesFirstAndOnlyOnce publishes all the time while clients
// subscribe: each must see its welcome, then every message from some point on.
func TestWelcomeComesFirstAndOnlyOnce(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.XPub, wire.Options{
		Welcome: func(topic []byte) [][]byte {
			return multipart(string(topic), "welcome")
		},
	})
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				_ = s.Send(multipart("topic", fmt.Sprint(i)), wire.Bulk)
			}
		}
	}()
	defer func() { close(stop); <-stopped }()
	for range 20 {
		c := dial(t, s.Endpoint(), "SUB", "")
		c.send("\x01topic")
		if got := c.receive(); got != "topic|welcome" {
			t.Fatalf("the first message is %q, want the welcome", got)
		}
		c.send("\x01topic")
		last := -1
		for range 50 {
			var n int
			got := c.receive()
			if _, err := fmt.Sscanf(got, "topic|%d", &n); err != nil {
				t.Fatalf("received %q, want a number", got)
			}
			if last >= 0 && n != last+1 {
				t.Fatalf("received %d after %d", n, last)
			}
			last = n
		}
		_ = c.Close()
	}
}

func TestTooManyTopicsAreRefused(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.XPub, wire.Options{})
	many := dial(t, s.Endpoint(), "SUB", "")
	for i := range 100 {
		if _, err := many.Write(encode(fmt.Sprintf("\x01topic %d", i))); err != nil {
			break
		}
	}
	expectClosed(t, many)
	long := dial(t, s.Endpoint(), "SUB", "")
	long.send("\x01" + strings.Repeat("t", 2000))
	expectClosed(t, long)
}
