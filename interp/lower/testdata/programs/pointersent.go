package main

import (
	"fmt"
	"strings"
	"time"

	"gopost/mpsc"
)

type Node struct {
	Value int
	Next  *Node
	Back  *mpsc.Sender[*Node]
}

func (n *Node) String() string { return fmt.Sprint("n", n.Value) }

type Pair[A, B any] struct {
	Left  A
	Right B
}

type Ref *Node

type Ask struct {
	Question string
	Reply    *mpsc.Sender[string]
}

type empty struct{}

func through[T any](v T) T {
	tx, rx := mpsc.Channel[T]()
	if err := tx.Send(v); err != nil {
		panic(err)
	}
	tx.Drop()
	for v := range rx.Iter() {
		return v
	}
	panic("lost")
}

func main() {
	n := &Node{Value: 1, Next: &Node{Value: 2}}
	m := through(n)
	m.Next.Value = 5
	fmt.Println(m == n, n, n.Next, through(n.Next.Next) == nil)
	p := through(&Pair[string, *Node]{"a", n})
	fmt.Println(p.Left, p.Right, p)
	fmt.Println(through(Ref(n)).Value, *through(&struct{ A int }{3}))
	fmt.Println(through(&empty{}) != nil, through(&time.Time{}).IsZero())
	b := through(&strings.Builder{})
	b.WriteString("built")
	fmt.Println(b)
	x := 4
	*through(&x) = 6
	fmt.Println(x, (*through(&n)).Value)

	ask, asked := mpsc.SyncChannel[*Ask](1)
	go func() {
		for a := range asked.Iter() {
			_ = a.Reply.Send(strings.ToUpper(a.Question))
		}
	}()
	reply, replies := mpsc.Channel[string]()
	fmt.Println(ask.TrySend(&Ask{"why", reply}))
	fmt.Println(replies.Recv())

	tx, rx := mpsc.Channel[*Node]()
	rx.Drop()
	if err, ok := tx.Send(n).(*mpsc.SendError[*Node]); ok {
		fmt.Println(err, err.Value)
	}
	_, err := replies.TryRecv()
	fmt.Println(err)
}
