package kernel_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"gopost/interp"
	"gopost/kernel"
	"gopost/kernel/kerneltest"
	"gopost/kernel/protocol"
)

// connectionFileEnv makes the test binary a kernel process.
const connectionFileEnv = "GOPOST_TEST_CONNECTION_FILE"

func TestMain(m *testing.M) {
	if path := os.Getenv(connectionFileEnv); path != "" {
		_, start := newScript()
		if err := kernel.Run(context.Background(), path, start, kernel.Options{}); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// startProcess starts a kernel process, and connects to it.
func startProcess(t *testing.T, transport string) (*exec.Cmd, *kerneltest.FrontEnd) {
	t.Helper()
	c := kerneltest.NewConnection(t, transport)
	path := filepath.Join(t.TempDir(), "kernel.json")
	kerneltest.WriteConnectionFile(t, path, c)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), connectionFileEnv+"="+path)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return cmd, kerneltest.Connect(t, c)
}

func TestProcessIsInterrupted(t *testing.T) {
	cmd, f := startProcess(t, "ipc")
	c := f.Execute("out before\nwait for ever")
	c.ExpectStart(1)
	c.ExpectStream("stdout", "before\n")
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	c.ExpectError("Interrupted")
	c.ExpectFailed()
	c.ExpectIdle()
	f.Run("out alive")
	f.Shutdown(false)
	if err := cmd.Wait(); err != nil {
		t.Errorf("the process ended with %v", err)
	}
}

func TestProcessIsTerminated(t *testing.T) {
	cmd, f := startProcess(t, "ipc")
	c := f.Execute("wait for ever")
	c.ExpectStart(1)
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	c.SkipToIdle()
	if err := cmd.Wait(); err != nil {
		t.Errorf("the process ended with %v", err)
	}
}

func TestProcessEndsWithItsParent(t *testing.T) {
	// Any process will do: launchers may stand between Jupyter and the kernel.
	parent, its := startProcess(t, "ipc")
	its.Run("out the parent lives")

	_, start := newScript()
	f := kerneltest.Serve(t, start, kernel.Options{ParentPID: parent.Process.Pid})
	f.Run("out alive")
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()
	f.WaitEnd()
}

// A parent that was never there says nothing: see watchParent.
func TestUnknownParent(t *testing.T) {
	gone := exec.Command(os.Args[0], "-test.run=^$")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	_, f := serve(t, kernel.Options{ParentPID: gone.Process.Pid})
	f.Run("out alive")
}

// An interpreter that can't start is no silent death: every cell says why.
func TestInterpreterThatCantStart(t *testing.T) {
	f := kerneltest.Serve(t, func(interp.Sink) (interp.Interpreter, error) {
		return nil, errors.New("the worker is on strike")
	}, kernel.Options{})
	c := f.Execute("1+1")
	c.ExpectStart(1)
	if e := c.ExpectError("WorkerLost"); !strings.Contains(e.Value, "the worker is on strike") {
		t.Errorf("the error is %+v", e)
	}
	c.ExpectFailed()
	c.ExpectIdle()

	at := 1
	var complete protocol.CompleteReply
	f.Send(kerneltest.Shell, "complete_request", protocol.CompleteRequest{Code: "xy", CursorPos: &at}).ExpectFramed(&complete)
	if complete.Status != "ok" || len(complete.Matches) != 0 || complete.CursorStart != 1 || complete.CursorEnd != 1 {
		t.Errorf("the completion is %+v", complete)
	}
	var inspect protocol.InspectReply
	f.Send(kerneltest.Shell, "inspect_request", protocol.InspectRequest{Code: "x"}).ExpectFramed(&inspect)
	if inspect.Status != "ok" || inspect.Found {
		t.Errorf("the inspection is %+v", inspect)
	}
	var isComplete protocol.IsCompleteReply
	f.Send(kerneltest.Shell, "is_complete_request", protocol.IsCompleteRequest{Code: "x"}).ExpectFramed(&isComplete)
	if isComplete.Status != "unknown" {
		t.Errorf("the completeness is %+v", isComplete)
	}
}

func TestNoGoroutineIsLeft(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 10 {
		_, start := newScript()
		c := kerneltest.NewConnection(t, "ipc")
		ctx, cancel := context.WithCancel(t.Context())
		served := make(chan error, 1)
		go func() { served <- kernel.Serve(ctx, c, start, kernel.Options{}) }()
		t.Run("", func(t *testing.T) {
			f := kerneltest.Connect(t, c)
			f.Execute("out printed\nlater never x").ExpectOK()
		})
		cancel()
		if err := <-served; err != nil {
			t.Fatal(err)
		}
	}
	// Goroutines that have done their work may still be on their way out.
	for end := time.Now().Add(time.Minute); runtime.NumGoroutine() > before; runtime.Gosched() {
		if time.Now().After(end) {
			buf := make([]byte, 1<<20)
			t.Fatalf("%d goroutines were there before, now:\n%s", before, buf[:runtime.Stack(buf, true)])
		}
	}
}
