package kernel

import (
	"context"
	"maps"
	"slices"
	"time"

	"gopost/interp"
	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// execute runs a cell. It is called by shell's goroutine alone.
//
// Source: messaging, "Execute". Where that is vague, it does as ipykernel: a
// cell that is not counted is announced with the number that the next counted
// one will get, but its result and its reply have the number of the last
// counted one; a silent cell still shows what it prints, and its error.
func (k *kernel) execute(r *request) answer {
	metadata := protocol.ExecuteMetadata{Started: time.Now()}
	if r.aborted {
		aborted := protocol.Aborted()
		metadata.Status = aborted.Status
		return answer{
			content:  protocol.PlainReply{Request: r.header.MsgType, Reply: aborted},
			metadata: metadata.JSON(),
		}
	}
	var q protocol.ExecuteRequest
	if err := r.decode(&q); err != nil {
		return r.refuse(err)
	}
	number := k.count + 1
	if !q.Silent {
		k.pub.send(r.Header, protocol.ExecuteInput{Code: q.Code, ExecutionCount: number}, wire.Must)
	}
	if q.Stores() {
		k.count = number
		k.history.Input(number, q.Code)
	}
	reply := k.run(r, &q, number)
	reply.ExecutionCount = k.count
	if reply.Failure != nil && q.Stops() {
		k.abortQueued(k.ctx)
	}
	metadata.Status = reply.Status
	return answer{content: reply, metadata: metadata.JSON()}
}

// run runs a cell and its user_expressions, and shows how it ended.
func (k *kernel) run(r *request, q *protocol.ExecuteRequest, number int) protocol.ExecuteReply {
	ctx, cancel := context.WithCancelCause(k.ctx)
	defer cancel(errCellEnded)
	k.setRunning(cancel)
	defer k.setRunning(nil)
	k.cells.begin(ctx, r, q.AllowStdin)
	defer k.overtake(r)()

	reply := protocol.ExecuteReply{
		Reply: protocol.OK(), UserExpressions: map[string]protocol.ExpressionResult{}, Payload: []protocol.Payload{},
	}
	in, err := k.interpreter(ctx)
	result := interp.Result{Err: err}
	if name, detail, ok := pageAsked(q.Code); ok && err == nil {
		reply.Payload = k.explain(r, in, name, detail)
	} else if err == nil {
		result = in.Run(ctx, interp.Cell{
			ID: r.header.MsgID, Number: number, Source: q.Code, Silent: q.Silent, Stdin: q.AllowStdin,
		})
	}
	if result.Err != nil {
		reply.Reply = protocol.Failed(failure(result.Err))
		k.pub.send(r.Header, protocol.Error{Failure: *reply.Failure}, wire.Must)
		return reply
	}
	if v := result.Value; v != nil && !q.Silent {
		k.showResult(r, v)
		if q.Stores() {
			k.history.Output(number, v.Data["text/plain"])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(q.UserExpressions)) {
		reply.UserExpressions[name] = expression(in.Eval(ctx, r.header.MsgID, q.UserExpressions[name]))
	}
	return reply
}

func (k *kernel) showResult(r *request, v *interp.Display) {
	k.pub.send(r.Header, protocol.ExecuteResult{
		ExecutionCount: k.count,
		Data:           protocol.Bundle(v.Data),
		Metadata:       protocol.BundleMetadata(v.Metadata),
		Transient:      protocol.Transient{DisplayID: v.ID},
	}, wire.Must)
}

// expression turns the value of a user expression into its place in the reply.
func expression(result interp.Result) protocol.ExpressionResult {
	if result.Err != nil {
		return protocol.ExpressionResult{Reply: protocol.Failed(failure(result.Err))}
	}
	out := protocol.ExpressionResult{Reply: protocol.OK(), Data: protocol.Bundle{}, Metadata: protocol.BundleMetadata{}}
	if v := result.Value; v != nil {
		maps.Copy(out.Data, v.Data)
		maps.Copy(out.Metadata, v.Metadata)
	}
	return out
}

func failure(e *interp.Error) protocol.Failure {
	return protocol.Failure{Name: e.Name, Value: e.Value, Traceback: e.Traceback}
}

// setRunning says how the cell that runs now is cancelled; nil when none runs.
func (k *kernel) setRunning(cancel context.CancelCauseFunc) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.cancelCell = cancel
}

// interruptCell ends the cell that runs now. Cancelling that cell's own context
// rather than calling Interrupt means that the next cell is never hit.
func (k *kernel) interruptCell() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.cancelCell != nil {
		k.cancelCell(context.Canceled)
	}
}
