package core

// The sentences below follow "mpsc: <operation> ", which names the culprit.
const (
	unmadeSender   = "on a Sender that belongs to no channel: call Channel to make one"
	unmadeSync     = "on a SyncSender that belongs to no channel: call SyncChannel to make one"
	unmadeReceiver = "on a Receiver that belongs to no channel: call Channel or SyncChannel to make one"

	droppedSender   = "on a Sender that was dropped: call Drop after the last use, or Clone the Sender before and use the clone"
	droppedSync     = "on a SyncSender that was dropped: call Drop after the last use, or Clone the SyncSender before and use the clone"
	droppedReceiver = "on a Receiver that was dropped: call Drop after the last receive, or make a new channel"

	sharedReceiver = "while another goroutine receives from the same Receiver: a channel has a single consumer, so receive in one goroutine and hand the messages on from there"
	dropInReceive  = "of a Receiver while another goroutine receives from it: let that goroutine call Drop when it is done, and end its wait with RecvContext or by dropping the senders"
)

// misuse panics. A wrong use of a handle is a mistake in the program, which an
// error value would let pass.
func misuse(op, sentence string) {
	panic("mpsc: " + op + " " + sentence)
}

// noCopy makes go vet refuse copies of a handle: a copy would have a dropped
// mark of its own. It is the convention that the copylocks check knows.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}
