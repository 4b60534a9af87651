package kernel_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gopost/interp"
	"gopost/kernel"
	"gopost/kernel/kerneltest"
	"gopost/kernel/protocol"
)

func TestKernelInfo(t *testing.T) {
	_, f := serve(t, kernel.Options{Version: "1.2.3"})
	for _, channel := range []kerneltest.Channel{kerneltest.Shell, kerneltest.Control} {
		var info protocol.KernelInfoReply
		f.Send(channel, "kernel_info_request", protocol.Empty{}).ExpectFramed(&info)
		if info.Status != "ok" || info.ProtocolVersion != "5.5" || info.Implementation != "gopost" ||
			info.ImplementationVersion != "1.2.3" || info.SupportedFeatures == nil || len(info.SupportedFeatures) != 0 {
			t.Errorf("on %s: %+v", channel, info)
		}
		l := info.LanguageInfo
		if l.Name != "go" || l.FileExtension != ".go" || l.MIMEType != "text/x-go" || !strings.HasPrefix(l.Version, "1.") {
			t.Errorf("on %s: %+v", channel, l)
		}
	}
}

// A worker may take its time to start; front ends are greeted nevertheless, and
// cells wait.
func TestSlowStart(t *testing.T) {
	s, start := newScript()
	f := kerneltest.Serve(t, func(sink interp.Sink) (interp.Interpreter, error) {
		<-s.gate("start")
		return start(sink)
	}, kernel.Options{})
	f.Send(kerneltest.Shell, "kernel_info_request", protocol.Empty{}).ExpectFramed(nil)

	c := f.Execute("out never")
	c.ExpectStart(1)
	f.Interrupt()
	c.ExpectError("Interrupted")
	c.ExpectFailed()
	c.ExpectIdle()

	c = f.Execute("out hi")
	c.ExpectStart(2)
	s.open("start")
	c.ExpectStream("stdout", "hi\n")
	c.ExpectOK()
	c.ExpectIdle()
}

func TestControlWhileACellRuns(t *testing.T) {
	s, f := serve(t, kernel.Options{})
	c := f.Execute("wait gate\nout done")
	c.ExpectStart(1)
	f.Beat()
	f.Send(kerneltest.Control, "kernel_info_request", protocol.Empty{}).ExpectFramed(nil)
	f.Send(kerneltest.Control, "complete_request", protocol.CompleteRequest{Code: "fm"}).ExpectFramed(nil)
	s.open("gate")
	c.ExpectStream("stdout", "done\n")
	c.ExpectOK()
	c.ExpectIdle()
}

func TestCompletionOvertakesACell(t *testing.T) {
	s, f := serve(t, kernel.Options{})
	c := f.Execute("wait gate")
	c.ExpectStart(1)
	next := f.Execute("out next")
	f.Send(kerneltest.Shell, "complete_request", protocol.CompleteRequest{Code: "fm"}).ExpectFramed(nil)
	// The kernel is idle for the completion, and still busy with the cell.
	c.ExpectBusy()
	s.open("gate")
	c.ExpectOK()
	c.ExpectIdle()
	next.ExpectStart(2)
	next.ExpectStream("stdout", "next\n")
	next.ExpectOK()
	next.ExpectIdle()
}

func TestInterrupt(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	for n := range 3 {
		c := f.Execute("out before\nwait for ever")
		c.ExpectStart(n + 1)
		c.ExpectStream("stdout", "before\n")
		f.Interrupt()
		c.ExpectError("Interrupted")
		c.ExpectFailed()
		c.ExpectIdle()
	}
	f.Interrupt()
	f.Run("out an interrupt of nothing harms nothing")
}

