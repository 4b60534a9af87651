package protocol

// InputRequest asks the learner for a line. Source: messaging, "Messages on
// the stdin channel".
type InputRequest struct {
	Prompt   string `json:"prompt"`
	Password bool   `json:"password"`
}

// MsgType is input_request.
func (InputRequest) MsgType() string { return "input_request" }

// InputReply is the learner's line, without its newline. "\x04" alone stands
// for the end of input, as in ipykernel.
type InputReply struct {
	Value string `json:"value"`
	// Status is empty from clients older than protocol 5.
	Status string `json:"status"`
}
