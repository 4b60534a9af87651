package wire_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopost/kernel/wire"
)

// endpoints runs a test over tcp and over ipc.
func endpoints(t *testing.T, test func(t *testing.T, endpoint string)) {
	t.Run("tcp", func(t *testing.T) { test(t, "tcp://127.0.0.1:0") })
	t.Run("ipc", func(t *testing.T) { test(t, "ipc://"+filepath.Join(t.TempDir(), "s")) })
}

func TestRouterRepliesToWhoAsked(t *testing.T) {
	endpoints(t, func(t *testing.T, endpoint string) {
		s := listen(t, endpoint, wire.Router, wire.Options{})
		ann := dial(t, s.Endpoint(), "DEALER", "ann")
		bob := dial(t, s.Endpoint(), "DEALER", "")
		ann.send("hello", "", strings.Repeat("x", 300))
		fromAnn := receive(t, s)
		if got, want := joined(fromAnn), "ann|hello||"+strings.Repeat("x", 300); got != want {
			t.Errorf("received %q, want %q", got, want)
		}
		bob.send("I have no name")
		fromBob := receive(t, s)
		if len(fromBob) != 2 || len(fromBob[0]) == 0 {
			t.Fatalf("a peer without identity sent %q: its name is missing", fromBob)
		}
		send(t, s, wire.Must, string(fromBob[0]), "for", "bob")
		send(t, s, wire.Must, "ann", "for", "ann")
		send(t, s, wire.Must, "nobody", "is dropped")
		if got := bob.receive(); got != "for|bob" {
			t.Errorf("bob received %q", got)
		}
		if got := ann.receive(); got != "for|ann" {
			t.Errorf("ann received %q", got)
		}
	})
}

func TestRouterTakesLargeMessagesWhole(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Router, wire.Options{})
	c := dial(t, s.Endpoint(), "DEALER", "big")
	for _, size := range []int{255, 256, 8191, 8192, 8193, 64 << 10, 64<<10 + 1, 5 << 20} {
		body := strings.Repeat("0123456789abcde\n", size/16+1)[:size]
		go func() { _, _ = c.Write(encode(body, "end")) }()
		if got := joined(receive(t, s)); got != "big|"+body+"|end" {
			t.Fatalf("a frame of %d bytes arrived as a message of %d", size, len(got))
		}
		send(t, s, wire.Must, "big", body, "end")
		if got := c.receive(); got != body+"|end" {
			t.Fatalf("a frame of %d bytes was sent as a message of %d", size, len(got))
		}
	}
}

func TestDuplicateIdentitySecondTakesOver(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Router, wire.Options{})
	first := dial(t, s.Endpoint(), "DEALER", "same")
	first.send("from the first")
	receive(t, s)
	second := dial(t, s.Endpoint(), "DEALER", "same")
	expectClosed(t, first)
	second.ping("entered")
	send(t, s, wire.Must, "same", "reply")
	if got := second.receive(); got != "reply" {
		t.Errorf("the second received %q", got)
	}
	second.send("from the second")
	if got := joined(receive(t, s)); got != "same|from the second" {
		t.Errorf("received %q", got)
	}
}

func TestReplyAnswersByItself(t *testing.T) {
	endpoints(t, func(t *testing.T, endpoint string) {
		s := listen(t, endpoint, wire.Reply, wire.Options{})
		c := dial(t, s.Endpoint(), "REQ", "")
		for _, beat := range []string{"ping", "", "pong"} {
			c.send("", beat)
			if got := c.receive(); got != "|"+beat {
				t.Errorf("the heartbeat %q came back as %q", beat, got)
			}
		}
	})
}

func TestPingIsAnsweredByEveryKind(t *testing.T) {
	for kind, peer := range map[wire.Kind]string{wire.Router: "DEALER", wire.XPub: "SUB", wire.Reply: "REQ"} {
		s := listen(t, "tcp://127.0.0.1:0", kind, wire.Options{})
		c := dial(t, s.Endpoint(), peer, "")
		c.ping("")
		c.ping("sixteen bytes ok")
	}
}

