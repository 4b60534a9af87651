package zmtp

import "fmt"

// The commands that a peer sends after READY. SUBSCRIBE and CANCEL are ZMTP
// 3.1's; in 3.0 a subscription is a message that starts with 1, and its end
// one that starts with 0.
const (
	Ping      = "PING"
	Pong      = "PONG"
	Subscribe = "SUBSCRIBE"
	Cancel    = "CANCEL"
	Error     = "ERROR"
)

// pingContextBytes is the longest context of a PING, by spec 37.
const pingContextBytes = 16

// Command is one command of a peer.
type Command struct {
	Name string
	Body []byte
}

// PingContext returns what the answer to a PING must repeat: all that follows
// the two bytes of its time to live.
func (c *Command) PingContext() ([]byte, error) {
	if len(c.Body) < 2 || len(c.Body) > 2+pingContextBytes {
		return nil, fmt.Errorf("a PING has %d bytes, and 2 to %d make sense", len(c.Body), 2+pingContextBytes)
	}
	return c.Body[2:], nil
}

// command reads the body of a command frame.
func (r *Reader) command(flags byte, size uint64) (*Command, error) {
	if flags&flagMore != 0 {
		return nil, fmt.Errorf("a command claims that more frames follow, and ZMTP's commands have one frame")
	}
	if size > commandBytes {
		return nil, fmt.Errorf("a command claims %d bytes, and at most %d are taken", size, commandBytes)
	}
	body, err := r.body(int(size))
	if err != nil {
		return nil, err
	}
	if len(body) == 0 || int(body[0]) > len(body)-1 {
		return nil, fmt.Errorf("a command of %d bytes ends before its name does", len(body))
	}
	n := 1 + int(body[0])
	return &Command{Name: string(body[1:n]), Body: body[n:]}, nil
}
