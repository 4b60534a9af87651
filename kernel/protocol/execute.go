package protocol

import (
	"encoding/json"
	"time"
)

// ExecuteRequest asks to run a cell. The pointers are nil where the front end
// said nothing, for what that means depends on other fields; the methods say
// what holds. Source: messaging, "Execute".
type ExecuteRequest struct {
	Code            string            `json:"code"`
	Silent          bool              `json:"silent"`
	StoreHistory    *bool             `json:"store_history"`
	UserExpressions map[string]string `json:"user_expressions"`
	AllowStdin      bool              `json:"allow_stdin"`
	StopOnError     *bool             `json:"stop_on_error"`
}

// Stores reports whether the cell counts and enters the history: a silent one
// never does, another does unless told not to.
func (r *ExecuteRequest) Stores() bool {
	return !r.Silent && (r.StoreHistory == nil || *r.StoreHistory)
}

// Stops reports whether a failure aborts what is queued behind this request.
func (r *ExecuteRequest) Stops() bool {
	return !r.Silent && (r.StopOnError == nil || *r.StopOnError)
}

// ExecuteInput tells all front ends which cell runs now. Source: messaging,
// "Code inputs".
type ExecuteInput struct {
	Code           string `json:"code"`
	ExecutionCount int    `json:"execution_count"`
}

// MsgType is execute_input.
func (ExecuteInput) MsgType() string { return "execute_input" }

// ExecuteReply says how a cell ended, well or not. Source: messaging,
// "Execution results".
type ExecuteReply struct {
	Reply
	// ExecutionCount is the number of the last cell that was counted.
	ExecutionCount int `json:"execution_count"`
	// UserExpressions is never nil on the wire, and empty after a failure.
	UserExpressions map[string]ExpressionResult `json:"user_expressions"`
	// Payload is never nil on the wire: old clients require it.
	Payload []Payload `json:"payload"`
}

// MsgType is execute_reply.
func (ExecuteReply) MsgType() string { return "execute_reply" }

// Payload makes the front end that sent a cell do something. The only kind that
// we send is "page", which shows Data in a pager. Payloads are deprecated since
// protocol 5.0, and there is still nothing in their place. Source: messaging,
// "Payloads".
type Payload struct {
	Source string `json:"source"`
	Data   Bundle `json:"data"`
	Start  int    `json:"start"` // the line at which the pager begins
}

// ExpressionResult is what one of user_expressions evaluated to.
type ExpressionResult struct {
	Reply
	Data     Bundle         `json:"data,omitzero"`
	Metadata BundleMetadata `json:"metadata,omitzero"`
}

// ExecuteMetadata is the metadata of execute_reply. JupyterLab takes Started
// for the time at which the cell began.
type ExecuteMetadata struct {
	Started time.Time
	Status  string // the reply's
}

// JSON is the metadata as it travels.
func (m ExecuteMetadata) JSON() json.RawMessage {
	b := AppendDate([]byte(`{"started":"`), m.Started)
	b = append(b, `","status":"`...)
	b = append(b, m.Status...)
	return append(b, `"}`...)
}

// Error shows a cell's failure. Source: messaging, "Execution errors".
type Error struct {
	Failure
}

// MsgType is error.
func (Error) MsgType() string { return "error" }

// Stream shows text that a cell printed. Source: messaging, "Streams".
type Stream struct {
	Name string `json:"name"` // stdout or stderr
	Text string `json:"text"`
}

// MsgType is stream.
func (Stream) MsgType() string { return "stream" }

// Status says what the kernel is at. Source: messaging, "Kernel status".
type Status struct {
	ExecutionState string `json:"execution_state"` // starting, busy or idle
}

// MsgType is status.
func (Status) MsgType() string { return "status" }

// Welcome tells one subscriber that its subscription to iopub holds, so that
// nothing sent from now on is lost to it. Source: JEP 65.
type Welcome struct {
	Subscription string `json:"subscription"`
}

// MsgType is iopub_welcome.
func (Welcome) MsgType() string { return "iopub_welcome" }
