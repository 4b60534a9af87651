package protocol

// CompleteRequest asks what could stand at the cursor. Source: messaging,
// "Completion".
type CompleteRequest struct {
	Code      string `json:"code"`
	CursorPos *int   `json:"cursor_pos"` // code points; nil for the end
}

// CompleteReply answers CompleteRequest.
type CompleteReply struct {
	Reply
	Matches     []string         `json:"matches"` // never nil on the wire
	CursorStart int              `json:"cursor_start"`
	CursorEnd   int              `json:"cursor_end"`
	Metadata    CompleteMetadata `json:"metadata"`
}

// MsgType is complete_reply.
func (CompleteReply) MsgType() string { return "complete_reply" }

// CompleteMetadata carries the kinds of the matches, in the experimental form
// that JupyterLab and ipykernel share.
type CompleteMetadata struct {
	Types []CompletionType `json:"_jupyter_types_experimental"` // never nil on the wire
}

// CompletionType is one match with its kind and signature.
type CompletionType struct {
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Type      string `json:"type"`
	Signature string `json:"signature"`
}

// InspectRequest asks what is known of the name at the cursor. Source:
// messaging, "Introspection".
type InspectRequest struct {
	Code        string `json:"code"`
	CursorPos   *int   `json:"cursor_pos"` // code points; nil for the end
	DetailLevel int    `json:"detail_level"`
}

// InspectReply answers InspectRequest.
type InspectReply struct {
	Reply
	Found    bool           `json:"found"`
	Data     Bundle         `json:"data"`
	Metadata BundleMetadata `json:"metadata"`
}

// MsgType is inspect_reply.
func (InspectReply) MsgType() string { return "inspect_reply" }

// IsCompleteRequest asks whether code is a whole cell. Source: messaging,
// "Code completeness".
type IsCompleteRequest struct {
	Code string `json:"code"`
}

// IsCompleteReply answers IsCompleteRequest. Its status is not that of other
// replies: complete, incomplete, invalid or unknown.
type IsCompleteReply struct {
	Status string `json:"status"`
	// Indent is what the next line should start with; incomplete only.
	Indent *string `json:"indent,omitempty"`
}

// MsgType is is_complete_reply.
func (IsCompleteReply) MsgType() string { return "is_complete_reply" }
