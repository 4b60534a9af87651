// Package wire carries a kernel's messages: it listens where a Jupyter
// connection file says, keeps one connection a front end and channel, and
// turns what arrives into multipart messages and back. What the messages mean
// is not its business.
//
//	s, err := wire.Listen("tcp://127.0.0.1:0", wire.Router, wire.Options{})
//	frames, err := s.Receive(ctx)                   // the peer's identity comes first
//	msg, err := wire.Split(frames)
//	err = key.Verify(msg)                           // before anything is believed
//	...
//	err = s.Send(reply.Encode(key), wire.Must)
//	err = s.Close(ctx)                              // sends what is queued, then ends
//
// # The sockets
//
// A [Router] holds a channel on which front ends ask and get replies (shell,
// control, stdin); an [XPub] tells all who have subscribed (iopub); a [Reply]
// sends everything back (heartbeat). Every socket has this shape:
//
//	accept ──> a goroutine a connection: handshake, then read ──> Receive
//	           a goroutine a connection: queue ──> write      <── Send
//
// The two are all the goroutines there are, and [Socket.Close] joins them.
// Send encodes a message once, copies it to each addressee's queue and
// returns; nobody holds a lock while the network is asked to do anything.
//
// # Slow and stopped peers
//
// A queue holds [Options.QueueBytes]. What a cell prints is sent as [Bulk]:
// when a client's queue is full, Send waits for that client, but no longer
// than [Options.Patience], and then cuts its connection. All other clients
// have the message by then. Replies and status are sent as [Must]: they are
// queued beyond the limit and are never left out of an open connection. A peer
// that lets twice the limit gather is cut.
//
// # Hostile peers
//
// Whoever can open a TCP connection can send bytes, and the signature can only
// be checked when a whole message is there. So package zmtp, below this one,
// bounds frames, parts, messages and commands; a handshake and each message
// that has begun have a time by which they must go on; all large incomplete
// messages of a socket share one account; and the number of connections is
// bounded. A peer that oversteps is disconnected, and the reason logged.
//
// # Why not zmq4's sockets
//
// The handshake is [github.com/go-zeromq/zmq4.Open]'s, one call for each
// connection that we accept ourselves. It sees only bytes that were checked
// before: version 0.17.0 panics on a READY whose properties are cut off and on
// a socket type it does not know. Its sockets and its Conn's reading stay
// unused: the sockets stop all peers for one silent one, and never flush; the
// reading allocates whatever length a header claims, forgets the names of
// commands, and answers PING without its context, in the midst of what others
// write.
package wire
