package protocol

import (
	"encoding/json"
	"strings"
)

// Bundle is one piece of output in several forms, by MIME type. Values are
// text; those of application/json and of types ending in +json are JSON texts
// and travel as JSON, not as strings of JSON.
//
// Source: messaging, "Display data".
type Bundle map[string]string

// MarshalJSON writes the bundle as Jupyter expects it, an empty object for nil.
func (b Bundle) MarshalJSON() ([]byte, error) {
	out := make(map[string]json.RawMessage, len(b))
	for mime, text := range b {
		if isJSON(mime) && json.Valid([]byte(text)) {
			out[mime] = json.RawMessage(text)
			continue
		}
		s, err := quote(text)
		if err != nil {
			return nil, err
		}
		out[mime] = s
	}
	return marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote: what is no JSON string is kept as
// its JSON text.
func (b *Bundle) UnmarshalJSON(data []byte) error {
	var in map[string]json.RawMessage
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*b = make(Bundle, len(in))
	for mime, raw := range in {
		var text string
		if isJSON(mime) || json.Unmarshal(raw, &text) != nil {
			text = string(raw)
		}
		(*b)[mime] = text
	}
	return nil
}

// isJSON reports whether Jupyter carries values of this MIME type as JSON.
func isJSON(mime string) bool {
	mime, _, _ = strings.Cut(mime, ";")
	return mime == "application/json" || strings.HasSuffix(mime, "+json")
}

// quote is json.Marshal for a text: a named step, so that invalid UTF-8 is
// replaced in one place and never fails a whole message.
func quote(s string) (json.RawMessage, error) {
	return marshal(strings.ToValidUTF8(s, "\uFFFD"))
}

// BundleMetadata says more about a bundle's values, such as an image's width:
// a JSON object by MIME type. Broken JSON in it fails [Encode].
type BundleMetadata map[string]string

// MarshalJSON writes the metadata with its objects embedded, {} for nil.
func (m BundleMetadata) MarshalJSON() ([]byte, error) {
	out := make(map[string]json.RawMessage, len(m))
	for mime, object := range m {
		out[mime] = json.RawMessage(object)
	}
	return marshal(out)
}

// UnmarshalJSON keeps each object as its JSON text.
func (m *BundleMetadata) UnmarshalJSON(data []byte) error {
	var in map[string]json.RawMessage
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*m = make(BundleMetadata, len(in))
	for mime, raw := range in {
		(*m)[mime] = string(raw)
	}
	return nil
}

// Transient holds what is not to be saved in a notebook.
type Transient struct {
	DisplayID string `json:"display_id,omitempty"`
}

// DisplayData shows rich output. Source: messaging, "Display data".
type DisplayData struct {
	Data      Bundle         `json:"data"`
	Metadata  BundleMetadata `json:"metadata"`
	Transient Transient      `json:"transient"`
}

// MsgType is display_data.
func (DisplayData) MsgType() string { return "display_data" }

// UpdateDisplayData replaces what was shown under Transient.DisplayID.
// Source: messaging, "Update Display Data".
type UpdateDisplayData struct {
	Data      Bundle         `json:"data"`
	Metadata  BundleMetadata `json:"metadata"`
	Transient Transient      `json:"transient"`
}

// MsgType is update_display_data.
func (UpdateDisplayData) MsgType() string { return "update_display_data" }

// ExecuteResult shows the value of a cell. Source: messaging, "Code results".
type ExecuteResult struct {
	ExecutionCount int            `json:"execution_count"`
	Data           Bundle         `json:"data"`
	Metadata       BundleMetadata `json:"metadata"`
	Transient      Transient      `json:"transient"`
}

// MsgType is execute_result.
func (ExecuteResult) MsgType() string { return "execute_result" }

// ClearOutput clears what a cell has shown, with Wait when its next output
// comes. Source: messaging, "Clear output".
type ClearOutput struct {
	Wait bool `json:"wait"`
}

// MsgType is clear_output.
func (ClearOutput) MsgType() string { return "clear_output" }
