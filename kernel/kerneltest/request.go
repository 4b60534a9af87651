package kerneltest

import (
	"encoding/json"
	"strings"
	"testing"

	"gopost/kernel/protocol"
)

// Request is a request that was sent. Its methods take what the kernel sent in
// return, on iopub unless they say otherwise, in the order in which it came.
type Request struct {
	// ID is the request's msg_id, Header its whole header.
	ID     string
	Header json.RawMessage

	f       *FrontEnd
	channel Channel
}

// Execute sends code as a front end does that runs a cell.
func (f *FrontEnd) Execute(code string) *Request {
	f.tb.Helper()
	return f.ExecuteRequest(protocol.ExecuteRequest{Code: code})
}

// ExecuteRequest sends a cell with its options.
func (f *FrontEnd) ExecuteRequest(q protocol.ExecuteRequest) *Request {
	f.tb.Helper()
	return f.Send(Shell, "execute_request", q)
}

// Watch returns another front end's request as f sees it: on iopub alone.
func (f *FrontEnd) Watch(r *Request) *Request {
	return &Request{ID: r.ID, Header: r.Header, f: f, channel: r.channel}
}

// Run executes code and returns when the kernel is idle again. The cell must
// succeed; what it shows is not looked at.
func (f *FrontEnd) Run(code string) {
	f.tb.Helper()
	r := f.Execute(code)
	r.ExpectOK()
	r.SkipToIdle()
}

// Interrupt sends an interrupt_request on control and waits for its reply.
func (f *FrontEnd) Interrupt() {
	f.tb.Helper()
	f.Send(Control, "interrupt_request", protocol.Empty{}).ExpectFramed(nil)
}

// Shutdown sends a shutdown_request on control and waits for all that comes in
// return, the announcement on iopub included.
func (f *FrontEnd) Shutdown(restart bool) {
	f.tb.Helper()
	r := f.Send(Control, "shutdown_request", protocol.ShutdownRequest{Restart: restart})
	var reply, announced protocol.ShutdownReply
	r.ExpectBusy()
	r.ExpectReply(&reply)
	r.Next().decode(f.tb, reply.MsgType(), &announced)
	if reply.Status != "ok" || reply.Restart != restart || announced.Restart != restart {
		f.tb.Fatalf("shutdown_request with restart %v was answered by %+v and announced as %+v", restart, reply, announced)
	}
	r.ExpectIdle()
}

// decode reads a message that must be of type msgType.
func (m *Message) decode(tb testing.TB, msgType string, dst any) {
	tb.Helper()
	if m.Header.MsgType != msgType {
		tb.Fatalf("%s came where %s is expected: %s", m.Header.MsgType, msgType, m.Content)
	}
	if err := protocol.Decode(msgType, m.Content, dst); err != nil {
		tb.Fatal(err)
	}
}

// NextFor returns the next message on iopub whose parent has r's ID, whatever
// else that header holds.
func (f *FrontEnd) NextFor(r *Request) *Message { f.tb.Helper(); return f.take(iopub, r.ID) }

// Next returns the next message on iopub. Its parent header must be r's, byte
// for byte.
func (r *Request) Next() *Message {
	r.f.tb.Helper()
	m := r.f.NextFor(r)
	if string(m.Parent) != string(r.Header) {
		r.f.tb.Fatalf("%s came with the parent header %s, not with %s", m.Header.MsgType, m.Parent, r.Header)
	}
	return m
}

// Expect takes the next message, which must be of the given type, and reads
// its content into dst.
func (r *Request) Expect(msgType string, dst any) {
	r.f.tb.Helper()
	r.Next().decode(r.f.tb, msgType, dst)
}

func (r *Request) expectStatus(state string) {
	r.f.tb.Helper()
	var got protocol.Status
	r.Expect(got.MsgType(), &got)
	if got.ExecutionState != state {
		r.f.tb.Fatalf("the kernel says it is %s where %s is expected", got.ExecutionState, state)
	}
}

// ExpectBusy takes the busy that begins all that comes for a request.
func (r *Request) ExpectBusy() { r.f.tb.Helper(); r.expectStatus("busy") }

// ExpectIdle takes the idle that ends it, and checks that nothing is left.
func (r *Request) ExpectIdle() {
	r.f.tb.Helper()
	r.expectStatus("idle")
	if n := r.f.boxes[iopub].waiting(r.ID); n > 0 {
		r.f.tb.Fatalf("%d messages came after idle, the first: %+v", n, r.Next())
	}
}

// SkipToIdle takes everything up to idle.
func (r *Request) SkipToIdle() {
	r.f.tb.Helper()
	for {
		m := r.Next()
		if m.Header.MsgType == "status" && strings.Contains(string(m.Content), "idle") {
			return
		}
	}
}

// ExpectInput takes the announcement of the cell, with its number.
func (r *Request) ExpectInput(number int) {
	r.f.tb.Helper()
	var got protocol.ExecuteInput
	r.Expect(got.MsgType(), &got)
	if got.ExecutionCount != number {
		r.f.tb.Fatalf("the cell %q has number %d, not %d", got.Code, got.ExecutionCount, number)
	}
}

// ExpectStart takes busy and the announcement of the cell.
func (r *Request) ExpectStart(number int) {
	r.f.tb.Helper()
	r.ExpectBusy()
	r.ExpectInput(number)
}

