package kernel_test

import (
	"encoding/json"
	"strings"
	"testing"

	"gopost/kernel"
	"gopost/kernel/kerneltest"
	"gopost/kernel/protocol"
)

func ask(f *kerneltest.FrontEnd, code string) *kerneltest.Request {
	return f.ExecuteRequest(protocol.ExecuteRequest{Code: code, AllowStdin: true})
}

func TestStdin(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := ask(f, "out first\nask name?\nsecret word?")
	c.ExpectStart(1)
	c.ExpectStream("stdout", "first\n")
	q := c.ExpectQuestion()
	if q.Prompt != "name?" || q.Password {
		t.Errorf("the question is %+v", q.InputRequest)
	}
	q.Answer("Ada")
	c.ExpectStream("stdout", "Ada\n")
	q = c.ExpectQuestion()
	if q.Prompt != "word?" || !q.Password {
		t.Errorf("the question is %+v", q.InputRequest)
	}
	q.Answer("xyzzy")
	c.ExpectStream("stdout", "xyzzy\n")
	c.ExpectOK()
	c.ExpectIdle()
}

// A learner who ends the input is told apart from one who enters nothing.
func TestStdinEnds(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := ask(f, "ask name?")
	c.ExpectStart(1)
	c.ExpectQuestion().Answer("\x04")
	if e := c.ExpectError("InputError"); e.Value != "EOF" {
		t.Errorf("the error is %q", e.Value)
	}
	c.ExpectFailed()
	c.ExpectIdle()
}

func TestStdinNotAllowed(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := f.Execute("ask name?")
	c.ExpectStart(1)
	if e := c.ExpectError("InputError"); !strings.Contains(e.Value, "allow_stdin") {
		t.Errorf("the error is %q", e.Value)
	}
	c.ExpectFailed()
	c.ExpectIdle()
}

// An answer to a question that was interrupted must not answer the next one.
func TestStdinInterrupted(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := ask(f, "ask old?")
	c.ExpectStart(1)
	old := c.ExpectQuestion()
	f.Interrupt()
	c.ExpectError("InputError")
	c.ExpectFailed()
	c.ExpectIdle()

	c = ask(f, "ask new?")
	c.ExpectStart(2)
	q := c.ExpectQuestion()
	old.Answer("stale")
	q.Answer("fresh")
	c.ExpectStream("stdout", "fresh\n")
	c.ExpectOK()
	c.ExpectIdle()
}

// Only the front end that runs the cell is asked, and only it can answer.
func TestStdinOfTwoFrontEnds(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	other := kerneltest.Connect(t, f.Connection)
	c := ask(f, "ask name?")
	c.ExpectStart(1)
	q := c.ExpectQuestion()
	other.Send(kerneltest.Stdin, "input_reply", protocol.InputReply{Value: "intruder"})
	other.Beat()
	q.Answer("Ada")
	c.ExpectStream("stdout", "Ada\n")
	c.ExpectOK()
	c.ExpectIdle()
}

// Some clients answer without saying what.
func TestStdinAnswerWithoutParent(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := ask(f, "ask name?")
	c.ExpectStart(1)
	c.ExpectQuestion()
	f.Send(kerneltest.Stdin, "kernel_info_request", protocol.Empty{}) // does not belong there
	f.SendRaw(kerneltest.Stdin, "input_reply", `{"value": 7}`)        // is dropped
	f.Send(kerneltest.Stdin, "input_reply", protocol.InputReply{Value: "Ada"})
	c.ExpectStream("stdout", "Ada\n")
	c.ExpectOK()
	c.ExpectIdle()
}

// Front ends show one question at a time.
func TestStdinOfTwoGoroutines(t *testing.T) {
	s, f := serve(t, kernel.Options{})
	c := ask(f, "asks gate a\nasks gate a\nwait end")
	c.ExpectStart(1)
	s.open("gate")
	for _, name := range []string{"Ada", "Grace"} {
		c.ExpectQuestion().Answer(name)
		c.ExpectStream("stdout", name+"\n")
	}
	s.open("end")
	c.ExpectOK()
	c.ExpectIdle()
}

// Front ends forget a cell that has ended, so nobody would see its question.
func TestStdinAfterTheCell(t *testing.T) {
	for _, code := range []string{"asks gate a", "asks gate a\nwait end"} {
		s, f := serve(t, kernel.Options{})
		c := ask(f, code)
		c.ExpectStart(1)
		s.open("gate")
		if strings.Contains(code, "wait") {
			c.ExpectQuestion()
			s.open("end")
		}
		c.ExpectOK()
		var printed string
		for !strings.HasSuffix(printed, "\n") {
			m := c.Next()
			if m.Header.MsgType != "stream" {
				continue
			}
			var text protocol.Stream
			if err := json.Unmarshal(m.Content, &text); err != nil {
				t.Fatal(err)
			}
			printed += text.Text
		}
		if !strings.Contains(printed, "the cell that asks for input has ended") {
			t.Errorf("%q printed %q", code, printed)
		}
	}
}