// A failure aborts the cells that were sent behind it, and nothing else.
func TestStopOnError(t *testing.T) {
	// Long enough for a busy machine to bring all that was sent.
	s, f := serve(t, kernel.Options{AbortQuiet: time.Second})
	failing := f.Execute("wait gate\nfail Panic")
	failing.ExpectStart(1)
	second := f.Execute("out second")
	info := f.Send(kerneltest.Shell, "kernel_info_request", protocol.Empty{})
	third := f.ExecuteRequest(protocol.ExecuteRequest{Code: "out third", Silent: true})
	s.open("gate")
	failing.ExpectError("Panic")
	failing.ExpectFailed()
	failing.ExpectIdle()
	second.ExpectAborted()
	info.ExpectFramed(nil)
	third.ExpectAborted()
	if ran := s.ran(); len(ran) != 1 {
		t.Errorf("%d cells ran, not 1", len(ran))
	}
	c := f.Execute("out after")
	c.ExpectStart(2)
	c.ExpectStream("stdout", "after\n")
	c.ExpectOK()
	c.ExpectIdle()
}

func TestNoStopOnError(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	no := false
	failing := f.ExecuteRequest(protocol.ExecuteRequest{Code: "fail Panic", StopOnError: &no})
	silent := f.ExecuteRequest(protocol.ExecuteRequest{Code: "fail Panic", Silent: true})
	next := f.Execute("out next")
	failing.ExpectFailed()
	silent.ExpectFailed()
	next.ExpectStart(2)
	next.ExpectStream("stdout", "next\n")
	next.ExpectOK()
	next.ExpectIdle()
}

// Whatever a cell still prints, the last idle and the shutdown's messages come.
func TestShutdown(t *testing.T) {
	for _, restart := range []bool{false, true} {
		_, f := serve(t, kernel.Options{})
		c := f.Execute("flood 200000")
		c.ExpectStart(1)
		f.Shutdown(restart)
		f.WaitEnd()
		c.SkipToIdle()
	}
}

func TestShutdownWhileACellWaits(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := f.Execute("wait for ever")
	c.ExpectStart(1)
	f.Shutdown(false)
	f.WaitEnd()
	c.ExpectFailed()
	c.SkipToIdle()
}

func TestShutdownOnShell(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	var reply protocol.ShutdownReply
	f.Send(kerneltest.Shell, "shutdown_request", protocol.ShutdownRequest{Restart: true}).ExpectReply(&reply)
	if reply.Status != "ok" || !reply.Restart {
		t.Errorf("the reply is %+v", reply)
	}
	f.WaitEnd()
}

// What ends a cell doesn't wait for it, on shell either.
func TestInterruptAndShutdownOvertakeACell(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := f.Execute("wait for ever")
	c.ExpectStart(1)
	f.Send(kerneltest.Shell, "interrupt_request", protocol.Empty{}).ExpectFramed(nil)
	c.ExpectFailed()
	c.SkipToIdle()

	c = f.Execute("wait for ever")
	c.ExpectStart(2)
	var reply protocol.ShutdownReply
	f.Send(kerneltest.Shell, "shutdown_request", protocol.ShutdownRequest{}).ExpectReply(&reply)
	f.WaitEnd()
	c.ExpectFailed()
	c.SkipToIdle()
}

func TestLateOutput(t *testing.T) {
	s, f := serve(t, kernel.Options{})
	first := f.Execute("later gate late")
	first.ExpectStart(1)
	first.ExpectOK()
	first.ExpectIdle()
	second := f.Execute("out a\nwait more\nout b")
	second.ExpectStart(2)
	second.ExpectStream("stdout", "a\n")
	s.open("gate")
	first.ExpectStream("stdout", "late\n")
	s.open("more")
	second.ExpectStream("stdout", "b\n")
	second.ExpectOK()
	second.ExpectIdle()
}

