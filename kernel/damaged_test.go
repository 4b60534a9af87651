package kernel_test

import (
	"bytes"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"
	"github.com/go-zeromq/zmq4/security/null"

	"gopost/kernel"
	"gopost/kernel/kerneltest"
	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// logged is a log that a test can read.
type logged struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func newLog() (*logged, *slog.Logger) {
	l := new(logged)
	return l, slog.New(slog.NewTextHandler(l, nil))
}

// What is not signed or not a message is dropped and logged; the kernel goes on.
func TestDamagedMessages(t *testing.T) {
	for name, damage := range map[string]func(m *wire.Message, key wire.Key) [][]byte{
		"wrong signature": func(m *wire.Message, _ wire.Key) [][]byte { return m.Encode(wire.Key("another key")) },
		"no signature":    func(m *wire.Message, _ wire.Key) [][]byte { return m.Encode(nil) },
		"no delimiter":    func(m *wire.Message, _ wire.Key) [][]byte { return [][]byte{m.Header, m.Content} },
		"too few parts":   func(*wire.Message, wire.Key) [][]byte { return [][]byte{[]byte("<IDS|MSG>"), {}, {}} },
		"broken header": func(m *wire.Message, key wire.Key) [][]byte {
			m.Header = []byte(`{"msg_id`)
			return m.Encode(key)
		},
		"header without type": func(m *wire.Message, key wire.Key) [][]byte {
			m.Header = []byte(`{"msg_id":"1"}`)
			return m.Encode(key)
		},
		"broken content": func(m *wire.Message, key wire.Key) [][]byte {
			m.Content = []byte(`{"code":`)
			return m.Encode(key)
		},
	} {
		t.Run(name, func(t *testing.T) {
			text, log := newLog()
			s, f := serve(t, kernel.Options{Log: log})
			m := &wire.Message{
				Header:   []byte(`{"msg_id":"bad","msg_type":"execute_request"}`),
				Parent:   []byte("{}"),
				Metadata: []byte("{}"),
				Content:  []byte(`{"code":"out bad"}`),
			}
			key := wire.Key(f.Connection.Key)
			for _, channel := range []kerneltest.Channel{kerneltest.Shell, kerneltest.Control, kerneltest.Stdin} {
				f.SendFrames(channel, damage(m, key)...)
			}
			f.Send(kerneltest.Control, "kernel_info_request", protocol.Empty{}).ExpectFramed(nil)
			f.Run("out good")
			if ran := s.ran(); len(ran) != 1 || ran[0].Source != "out good" {
				t.Errorf("the cells that ran are %+v", ran)
			}
			if got := text.String(); !strings.Contains(got, "A message was dropped.") || !strings.Contains(got, "channel=shell") {
				t.Errorf("the log is %q", got)
			} else if strings.Contains(got, f.Connection.Key) {
				t.Errorf("the log gives the key away: %q", got)
			}
		})
	}
}

// A request whose fields make no sense gets a reply that says so.
func TestBadRequests(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	for _, q := range []struct{ msgType, content, want string }{
		{"execute_request", `{"code": 5}`, `the field "code" of execute_request`},
		{"complete_request", `{"code": "x", "cursor_pos": "end"}`, `the field "cursor_pos" of complete_request`},
		{"inspect_request", `[]`, `it must be an object`},
		{"is_complete_request", `{"code": null, "code": {}}`, `the field "code"`},
		{"history_request", `{"hist_access_type": "all"}`, `range, tail or search`},
		{"history_request", `{"n": "all"}`, `the field "n"`},
		{"comm_info_request", `{"target_name": 1}`, `the field "target_name"`},
		{"shutdown_request", `{"restart": "yes"}`, `the field "restart"`},
	} {
		var got protocol.Reply
		f.SendRaw(kerneltest.Shell, q.msgType, q.content).ExpectFramed(&got)
		if got.Status != "error" || got.Failure == nil || got.Name != "BadRequest" || !strings.Contains(got.Value, q.want) {
			t.Errorf("%s with %s: %+v", q.msgType, q.content, got.Failure)
		}
	}
	f.Run("out alive")
}

func TestUnknownMessageTypes(t *testing.T) {
	text, log := newLog()
	_, f := serve(t, kernel.Options{Log: log})
	for _, channel := range []kerneltest.Channel{kerneltest.Shell, kerneltest.Control} {
		r := f.Send(channel, "teleport_request", protocol.Empty{})
		r.ExpectBusy()
		r.ExpectIdle()
		if want := "channel=" + string(channel) + " msg_type=teleport_request"; !strings.Contains(text.String(), want) {
			t.Errorf("the log lacks %q: %q", want, text)
		}
	}
	// Control runs no cells: a cell there would keep interrupts from being heard.
	r := f.Send(kerneltest.Control, "execute_request", protocol.ExecuteRequest{Code: "out no"})
	r.ExpectBusy()
	r.ExpectIdle()
	f.Run("out alive")
}

// Without a key, messages are not signed.
func TestNoKey(t *testing.T) {
	_, start := newScript()
	c := kerneltest.NewConnection(t, "ipc")
	c.Key = ""
	f := kerneltest.ServeOn(t, c, start, kernel.Options{})
	f.Run("out hi")
}

// A peer may call itself what it likes, also by the name of the delimiter.
func TestDelimiterAsIdentity(t *testing.T) {
	text, log := newLog()
	_, f := serve(t, kernel.Options{Log: log})
	conn, err := net.Dial("unix", strings.TrimPrefix(f.Connection.Endpoint(f.Connection.ShellPort), "ipc://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	peer, err := zmq4.Open(conn, null.Security(), zmq4.Dealer, zmq4.SocketIdentity("<IDS|MSG>"), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	m := &wire.Message{
		Header:   []byte(`{"msg_id":"bad","msg_type":"execute_request"}`),
		Parent:   []byte("{}"),
		Metadata: []byte("{}"),
		Content:  []byte(`{"code":"ask name?","allow_stdin":true}`),
	}
	if err := peer.SendMsg(zmq4.NewMsgFrom(m.Encode(wire.Key(f.Connection.Key))...)); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); !strings.Contains(text.String(), "A message was dropped."); {
		if time.Now().After(end) {
			t.Fatalf("the log is %q", text)
		}
		f.Run("out alive")
	}
}
