package mpsc_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"gopost/mpsc"
)

// FuzzModel runs a history of operations that cannot block on a channel and on
// a plain slice, and compares every result. The first byte chooses the kind.
func FuzzModel(f *testing.F) {
	random := rand.New(rand.NewPCG(3, 7))
	for range 200 {
		ops := make([]byte, 1+random.IntN(1500))
		for i := range ops {
			ops[i] = byte(random.Uint32())
		}
		f.Add(ops)
	}
	f.Fuzz(func(t *testing.T, ops []byte) {
		if len(ops) == 0 {
			return
		}
		m := newModel(t, int(ops[0])%4*3)
		for _, op := range ops[1:] {
			m.step(op)
		}
		for m.senders != nil {
			m.drop()
		}
		m.drain()
	})
}

// model is a channel beside what it should contain.
type model struct {
	t       *testing.T
	senders []func() (send func(int) error, clone func(), drop func())
	rx      *mpsc.Receiver[int]
	bound   int // -1: unbounded
	gone    bool
	queue   []int
	serial  int
}

func newModel(t *testing.T, bound int) *model {
	m := &model{t: t, bound: bound}
	if bound == 0 {
		m.bound = -1
		tx, rx := mpsc.Channel[int]()
		m.rx = rx
		m.add(tx)
	} else {
		tx, rx := mpsc.SyncChannel[int](bound)
		m.rx = rx
		m.addSync(tx)
	}
	return m
}

func (m *model) add(tx *mpsc.Sender[int]) {
	m.senders = append(m.senders, func() (func(int) error, func(), func()) {
		return tx.Send, func() { m.add(tx.Clone()) }, tx.Drop
	})
}

func (m *model) addSync(tx *mpsc.SyncSender[int]) {
	m.senders = append(m.senders, func() (func(int) error, func(), func()) {
		return tx.TrySend, func() { m.addSync(tx.Clone()) }, tx.Drop
	})
}

func (m *model) step(op byte) {
	if m.senders == nil {
		m.receive()
		return
	}
	// High bits pick the sender, low bits the operation: sends and receives
	// are frequent in turns, so that the queue grows and shrinks.
	send, clone, _ := m.senders[int(op>>5)%len(m.senders)]()
	switch op := op & 31; {
	case op == 0:
		clone()
	case op == 1:
		m.drop()
	case op == 2 && m.serial > 400:
		m.rx.Drop()
		m.gone, m.queue = true, nil
	case op < 18:
		m.send(send)
	default:
		m.receive()
	}
}

func (m *model) send(send func(int) error) {
	m.serial++
	var want error
	switch {
	case m.gone:
		want = mpsc.ErrDisconnected
	case m.bound >= 0 && len(m.queue) >= m.bound:
		want = mpsc.ErrFull
	default:
		m.queue = append(m.queue, m.serial)
	}
	if err := send(m.serial); !errors.Is(err, want) {
		m.t.Fatalf("send %d = %v, want %v", m.serial, err, want)
	}
}

func (m *model) receive() {
	if m.gone {
		return
	}
	want, wantErr := 0, mpsc.ErrEmpty
	switch {
	case len(m.queue) > 0:
		want, wantErr = m.queue[0], nil
		m.queue = m.queue[1:]
	case m.senders == nil:
		wantErr = mpsc.ErrDisconnected
	}
	if v, err := m.rx.TryRecv(); v != want || !errors.Is(err, wantErr) {
		m.t.Fatalf("TryRecv = %d, %v, want %d, %v", v, err, want, wantErr)
	}
}

// drop drops the oldest sender.
func (m *model) drop() {
	_, _, drop := m.senders[0]()
	drop()
	if m.senders = m.senders[1:]; len(m.senders) == 0 {
		m.senders = nil
	}
}

func (m *model) drain() {
	for !m.gone && len(m.queue) > 0 {
		m.receive()
	}
	m.receive()
}
