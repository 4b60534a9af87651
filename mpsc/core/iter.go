package core

import "iter"

// Iter yields messages until none is left and the last sender was dropped. It
// blocks while it waits for the next, and ends early when stop is closed; a
// caller that must tell the two ends apart calls Recv in a loop.
func (r *Receiver[T]) Iter(stop <-chan struct{}) iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			v, err := r.recv("Iter", stop)
			if err != nil || !yield(v) {
				return
			}
		}
	}
}

// TryIter yields the messages that have arrived, and ends when there is none.
func (r *Receiver[T]) TryIter() iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			v, err := r.tryRecv("TryIter")
			if err != nil || !yield(v) {
				return
			}
		}
	}
}
