package kernel

import (
	"context"
	"os"

	"gopost/kernel/protocol"
)

// serveControl takes control's requests until ctx is done, also while a cell
// runs. Source: messaging, "Messages on the Control (ROUTER/DEALER) channel".
func (k *kernel) serveControl(ctx context.Context) error {
	for {
		r, err := k.receive(ctx, k.control.socket, k.control.name)
		if err != nil {
			return err
		}
		k.handle(&k.control, r)
	}
}

// interrupt ends the running cell. Source: messaging, "Kernel interrupt".
func (k *kernel) interrupt(*request) answer {
	k.interruptCell()
	return answer{content: protocol.InterruptReply{Reply: protocol.OK()}}
}

// serveInterrupts does the same for signals until ctx is done: kernelspecs may
// ask for either way.
func (k *kernel) serveInterrupts(ctx context.Context, signals <-chan os.Signal) error {
	for {
		select {
		case <-signals:
			k.interruptCell()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// shutdown ends the kernel once the reply is on its way. All front ends hear of
// it on iopub, as from ipykernel. Source: messaging, "Kernel shutdown".
func (k *kernel) shutdown(r *request) answer {
	var q protocol.ShutdownRequest
	if err := r.decode(&q); err != nil {
		return r.refuse(err)
	}
	reply := protocol.ShutdownReply{Reply: protocol.OK(), Restart: q.Restart}
	return answer{content: reply, announce: reply, then: func() { k.stop(errShutdown) }}
}
