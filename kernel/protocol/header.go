package protocol

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
)

// Header names and types a message. Source: messaging, "Message header".
type Header struct {
	MsgID    string `json:"msg_id"`
	MsgType  string `json:"msg_type"`
	Session  string `json:"session"`
	Username string `json:"username"`
	Date     string `json:"date"` // ISO 8601
	Version  string `json:"version"`
}

// ParseHeader reads a header as it came. Only msg_id and msg_type are
// required: clients differ in how they fill the rest.
func ParseHeader(raw []byte) (Header, error) {
	var h Header
	if err := json.Unmarshal(raw, &h); err != nil {
		return Header{}, fmt.Errorf("the message's header is not a valid JSON header: %w", err)
	}
	if h.MsgID == "" || h.MsgType == "" {
		return Header{}, errors.New("the message's header lacks its msg_id or its msg_type")
	}
	return h, nil
}

// ReplyType is the name of the reply to a request: execute_reply for
// execute_request.
func ReplyType(request string) string {
	return strings.TrimSuffix(request, "_request") + "_reply"
}

// Author writes the headers of one kernel session. It may be used by several
// goroutines at once.
type Author struct {
	// Session is this session's UUID; message IDs start with it.
	Session string
	n       atomic.Uint64
}

// NewAuthor begins a session.
func NewAuthor() *Author { return &Author{Session: uuid.NewString()} }

// Header returns the header of a new message and that message's ID. It is
// written by hand because every message of every cell needs one.
func (a *Author) Header(msgType string, now time.Time) (header []byte, id string) {
	id = a.Session + "_" + strconv.FormatUint(a.n.Add(1), 10)
	b := make([]byte, 0, 256)
	b = append(b, `{"msg_id":"`...)
	b = append(b, id...)
	b = append(b, `","msg_type":"`...)
	b = append(b, msgType...)
	b = append(b, `","session":"`...)
	b = append(b, a.Session...)
	b = append(b, `","username":"gopost","date":"`...)
	b = AppendDate(b, now)
	b = append(b, `","version":"`+Version+`"}`...)
	return b, id
}

// Wrote reports whether id is the ID of one of this session's messages.
func (a *Author) Wrote(id string) bool { return strings.HasPrefix(id, a.Session+"_") }

// AppendDate appends t in the form that headers use: UTC, microseconds.
func AppendDate(b []byte, t time.Time) []byte {
	return t.UTC().AppendFormat(b, "2006-01-02T15:04:05.000000Z")
}
