package protocol

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// Version is the protocol version that the kernel speaks. 5.5 is the first
// with iopub_welcome (JEP 65) and supported_features (JEP 92).
const Version = "5.5"

// Content is the content of a message that a kernel sends.
type Content interface {
	// MsgType is the message's name in its header.
	MsgType() string
}

// Empty is the content of requests that ask without saying more:
// kernel_info_request, interrupt_request, connect_request.
type Empty struct{}

// Encode returns c as JSON on one line. It fails only for a bundle or metadata
// that holds broken JSON.
func Encode(c Content) ([]byte, error) {
	b, err := marshal(c)
	if err != nil {
		return nil, fmt.Errorf("the content of %s can't be written as JSON: %w", c.MsgType(), err)
	}
	return b, nil
}

// marshal is json.Marshal without the escapes for HTML: Jupyter's JSON never
// stands inside HTML, and they would make every rich output longer.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// Decode reads the content of a message of type msgType into dst, a pointer to
// one of this package's request types. Fields it doesn't know are ignored, as
// the specification asks. The error is a sentence that names the message, the
// field and what is wrong with it; it quotes no value of the message.
func Decode(msgType string, content []byte, dst any) error {
	err := json.Unmarshal(content, dst)
	if err == nil {
		return nil
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		field := wrong.Field
		if field == "" {
			return fmt.Errorf("the content of %s is a JSON %s, but it must be an object", msgType, wrong.Value)
		}
		return fmt.Errorf("the field %q of %s is a JSON %s, which does not fit its type %s",
			field, msgType, wrong.Value, wrong.Type)
	}
	return fmt.Errorf("the content of %s is not valid JSON: %w", msgType, err)
}

// Reply is the part that all replies share: whether the request was carried
// out. Its zero value is not valid; use [OK], [Failed] or [Aborted].
//
// Source: messaging, "Request-Reply".
type Reply struct {
	Status string `json:"status"` // ok, error or aborted
	*Failure
}

// Failure says what went wrong, in replies with status error and in the error
// message on iopub.
type Failure struct {
	Name      string   `json:"ename"`
	Value     string   `json:"evalue"`
	Traceback []string `json:"traceback"` // may hold ANSI colours; never nil on the wire
}

// OK is the status of a request that was carried out.
func OK() Reply { return Reply{Status: "ok"} }

// Failed is the status of a request that could not be carried out.
func Failed(f Failure) Reply {
	if f.Traceback == nil {
		f.Traceback = []string{}
	}
	return Reply{Status: "error", Failure: &f}
}

// Aborted is the status of a request that was queued behind one that failed.
func Aborted() Reply { return Reply{Status: "aborted"} }

// PlainReply answers a request of any type with a status alone. It is how
// failed and aborted requests are answered.
type PlainReply struct {
	Request string `json:"-"` // the request's msg_type
	Reply
}

// MsgType turns name_request into name_reply.
func (r PlainReply) MsgType() string { return ReplyType(r.Request) }
