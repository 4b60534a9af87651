//go:build unix

package main_test

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestRunInterrupted presses Ctrl-C while a cell spins: what was executed is
// kept, and the exit code says that the job was not done.
func TestRunInterrupted(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out.ipynb")
	cmd := exec.Command(program, "run", "testdata/spin.go", "-o", out)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cmd.Process.Kill() }()
	if line, err := bufio.NewReader(stdout).ReadString('\n'); line != "spinning\n" {
		t.Fatalf("it says %q, %v: %s", line, err, stderr.String())
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("it ended with %v: %s", err, stderr.String())
	}
	if !strings.Contains(stderr.String(), "stopped in cell 1") {
		t.Errorf("it says %s", stderr.String())
	}
	text, err := os.ReadFile(out)
	if err != nil || !strings.Contains(string(text), `"spinning\n"`) {
		t.Errorf("the executed notebook is %s, %v", text, err)
	}
}
