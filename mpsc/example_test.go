package mpsc_test

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"time"

	"gopost/mpsc"
)

func Example() {
	tx, rx := mpsc.Channel[string]()
	for id := range 3 {
		tx := tx.Clone()
		go func() {
			defer tx.Drop()
			tx.Send(fmt.Sprintf("From thread %d", id))
		}()
	}
	tx.Drop()

	var letters []string
	for msg := range rx.Iter() {
		letters = append(letters, msg)
	}
	sort.Strings(letters) // they come in any order
	for _, msg := range letters {
		fmt.Println("Got:", msg)
	}
	// Output:
	// Got: From thread 0
	// Got: From thread 1
	// Got: From thread 2
}

// Rust: let (tx, rx) = mpsc::channel();
func ExampleChannel() {
	tx, rx := mpsc.Channel[string]()
	go func() {
		defer tx.Drop()
		tx.Send("Hi from thread!")
	}()
	fmt.Println("Got:", mpsc.Must(rx.Recv()))
	// Output: Got: Hi from thread!
}

// Rust: let (tx, rx) = mpsc::sync_channel(2);
func ExampleSyncChannel() {
	tx, rx := mpsc.SyncChannel[int](2)
	go func() {
		defer tx.Drop()
		for i := range 5 {
			tx.Send(i) // blocks while two are queued
		}
	}()
	for v := range rx.Iter() {
		fmt.Print(v, " ")
	}
	// Output: 0 1 2 3 4
}

// Rust: mpsc::sync_channel(0)
func ExampleSyncChannel_rendezvous() {
	tx, rx := mpsc.SyncChannel[string](0)
	defer rx.Drop()
	go func() {
		defer tx.Drop()
		tx.Send("hand to hand") // returns when it has been received
	}()
	fmt.Println(mpsc.Must(rx.Recv()))
	// Output: hand to hand
}

// Rust: if let Err(SendError(letter)) = tx.send(letter) { ... }
func ExampleSender_Send() {
	tx, rx := mpsc.Channel[string]()
	defer tx.Drop()
	rx.Drop()

	err := tx.Send("hello?")
	var back *mpsc.SendError[string]
	if errors.As(err, &back) {
		fmt.Printf("%v, and %q came back\n", err, back.Value)
	}
	// Output: sending on a closed channel, and "hello?" came back
}

// Rust: let tx2 = tx.clone();
func ExampleSender_Clone() {
	tx, rx := mpsc.Channel[int]()
	tx2 := tx.Clone()
	tx.Send(1)
	tx2.Send(2)
	tx.Drop()
	tx2.Drop()
	for v := range rx.Iter() {
		fmt.Println(v)
	}
	// Output:
	// 1
	// 2
}

// Rust: drop(tx);
func ExampleSender_Drop() {
	tx, rx := mpsc.Channel[string]()
	tx.Send("last words")
	tx.Drop()
	fmt.Println(rx.Recv())
	_, err := rx.Recv()
	fmt.Println(err, errors.Is(err, mpsc.ErrDisconnected))
	// Output:
	// last words <nil>
	// receiving on a closed channel true
}

// Rust: tx.send(v).unwrap() on a SyncSender
func ExampleSyncSender_Send() {
	tx, rx := mpsc.SyncChannel[string](1)
	defer rx.Drop()
	defer tx.Drop()
	fmt.Println(tx.Send("there is room"))
	// Output: <nil>
}

// Rust: match tx.try_send(v) { Err(TrySendError::Full(v)) => ... }
func ExampleSyncSender_TrySend() {
	tx, rx := mpsc.SyncChannel[string](1)
	defer rx.Drop()
	defer tx.Drop()
	tx.TrySend("first")

	err := tx.TrySend("second")
	var back *mpsc.TrySendError[string]
	if errors.As(err, &back) && back.Full {
		fmt.Printf("%v: keep %q for later\n", err, back.Value)
	}
	// Output: sending on a full channel: keep "second" for later
}

// Rust: tx.clone() on a SyncSender
func ExampleSyncSender_Clone() {
	tx, rx := mpsc.SyncChannel[int](2)
	tx2 := tx.Clone()
	tx.Send(1)
	tx2.Send(2)
	tx.Drop()
	tx2.Drop()
	for v := range rx.Iter() {
		fmt.Println(v)
	}
	// Output:
	// 1
	// 2
}

