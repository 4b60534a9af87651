package core_test

import (
	"errors"
	"fmt"

	"gopost/mpsc/core"
)

// A notebook closes stop when its cell is interrupted. What a cell waited for
// is still there for the next one.
func ExampleReceiver_Recv() {
	tx, rx := core.Channel[any]()
	defer tx.Drop()

	interrupted := make(chan struct{})
	close(interrupted)
	_, err := rx.Recv(interrupted)
	fmt.Println(errors.Is(err, core.ErrStopped))

	tx.Send("for the next cell")
	fmt.Println(rx.Recv(nil))
	// Output:
	// true
	// for the next cell <nil>
}
