package wire

import "context"

// Await blocks until a Router has a peer with the given identity, ctx is done
// (and returns its error) or the socket is closed ([ErrClosed]). A front end's
// connections come in any order: a request on one channel may be here before
// the connection on which its sender is to be asked something.
func (s *Socket) Await(ctx context.Context, identity []byte) error {
	for {
		here, arrival := s.lookFor(identity)
		if here {
			return nil
		}
		select {
		case <-arrival:
		case <-s.closing:
			return ErrClosed
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// lookFor reports whether a peer is here, and returns a channel that is closed
// when the next one arrives.
func (s *Socket) lookFor(identity []byte) (here bool, arrival <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.arrival == nil {
		s.arrival = make(chan struct{})
	}
	return s.routes[string(identity)] != nil, s.arrival
}