// Rust: drop(tx) on a SyncSender
func ExampleSyncSender_Drop() {
	tx, rx := mpsc.SyncChannel[int](1)
	defer tx.Drop() // may come on top of the one below
	tx.Drop()
	_, err := rx.TryRecv()
	fmt.Println(err)
	// Output: receiving on a closed channel
}

// Rust: match rx.recv() { Ok(msg) => ..., Err(RecvError) => ... }
func ExampleReceiver_Recv() {
	tx, rx := mpsc.Channel[string]()
	go func() {
		defer tx.Drop()
		tx.Send("hello")
	}()
	for {
		msg, err := rx.Recv()
		if err != nil {
			fmt.Println("end:", err)
			return
		}
		fmt.Println("Got:", msg)
	}
	// Output:
	// Got: hello
	// end: receiving on a closed channel
}

// Rust: match rx.try_recv() { Err(TryRecvError::Empty) => ... }
func ExampleReceiver_TryRecv() {
	tx, rx := mpsc.Channel[string]()
	defer tx.Drop()
	if _, err := rx.TryRecv(); errors.Is(err, mpsc.ErrEmpty) {
		fmt.Println("Nothing yet!")
	}
	tx.Send("now")
	fmt.Println(rx.TryRecv())
	// Output:
	// Nothing yet!
	// now <nil>
}

// Rust: rx.recv_timeout(Duration::from_millis(10))
func ExampleReceiver_RecvTimeout() {
	tx, rx := mpsc.Channel[string]()
	defer tx.Drop()
	if _, err := rx.RecvTimeout(10 * time.Millisecond); errors.Is(err, mpsc.ErrTimeout) {
		fmt.Println("Timed out!")
	}
	// Output: Timed out!
}

func ExampleReceiver_RecvContext() {
	tx, rx := mpsc.Channel[string]()
	defer tx.Drop()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := rx.RecvContext(ctx)
	fmt.Println(err)
	// Output: context canceled
}

// Rust: for msg in rx.iter() { ... }, or for msg in rx { ... }
func ExampleReceiver_Iter() {
	tx, rx := mpsc.Channel[string]()
	go func() {
		defer tx.Drop() // ends the loop below
		tx.Send("one")
		tx.Send("two")
	}()
	for msg := range rx.Iter() {
		fmt.Println("Got:", msg)
	}
	// Output:
	// Got: one
	// Got: two
}

// Rust: for msg in rx.try_iter() { ... }
func ExampleReceiver_TryIter() {
	tx, rx := mpsc.Channel[int]()
	defer tx.Drop()
	tx.Send(1)
	tx.Send(2)
	for v := range rx.TryIter() { // what is there, without waiting for more
		fmt.Println(v)
	}
	// Output:
	// 1
	// 2
}

// Rust: drop(rx);
func ExampleReceiver_Drop() {
	tx, rx := mpsc.Channel[string]()
	defer tx.Drop()
	rx.Drop()
	fmt.Println(tx.Send("anyone?"))
	// Output: sending on a closed channel
}

// Rust: rx.recv().unwrap()
func ExampleMust() {
	tx, rx := mpsc.Channel[string]()
	tx.Send("surely there")
	tx.Drop()
	fmt.Println(mpsc.Must(rx.Recv()))
	// Output: surely there
}

// Rust: SendError<T>
func ExampleSendError() {
	tx, rx := mpsc.Channel[[]byte]()
	defer tx.Drop()
	rx.Drop()
	err := tx.Send([]byte("precious"))
	var back *mpsc.SendError[[]byte]
	fmt.Println(errors.As(err, &back), string(back.Value))
	// Output: true precious
}

// Rust: TrySendError::Disconnected
func ExampleTrySendError() {
	tx, rx := mpsc.SyncChannel[int](3)
	defer tx.Drop()
	rx.Drop()
	err := tx.TrySend(42)
	var back *mpsc.TrySendError[int]
	fmt.Println(errors.As(err, &back), back.Value, back.Full)
	// Output: true 42 false
}
