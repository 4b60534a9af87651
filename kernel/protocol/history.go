package protocol

import (
	"encoding/json"
	"errors"
)

// HistoryRequest asks for earlier cells. Source: messaging, "History".
type HistoryRequest struct {
	Output bool `json:"output"` // also what the cells evaluated to
	Raw    bool `json:"raw"`    // the untransformed text; cells are always kept raw
	// Access is range, tail or search.
	Access string `json:"hist_access_type"`
	// Session, Start and Stop are for range: session 0 is the current one,
	// negative ones count back from it; Stop is not included, nil is the end.
	Session int  `json:"session"`
	Start   int  `json:"start"`
	Stop    *int `json:"stop"`
	// N limits tail and search; nil is the default.
	N *int `json:"n"`
	// Pattern is search's glob: *, ? and [sets].
	Pattern string `json:"pattern"`
	// Unique makes search give each text once.
	Unique bool `json:"unique"`
}

// HistoryReply answers HistoryRequest.
type HistoryReply struct {
	Reply
	History []HistoryItem `json:"history"` // never nil on the wire
}

// MsgType is history_reply.
func (HistoryReply) MsgType() string { return "history_reply" }

// HistoryItem is one earlier cell. It travels as [session, line, input] or,
// with WithOutput, [session, line, [input, output]], output null for none.
type HistoryItem struct {
	Session, Line int
	Input, Output string
	WithOutput    bool
}

// MarshalJSON writes the item as the array that it is on the wire.
func (h HistoryItem) MarshalJSON() ([]byte, error) {
	if !h.WithOutput {
		return json.Marshal([]any{h.Session, h.Line, h.Input})
	}
	pair := [2]*string{&h.Input, nil}
	if h.Output != "" {
		pair[1] = &h.Output
	}
	return json.Marshal([]any{h.Session, h.Line, pair})
}

// UnmarshalJSON reads the array.
func (h *HistoryItem) UnmarshalJSON(data []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(data, &parts); err != nil {
		return err
	}
	if len(parts) != 3 {
		return errors.New("a history item has three parts: session, line and input")
	}
	var pair [2]*string
	*h = HistoryItem{WithOutput: json.Unmarshal(parts[2], &pair) == nil}
	input := error(nil)
	if !h.WithOutput {
		input = json.Unmarshal(parts[2], &h.Input)
	}
	if pair[0] != nil {
		h.Input = *pair[0]
	}
	if pair[1] != nil {
		h.Output = *pair[1]
	}
	return errors.Join(json.Unmarshal(parts[0], &h.Session), json.Unmarshal(parts[1], &h.Line), input)
}
