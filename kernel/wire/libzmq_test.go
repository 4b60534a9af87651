package wire_test

import (
	"bufio"
	"bytes"
	_ "embed"
	"io"
	"os/exec"
	"strconv"
	"testing"

	"gopost/kernel/kerneltest/pyenv"
	"gopost/kernel/wire"
)

//go:embed testdata/requirements.txt
var requirements string

// libzmq starts a scenario of testdata/peer.py, and returns what it prints and
// a function that waits for its good end.
func libzmq(t *testing.T, scenario, endpoint string) (stdout *bufio.Reader, wait func()) {
	t.Helper()
	python := pyenv.Python(t, requirements)
	cmd := exec.CommandContext(deadline(t), python, "testdata/peer.py", scenario, endpoint)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	stdout = bufio.NewReader(out)
	return stdout, func() {
		t.Helper()
		_, _ = io.Copy(io.Discard, stdout)
		if err := cmd.Wait(); err != nil {
			t.Errorf("the libzmq peer %q: %v\n%s", scenario, err, complaint.Bytes())
		}
	}
}

func TestLibzmqDealer(t *testing.T) {
	for _, scenario := range []string{"router", "takeover", "heartbeat_ivl"} {
		t.Run(scenario, func(t *testing.T) {
			endpoints(t, func(t *testing.T, endpoint string) {
				t.Parallel()
				s := listen(t, endpoint, wire.Router, wire.Options{})
				echo(t, s)
				_, wait := libzmq(t, scenario, s.Endpoint())
				wait()
			})
		})
	}
}

func TestLibzmqHeartbeat(t *testing.T) {
	endpoints(t, func(t *testing.T, endpoint string) {
		s := listen(t, endpoint, wire.Reply, wire.Options{})
		_, wait := libzmq(t, "heartbeat", s.Endpoint())
		wait()
	})
}

func welcome(topic []byte) [][]byte { return [][]byte{topic, []byte("welcome")} }

// TestLibzmqSubscriberGetsTheLastIdle floods a subscriber and closes: nothing
// that was sent is lost.
func TestLibzmqSubscriberGetsTheLastIdle(t *testing.T) {
	endpoints(t, func(t *testing.T, endpoint string) {
		s := listen(t, endpoint, wire.XPub, wire.Options{Welcome: welcome})
		stdout, wait := libzmq(t, "subscriber", s.Endpoint())
		awaitLine(t, stdout)
		for i := range 20_000 {
			send(t, s, wire.Bulk, "stream", strconv.Itoa(i))
		}
		send(t, s, wire.Must, "status", "idle")
		if err := s.Close(deadline(t)); err != nil {
			t.Error(err)
		}
		wait()
	})
}

func TestLibzmqTopics(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.XPub, wire.Options{Welcome: welcome})
	stdout, wait := libzmq(t, "topics", s.Endpoint())
	awaitLine(t, stdout)
	send(t, s, wire.Must, "a", "1")
	send(t, s, wire.Must, "b", "1")
	wait()
}

func awaitLine(t *testing.T, r *bufio.Reader) {
	t.Helper()
	if _, err := r.ReadString('\n'); err != nil {
		t.Errorf("the libzmq peer ended early: %v", err)
	}
}
