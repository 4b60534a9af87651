package main_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestExportedProgram is what export promises: `go run .` prints what the
// notebook does, without gopost's own module and without the network. One cell
// of the notebook uses package display, so that both copies are needed.
func TestExportedProgram(t *testing.T) {
	notebook := filepath.Join(t.TempDir(), "greeting.ipynb")
	const text = `{"cells": [
 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "tx, rx := mpsc.Channel[display.Data]()\ntx.Send(display.HTML(\"<b>hello</b>\"))"},
 {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "mpsc.Must(rx.Recv())"}
], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}`
	if err := os.WriteFile(notebook, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "greeting")
	if out, err := exec.CommandContext(t.Context(), program, "export", notebook, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want, err := exec.CommandContext(t.Context(), program, "run", notebook).Output()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "go", "run", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOWORK=off", "GOFLAGS=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	got, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	if string(got) != string(want) || len(got) == 0 {
		t.Errorf("the program prints %q, the notebook %q", got, want)
	}
}
