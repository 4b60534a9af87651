package kernel_test

import (
	"encoding/json"
	"testing"
	"time"

	"gopost/kernel"
	"gopost/kernel/protocol"
)

func TestExecute(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := f.Execute("out hi\nerr oh\nvalue 2")
	c.ExpectStart(1)
	c.ExpectStream("stdout", "hi\n")
	c.ExpectStream("stderr", "oh\n")
	c.ExpectResult("2")
	if n := c.ExpectOK().ExecutionCount; n != 1 {
		t.Errorf("execution_count is %d, not 1", n)
	}
	c.ExpectIdle()
}

func TestExecuteFails(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := f.Execute("out before\nfail Panic\nout after")
	c.ExpectStart(1)
	c.ExpectStream("stdout", "before\n")
	shown := c.ExpectError("Panic")
	reply := c.ExpectFailed()
	if reply.Failure == nil || reply.Name != "Panic" || reply.Value != shown.Value || len(reply.Traceback) != 1 {
		t.Errorf("the reply's failure is %+v, the one that was shown %+v", reply.Failure, shown)
	}
	c.ExpectIdle()
	f.Run("out the kernel lives on")
}

// The numbers are ipykernel's: see execute.
func TestExecutionCount(t *testing.T) {
	s, f := serve(t, kernel.Options{})
	no := false
	f.Run("value first")

	c := f.ExecuteRequest(protocol.ExecuteRequest{Code: "value unstored", StoreHistory: &no})
	c.ExpectStart(2)
	var result protocol.ExecuteResult
	c.Expect(result.MsgType(), &result)
	if result.ExecutionCount != 1 {
		t.Errorf("an unstored cell's value has number %d, not 1", result.ExecutionCount)
	}
	if n := c.ExpectOK().ExecutionCount; n != 1 {
		t.Errorf("after an unstored cell the count is %d, not 1", n)
	}
	c.ExpectIdle()

	c = f.ExecuteRequest(protocol.ExecuteRequest{Code: "out shown\nvalue hidden", Silent: true})
	c.ExpectBusy()
	c.ExpectStream("stdout", "shown\n")
	if n := c.ExpectOK().ExecutionCount; n != 1 {
		t.Errorf("after a silent cell the count is %d, not 1", n)
	}
	c.ExpectIdle()

	c = f.Execute("")
	c.ExpectStart(2)
	c.ExpectOK()
	c.ExpectIdle()

	cells := s.ran()
	for i, want := range []struct {
		number int
		silent bool
	}{{1, false}, {2, false}, {2, true}, {2, false}} {
		if cells[i].Number != want.number || cells[i].Silent != want.silent {
			t.Errorf("cell %d ran as %+v, want %+v", i, cells[i], want)
		}
	}
}

func TestUserExpressions(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	q := protocol.ExecuteRequest{Code: "", UserExpressions: map[string]string{"a": "1+1", "b": "fail Panic"}}
	c := f.ExecuteRequest(q)
	got := c.ExpectOK().UserExpressions
	if a := got["a"]; a.Status != "ok" || a.Data["text/plain"] != "1+1" {
		t.Errorf("a is %+v", a)
	}
	if b := got["b"]; b.Status != "error" || b.Name != "Panic" {
		t.Errorf("b is %+v", b)
	}
	q.Code = "fail Panic"
	if got := f.ExecuteRequest(q).ExpectFailed().UserExpressions; len(got) != 0 {
		t.Errorf("a failed cell's expressions are %+v", got)
	}
}

func TestDisplays(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := f.Execute("out a\nshow text/html <b>1</b>\nout b\nupdate text/html <b>2</b>\nclearwait\nclear\nshow application/json {\"n\": [1]}")
	c.ExpectStart(1)
	c.ExpectStream("stdout", "a\n")
	if d := c.ExpectDisplay(); d.Data["text/html"] != "<b>1</b>" || d.Transient.DisplayID != "d1" {
		t.Errorf("the display is %+v", d)
	}
	c.ExpectStream("stdout", "b\n")
	if d := c.ExpectUpdate(); d.Data["text/html"] != "<b>2</b>" || d.Transient.DisplayID != "d1" {
		t.Errorf("the update is %+v", d)
	}
	c.ExpectClear(true)
	c.ExpectClear(false)
	if d := c.ExpectDisplay(); d.Data["application/json"] != `{"n":[1]}` {
		t.Errorf("the JSON is %+v", d)
	}
	c.ExpectOK()
	c.ExpectIdle()
}

func TestPanicInInterpreter(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := f.Execute("panic")
	c.ExpectStart(1)
	if r := c.ExpectFailed(); r.Name != "KernelError" {
		t.Errorf("the failure is %+v", r.Failure)
	}
	c.ExpectIdle()
}

// JupyterLab takes the time at which a cell began from the reply's metadata.
func TestExecuteMetadata(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	for code, status := range map[string]string{"": "ok", "fail Panic": "error"} {
		var reply protocol.ExecuteReply
		m := f.Execute(code).ExpectReply(&reply)
		var metadata struct {
			Started time.Time `json:"started"`
			Status  string    `json:"status"`
		}
		if err := json.Unmarshal(m.Metadata, &metadata); err != nil {
			t.Fatal(err)
		}
		replied, err := time.Parse(time.RFC3339Nano, m.Header.Date)
		if err != nil {
			t.Fatal(err)
		}
		if metadata.Status != status || metadata.Started.After(replied) || replied.Sub(metadata.Started) > time.Hour {
			t.Errorf("%q: the metadata of the reply of %s is %s", code, m.Header.Date, m.Metadata)
		}
	}
}