func TestMethodsRefuseWhatTheKindCannotDo(t *testing.T) {
	for _, kind := range []wire.Kind{wire.XPub, wire.Reply} {
		s := listen(t, "tcp://127.0.0.1:0", kind, wire.Options{})
		if _, err := s.Receive(deadline(t)); err == nil {
			t.Errorf("%v: Receive returned no error", kind)
		}
	}
	s := listen(t, "tcp://127.0.0.1:0", wire.Reply, wire.Options{})
	if err := s.Send(multipart("a", "b"), wire.Must); err == nil {
		t.Error("REP: Send returned no error")
	}
	r := listen(t, "tcp://127.0.0.1:0", wire.Router, wire.Options{})
	if err := r.Send(multipart("only an identity"), wire.Must); err == nil {
		t.Error("ROUTER: Send of an identity alone returned no error")
	}
}

func TestReceiveEndsWithItsContextAndWithTheSocket(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Router, wire.Options{})
	ctx, cancel := context.WithCancel(deadline(t))
	cancel()
	if _, err := s.Receive(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Receive with a cancelled context returned %v", err)
	}
	got := make(chan error)
	go func() {
		_, err := s.Receive(context.Background())
		got <- err
	}()
	if err := s.Close(deadline(t)); err != nil {
		t.Error(err)
	}
	if err := <-got; !errors.Is(err, wire.ErrClosed) {
		t.Errorf("Receive of a closed socket returned %v", err)
	}
	if err := s.Send(multipart("a", "b"), wire.Must); !errors.Is(err, wire.ErrClosed) {
		t.Errorf("Send of a closed socket returned %v", err)
	}
}

func TestListenExplainsWhyNot(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	busyTCP := listen(t, "tcp://127.0.0.1:0", wire.Reply, wire.Options{})
	busyIPC := listen(t, "ipc://"+filepath.Join(dir, "busy"), wire.Reply, wire.Options{})
	for _, test := range []struct{ endpoint, want string }{
		{"inproc://x", "neither tcp://ip:port nor ipc://path"},
		{"nonsense", "neither tcp://ip:port nor ipc://path"},
		{"tcp://127.0.0.1", "cannot listen"},
		{"ipc://" + file, "is no socket"},
		{"ipc://" + filepath.Join(dir, "no", "folder"), "its folder must exist"},
		{busyTCP.Endpoint(), "choose another port"},
		{busyIPC.Endpoint(), "another process is listening"},
	} {
		s, err := wire.Listen(test.endpoint, wire.Router, wire.Options{})
		if err == nil {
			_ = s.Close(deadline(t))
			t.Errorf("Listen(%q) succeeded", test.endpoint)
			continue
		}
		if !strings.Contains(err.Error(), test.want) {
			t.Errorf("Listen(%q): %v; want it to say %q", test.endpoint, err, test.want)
		}
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "precious" {
		t.Errorf("a file in the way now holds %q (%v)", data, err)
	}
}

func TestIPCSocketFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	leaveStale(t, path)
	s := listen(t, "ipc://"+path, wire.Reply, wire.Options{})
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the socket file has the mode %v, want 0600", info.Mode().Perm())
	}
	c := dial(t, s.Endpoint(), "REQ", "")
	c.send("", "x")
	c.receive()
	if err := s.Close(deadline(t)); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("after Close the socket file is still there (%v)", err)
	}
}

func TestStarIsAllInterfaces(t *testing.T) {
	s := listen(t, "tcp://*:0", wire.Reply, wire.Options{})
	port := s.Endpoint()[strings.LastIndex(s.Endpoint(), ":"):]
	roundTrip(dial(t, "tcp://127.0.0.1"+port, "REQ", ""), wire.Reply, s)
}