// ExpectStream takes printed text, in as many messages as the kernel has made
// of it.
func (r *Request) ExpectStream(name, text string) {
	r.f.tb.Helper()
	for left := text; left != ""; {
		var got protocol.Stream
		r.Expect(got.MsgType(), &got)
		rest, ok := strings.CutPrefix(left, got.Text)
		if !ok || got.Name != name {
			r.f.tb.Fatalf("%q was printed on %s where %q is expected on %s", got.Text, got.Name, left, name)
		}
		left = rest
	}
}

// ExpectResult takes the cell's value, and compares its plain text.
func (r *Request) ExpectResult(text string) {
	r.f.tb.Helper()
	var got protocol.ExecuteResult
	r.Expect(got.MsgType(), &got)
	if got.Data["text/plain"] != text {
		r.f.tb.Fatalf("the cell's value is %q, not %q", got.Data["text/plain"], text)
	}
}

// ExpectDisplay takes rich output and returns it.
func (r *Request) ExpectDisplay() protocol.DisplayData {
	r.f.tb.Helper()
	var got protocol.DisplayData
	r.Expect(got.MsgType(), &got)
	return got
}

// ExpectUpdate takes an update of rich output and returns it.
func (r *Request) ExpectUpdate() protocol.UpdateDisplayData {
	r.f.tb.Helper()
	var got protocol.UpdateDisplayData
	r.Expect(got.MsgType(), &got)
	return got
}

// ExpectClear takes the clearing of a cell's output.
func (r *Request) ExpectClear(wait bool) {
	r.f.tb.Helper()
	var got protocol.ClearOutput
	r.Expect(got.MsgType(), &got)
	if got.Wait != wait {
		r.f.tb.Fatalf("the output is cleared with wait %v, not %v", got.Wait, wait)
	}
}

// ExpectError takes the error that the cell ended with, and returns it.
func (r *Request) ExpectError(name string) protocol.Error {
	r.f.tb.Helper()
	var got protocol.Error
	r.Expect(got.MsgType(), &got)
	if got.Name != name {
		r.f.tb.Fatalf("the cell ended with %s: %s, not with %s", got.Name, got.Value, name)
	}
	return got
}

// ExpectReply takes the reply, on the channel of the request, and reads it into
// dst. It returns the whole message.
func (r *Request) ExpectReply(dst any) *Message {
	r.f.tb.Helper()
	var h protocol.Header
	if err := json.Unmarshal(r.Header, &h); err != nil {
		r.f.tb.Fatal(err)
	}
	m := r.f.take(r.channel, r.ID)
	m.decode(r.f.tb, protocol.ReplyType(h.MsgType), dst)
	if string(m.Parent) != string(r.Header) {
		r.f.tb.Fatalf("the reply came with the parent header %s, not with %s", m.Parent, r.Header)
	}
	return m
}

// ExpectOK takes the reply to a cell, which must have succeeded.
func (r *Request) ExpectOK() protocol.ExecuteReply { r.f.tb.Helper(); return r.expectEnd("ok") }

// ExpectFailed takes the reply to a cell, which must have failed.
func (r *Request) ExpectFailed() protocol.ExecuteReply { r.f.tb.Helper(); return r.expectEnd("error") }

// ExpectAborted takes all that comes for a cell that was not run because one
// before it failed.
func (r *Request) ExpectAborted() {
	r.f.tb.Helper()
	r.ExpectBusy()
	r.expectEnd("aborted")
	r.ExpectIdle()
}

func (r *Request) expectEnd(status string) protocol.ExecuteReply {
	r.f.tb.Helper()
	var got protocol.ExecuteReply
	m := r.ExpectReply(&got)
	if got.Status != status {
		r.f.tb.Fatalf("the cell's status is %q, not %q: %s", got.Status, status, m.Content)
	}
	return got
}

// ExpectFramed takes busy, the reply and idle, and reads the reply into dst if
// that is not nil; without dst, the reply must be ok.
func (r *Request) ExpectFramed(dst any) {
	r.f.tb.Helper()
	r.ExpectBusy()
	if dst == nil {
		var got protocol.Reply
		r.ExpectReply(&got)
		if got.Status != "ok" {
			r.f.tb.Fatalf("the reply's status is %q: %+v", got.Status, got.Failure)
		}
	} else {
		r.ExpectReply(dst)
	}
	r.ExpectIdle()
}

// Question is an input_request.
type Question struct {
	protocol.InputRequest
	header json.RawMessage
	f      *FrontEnd
}

// ExpectQuestion takes the question that a cell asks on stdin.
func (r *Request) ExpectQuestion() *Question {
	r.f.tb.Helper()
	m := r.f.take(Stdin, r.ID)
	q := &Question{f: r.f}
	m.decode(r.f.tb, q.MsgType(), &q.InputRequest)
	header, err := json.Marshal(m.Header)
	if err != nil {
		r.f.tb.Fatal(err)
	}
	q.header = header
	return q
}

// Answer answers the question.
func (q *Question) Answer(value string) {
	q.f.tb.Helper()
	raw, err := json.Marshal(protocol.InputReply{Value: value, Status: "ok"})
	if err != nil {
		q.f.tb.Fatal(err)
	}
	q.f.sendRaw(Stdin, "input_reply", q.header, raw)
}
