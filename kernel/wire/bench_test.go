package wire_test

import (
	"strconv"
	"strings"
	"testing"

	"gopost/kernel/wire"
)

// BenchmarkRoundTrip is one request and its reply through a Router.
func BenchmarkRoundTrip(b *testing.B) {
	s := listen(b, "tcp://127.0.0.1:0", wire.Router, wire.Options{})
	c := dial(b, s.Endpoint(), "DEALER", "d")
	request := encode("<IDS|MSG>", strings.Repeat("s", 64), strings.Repeat("h", 200), "{}", "{}", `{"code":"1+1"}`)
	ctx := deadline(b)
	echoed := make(chan struct{})
	go func() {
		defer close(echoed)
		for {
			msg, err := s.Receive(ctx)
			if err != nil {
				return
			}
			_ = s.Send(msg, wire.Must)
		}
	}()
	b.ReportAllocs()
	for b.Loop() {
		c.write(request)
		c.receive()
	}
	b.StopTimer()
	_ = s.Close(ctx)
	<-echoed
}

// BenchmarkPublish is one small message to a subscriber that reads it.
func BenchmarkPublish(b *testing.B) {
	s := listen(b, "tcp://127.0.0.1:0", wire.XPub, wire.Options{})
	c := dial(b, s.Endpoint(), "SUB", "")
	c.subscribe("")
	collected := make(chan error, 1)
	go func() { collected <- collect(c, b.N-1) }()
	text := strings.Repeat("x", 200)
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		send(b, s, wire.Bulk, "stream", strconv.Itoa(i), text)
	}
	if err := <-collected; err != nil {
		b.Error(err)
	}
}
