package kernel

import "gopost/kernel/protocol"

// openComm refuses a comm: this kernel has no targets to open one with. The
// front end learns it by comm_close, as from ipykernel. Source: messaging,
// "Opening a Comm".
func (k *kernel) openComm(r *request) answer {
	var q protocol.CommOpen
	if err := r.decode(&q); err != nil {
		k.log.Warn("A comm_open could not be read.", "reason", err)
		return answer{}
	}
	k.log.Warn("A comm was refused, for this kernel has no such target.", "target", q.TargetName)
	return answer{announce: protocol.CommClose{CommID: q.CommID, Data: protocol.NoData()}}
}

// ignoreComm takes what is said over a comm that is not open: a front end may
// have said it before it learned so.
func (k *kernel) ignoreComm(r *request) answer {
	k.log.Debug("A message for a comm that is not open was ignored.", "msg_type", r.header.MsgType)
	return answer{}
}

// answerCommInfo says that no comm is open. Source: messaging, "Comm info".
func (k *kernel) answerCommInfo(r *request) answer {
	var q protocol.CommInfoRequest
	if err := r.decode(&q); err != nil {
		return r.refuse(err)
	}
	return answer{content: protocol.CommInfoReply{Reply: protocol.OK(), Comms: map[string]protocol.CommInfo{}}}
}
