package kernel

import (
	"encoding/json"
	"fmt"
	"runtime/debug"

	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// answer is what a handler makes of a request.
type answer struct {
	content  protocol.Content // nil for messages that have no reply
	metadata json.RawMessage  // nil for none
	// announce is said to all on iopub, between the reply and idle; nil for
	// nothing.
	announce protocol.Content
	// then runs when all has been sent; nil for nothing.
	then func()
}

// handler does the work of one type of message.
type handler func(*kernel, *request) answer

// sharedHandlers are for the requests that shell and control have in common:
// none of them runs code.
func sharedHandlers() map[string]handler {
	return map[string]handler{
		"kernel_info_request": (*kernel).answerKernelInfo,
		"connect_request":     (*kernel).answerConnect,
		"complete_request":    (*kernel).answerComplete,
		"inspect_request":     (*kernel).answerInspect,
		"is_complete_request": (*kernel).answerIsComplete,
		"history_request":     (*kernel).answerHistory,
		"comm_info_request":   (*kernel).answerCommInfo,
		"interrupt_request":   (*kernel).interrupt,
		"shutdown_request":    (*kernel).shutdown,
	}
}

// channel is a socket on which front ends ask, with what can be asked there.
type channel struct {
	name     string
	socket   *wire.Socket
	handlers map[string]handler
	// status says busy or idle for a request on this channel.
	status func(parent []byte, state string)
}

// handle is the one way of every request: busy, the work, the reply, idle.
// Front ends wait for idle, so it is sent whatever happens in between, also to
// messages of an unknown type, which get no reply (ipykernel does the same).
func (k *kernel) handle(c *channel, r *request) {
	c.status(r.Header, busy)
	a := k.work(c, r)
	if a.content != nil {
		k.reply(c.socket, r, a)
	}
	if a.announce != nil {
		k.pub.send(r.Header, a.announce, wire.Must)
	}
	c.status(r.Header, idle)
	if a.then != nil {
		a.then()
	}
}

// work calls the handler. A panic in it is a fault of ours, but the front end
// must not pay for it by waiting for ever.
func (k *kernel) work(c *channel, r *request) (a answer) {
	h, ok := c.handlers[r.header.MsgType]
	if !ok {
		k.log.Warn("A message of a type that this kernel does not know was ignored.",
			"channel", c.name, "msg_type", r.header.MsgType)
		return answer{}
	}
	defer func() {
		if p := recover(); p != nil {
			k.log.Error("The kernel failed to answer a message; please report this as a bug.",
				"msg_type", r.header.MsgType, "panic", p, "stack", string(debug.Stack()))
			a = answer{content: protocol.PlainReply{
				Request: r.header.MsgType,
				Reply: protocol.Failed(protocol.Failure{
					Name:  "KernelError",
					Value: fmt.Sprintf("the kernel failed to answer %s: %v; this is a bug in the kernel, please report it", r.header.MsgType, p),
				}),
			}}
		}
	}()
	return h(k, r)
}

// reply sends the answer to whom the request came from.
func (k *kernel) reply(s *wire.Socket, r *request, a answer) {
	content, err := protocol.Encode(a.content)
	if err != nil {
		k.log.Error("A reply could not be written.", "reason", err)
		a.content = r.refuse(err).content
		if content, err = protocol.Encode(a.content); err != nil {
			return
		}
	}
	frames, _ := k.writer.compose(r.Identities, r.Header, a.metadata, a.content.MsgType(), content)
	k.send(s, frames, wire.Must)
}

// send gives frames to a socket, which fails only once it is closed.
func (k *kernel) send(s *wire.Socket, frames [][]byte, class wire.Class) {
	if err := s.Send(frames, class); err != nil {
		k.log.Debug("A message could not be sent.", "reason", err)
	}
}