// The kernel forgets the headers of cells of long ago, but their output still
// names them.
func TestVeryLateOutput(t *testing.T) {
	s, f := serve(t, kernel.Options{})
	first := f.Execute("later gate late")
	first.ExpectOK()
	first.SkipToIdle()
	last := first
	for range 1001 {
		last = f.Execute("")
	}
	last.SkipToIdle()
	s.open("gate")
	m := f.NextFor(first)
	if m.Header.MsgType != "stream" || m.ParentID != first.ID {
		t.Errorf("%s came with parent %s", m.Header.MsgType, m.Parent)
	}
}

func TestComplete(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	at := 3
	var got protocol.CompleteReply
	// Jupyter counts code points, whatever their length: ä, 世 and 🎈.
	f.Send(kerneltest.Shell, "complete_request", protocol.CompleteRequest{Code: "ä世🎈x", CursorPos: &at}).ExpectFramed(&got)
	if got.Status != "ok" || got.CursorStart != 2 || got.CursorEnd != 3 || !slices.Equal(got.Matches, []string{"Println", "Print"}) {
		t.Errorf("the reply is %+v", got)
	}
	want := protocol.CompletionType{Start: 2, End: 3, Text: "Println", Type: "function", Signature: "func Println(a ...any) (n int, err error)"}
	if len(got.Metadata.Types) != 2 || got.Metadata.Types[0] != want {
		t.Errorf("the kinds are %+v", got.Metadata)
	}
}

func TestInspect(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	at := 2
	var got protocol.InspectReply
	f.Send(kerneltest.Shell, "inspect_request", protocol.InspectRequest{Code: "世界!", CursorPos: &at, DetailLevel: 1}).ExpectFramed(&got)
	if !got.Found || got.Data["text/plain"] != "世界 1" {
		t.Errorf("the reply is %+v", got)
	}
	f.Send(kerneltest.Shell, "inspect_request", protocol.InspectRequest{}).ExpectFramed(&got)
	if got.Status != "ok" || got.Found || len(got.Data) != 0 {
		t.Errorf("the reply for nothing is %+v", got)
	}
}

func TestIsComplete(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	var got protocol.IsCompleteReply
	f.Send(kerneltest.Shell, "is_complete_request", protocol.IsCompleteRequest{Code: "if x {"}).ExpectFramed(&got)
	if got.Status != "incomplete" || got.Indent == nil || *got.Indent != "\t" {
		t.Errorf("the reply is %+v", got)
	}
	got = protocol.IsCompleteReply{}
	f.Send(kerneltest.Shell, "is_complete_request", protocol.IsCompleteRequest{Code: "x"}).ExpectFramed(&got)
	if got.Status != "complete" || got.Indent != nil {
		t.Errorf("the reply is %+v", got)
	}
}

func TestComms(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	var info protocol.CommInfoReply
	f.Send(kerneltest.Shell, "comm_info_request", protocol.CommInfoRequest{}).ExpectFramed(&info)
	if info.Status != "ok" || info.Comms == nil || len(info.Comms) != 0 {
		t.Errorf("the reply is %+v", info)
	}
	open := f.Send(kerneltest.Shell, "comm_open", protocol.CommOpen{CommID: "c1", TargetName: "jupyter.widget.control", Data: protocol.NoData()})
	open.ExpectBusy()
	var closed protocol.CommClose
	open.Expect(closed.MsgType(), &closed)
	if closed.CommID != "c1" {
		t.Errorf("the comm was refused with %+v", closed)
	}
	open.ExpectIdle()
	for _, msgType := range []string{"comm_msg", "comm_close"} {
		r := f.Send(kerneltest.Shell, msgType, protocol.CommMsg{CommID: "c1", Data: protocol.NoData()})
		r.ExpectBusy()
		r.ExpectIdle()
	}
}

func TestConnect(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	var got protocol.ConnectReply
	f.Send(kerneltest.Shell, "connect_request", protocol.Empty{}).ExpectFramed(&got)
	if got.ShellPort != f.Connection.ShellPort || got.HBPort != f.Connection.HBPort {
		t.Errorf("the reply is %+v, the connection %+v", got, f.Connection)
	}
}
