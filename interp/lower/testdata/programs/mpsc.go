package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"time"

	"gopost/mpsc"
)

type Msg struct {
	ID   int
	Text string
}

func (m Msg) String() string { return fmt.Sprintf("#%d %s", m.ID, m.Text) }

type Shape interface{ Area() int }
type Sq int

func (s Sq) Area() int { return int(s * s) }

type Event interface{ isEvent() }
type Quit struct{}
type Move struct{ X, Y int }

func (Quit) isEvent()  {}
func (*Move) isEvent() {}

func main() {
	tx, rx := mpsc.Channel[Msg]()
	var wg sync.WaitGroup
	for i := range 3 {
		tx := tx.Clone()
		wg.Go(func() {
			defer tx.Drop()
			if err := tx.Send(Msg{i, "hi"}); err != nil {
				fmt.Println(err)
			}
		})
	}
	tx.Drop()
	wg.Wait()
	var got []Msg
	for m := range rx.Iter() {
		got = append(got, m)
	}
	sort.Slice(got, func(i, j int) bool { return got[i].ID < got[j].ID })
	fmt.Println(got, got[0])
	_, err := rx.Recv()
	fmt.Println(err, errors.Is(err, mpsc.ErrDisconnected))
	_, err = rx.TryRecv()
	fmt.Println(err)
	_, err = rx.RecvTimeout(time.Millisecond)
	fmt.Println(err)

	t2, r2 := mpsc.Channel[int]()
	_, err = r2.TryRecv()
	fmt.Println(err, errors.Is(err, mpsc.ErrEmpty))
	_, err = r2.RecvTimeout(2 * time.Millisecond)
	fmt.Println(err, errors.Is(err, mpsc.ErrTimeout))
	t2.Send(5)
	t2.Send(6)
	fmt.Println(mpsc.Must(r2.Recv()))
	for v := range r2.TryIter() {
		fmt.Println("try", v)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = r2.RecvContext(ctx)
	fmt.Println(err, errors.Is(err, context.Canceled))
	r2.Drop()
	err = t2.Send(9)
	var se *mpsc.SendError[int]
	fmt.Println(err, errors.As(err, &se), se.Value, errors.Is(err, mpsc.ErrDisconnected))

	st, sr := mpsc.SyncChannel[string](1)
	fmt.Println(st.TrySend("a"))
	err = st.TrySend("b")
	var te *mpsc.TrySendError[string]
	fmt.Println(err, errors.As(err, &te), te.Value, te.Full, errors.Is(err, mpsc.ErrFull))
	fmt.Println(sr.Recv())
	sr.Drop()
	err = st.TrySend("c")
	fmt.Println(err, errors.As(err, &te), te.Value, te.Full)
	err = st.Send("d")
	var ss *mpsc.SendError[string]
	fmt.Println(errors.As(err, &ss), ss.Value)
	if e, ok := errors.AsType[*mpsc.SendError[string]](err); ok {
		fmt.Println(e.Value)
	}

	rt, rr := mpsc.SyncChannel[int](0)
	go func() {
		for i := range 3 {
			rt.Send(i)
		}
		rt.Drop()
	}()
	for v := range rr.Iter() {
		fmt.Println("rendezvous", v)
	}

	at, ar := mpsc.Channel[Shape]()
	at.Send(Sq(3))
	at.Send(nil)
	s := mpsc.Must(ar.Recv())
	fmt.Println(s.Area(), s)
	s = mpsc.Must(ar.Recv())
	fmt.Println(s == nil)

	et, er := mpsc.Channel[Event]()
	go func() {
		et.Send(&Move{1, 2})
		et.Send(Quit{})
		et.Drop()
	}()
	for e := range er.Iter() {
		switch e := e.(type) {
		case Quit:
			fmt.Println("quit")
		case *Move:
			fmt.Println("move", e.X, e.Y)
		}
	}
	ft, fr := mpsc.Channel[func() string]()
	ft.Send(func() string { return "called" })
	fmt.Println(mpsc.Must(fr.Recv())())
	mt, mr := mpsc.Channel[map[string][]int]()
	mt.Send(map[string][]int{"a": {1}})
	fmt.Println(mr.Recv())
	ert, err2 := mpsc.Channel[error]()
	ert.Send(errors.New("boxed"))
	ert.Send(nil)
	fmt.Println(err2.Recv())
	fmt.Println(err2.Recv())
	type reply struct {
		n  int
		to *mpsc.Sender[int]
	}
	qt, qr := mpsc.Channel[reply]()
	go func() {
		for q := range qr.Iter() {
			q.to.Send(q.n * 2)
			q.to.Drop()
		}
	}()
	b1, b2 := mpsc.Channel[int]()
	qt.Send(reply{21, b1})
	fmt.Println(b2.Recv())
	func() {
		defer func() { fmt.Println(recover()) }()
		b1.Send(1)
		d1, _ := mpsc.Channel[int]()
		d1.Drop()
		d1.Drop()
		d1.Send(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		mpsc.SyncChannel[int](-1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		t, r := mpsc.Channel[int]()
		t.Drop()
		mpsc.Must(r.Recv())
	}()
	fmt.Printf("%T %T\n", tx, rx)
	anyT, anyR := mpsc.Channel[any]()
	for _, v := range []any{1, "a", Msg{1, "m"}, nil, []string{"x"}, Sq(2)} {
		anyT.Send(v)
	}
	anyT.Drop()
	for v := range anyR.Iter() {
		fmt.Printf("%T %v;", v, v)
	}
	fmt.Println()
}
