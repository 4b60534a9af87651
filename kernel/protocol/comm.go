package protocol

import "encoding/json"

// CommOpen asks the other side to open a comm, a named channel between a front
// end's extension and the kernel. Source: messaging, "Custom Messages".
type CommOpen struct {
	CommID     string          `json:"comm_id"`
	TargetName string          `json:"target_name"`
	Data       json.RawMessage `json:"data"` // the target's own JSON object
}

// MsgType is comm_open.
func (CommOpen) MsgType() string { return "comm_open" }

// CommMsg carries Data over an open comm.
type CommMsg struct {
	CommID string          `json:"comm_id"`
	Data   json.RawMessage `json:"data"`
}

// MsgType is comm_msg.
func (CommMsg) MsgType() string { return "comm_msg" }

// CommClose tears a comm down, or refuses to open it.
type CommClose struct {
	CommID string          `json:"comm_id"`
	Data   json.RawMessage `json:"data"`
}

// MsgType is comm_close.
func (CommClose) MsgType() string { return "comm_close" }

// NoData is the Data of a comm message that says nothing more.
func NoData() json.RawMessage { return json.RawMessage("{}") }

// CommInfoRequest asks which comms are open, for one target if it names one.
// Source: messaging, "Comm info".
type CommInfoRequest struct {
	TargetName string `json:"target_name"`
}

// CommInfoReply answers CommInfoRequest.
type CommInfoReply struct {
	Reply
	Comms map[string]CommInfo `json:"comms"` // by comm ID, never nil on the wire
}

// MsgType is comm_info_reply.
func (CommInfoReply) MsgType() string { return "comm_info_reply" }

// CommInfo describes an open comm.
type CommInfo struct {
	TargetName string `json:"target_name"`
}
