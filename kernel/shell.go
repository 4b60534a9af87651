package kernel

import (
	"context"
	"maps"
)

// shellHandlers are what shell understands: what control understands, and what
// runs code or belongs to it. Source: messaging, "Messages on the shell
// (ROUTER/DEALER) channel".
func shellHandlers() map[string]handler {
	h := sharedHandlers()
	maps.Copy(h, map[string]handler{
		"execute_request": (*kernel).execute,
		"comm_open":       (*kernel).openComm,
		"comm_msg":        (*kernel).ignoreComm,
		"comm_close":      (*kernel).ignoreComm,
	})
	return h
}

// serveShell takes shell's requests one after the other until ctx is done.
// Cells run in this goroutine; see overtake for what need not wait for them.
func (k *kernel) serveShell(ctx context.Context) error {
	for {
		r, err := k.nextShell(ctx)
		if err != nil {
			return err
		}
		k.handle(&k.shell, r)
	}
}

// nextShell returns what was queued behind a cell, and then what comes.
func (k *kernel) nextShell(ctx context.Context) (*request, error) {
	if len(k.queued) == 0 {
		return k.receive(ctx, k.shell.socket, k.shell.name)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := k.queued[0]
	k.queued = k.queued[1:]
	return r, nil
}

// abortQueued takes what has been sent behind a cell that failed, and marks
// the cells in it as aborted. "Run all" sends its cells in one go, but they
// arrive one by one, and a cell can fail before the next is here: so it waits
// until nothing has come for a moment. It is called before the reply to the
// failed cell: a front end that waits for that reply is not in the queue yet.
func (k *kernel) abortQueued(ctx context.Context) {
	for _, r := range k.queued {
		r.aborted = true
	}
	ctx, cancel := context.WithTimeout(ctx, max(maxAbortWait, k.abortQuiet))
	defer cancel()
	for {
		quiet, cancel := context.WithTimeout(ctx, k.abortQuiet)
		r, err := k.receive(quiet, k.shell.socket, k.shell.name)
		cancel()
		if err != nil {
			return
		}
		r.aborted = true
		k.queued = append(k.queued, r)
	}
}
