package kernel_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"gopost/kernel/kerneltest"
	"gopost/kernel/kerneltest/pyenv"
)

// The client that most front ends are built on, against a kernel process.
func TestJupyterClient(t *testing.T) {
	requirements, err := os.ReadFile("testdata/requirements.txt")
	if err != nil {
		t.Fatal(err)
	}
	python := pyenv.Python(t, string(requirements))
	for _, transport := range []string{"tcp", "ipc"} {
		t.Run(transport, func(t *testing.T) {
			kernel, f := startProcess(t, transport)
			file := filepath.Join(t.TempDir(), "client.json")
			kerneltest.WriteConnectionFile(t, file, f.Connection)
			client := exec.CommandContext(t.Context(), python, "testdata/client.py", file)
			if out, err := client.CombinedOutput(); err != nil {
				t.Errorf("jupyter_client is not content: %v\n%s", err, out)
				return
			}
			if err := kernel.Wait(); err != nil {
				t.Errorf("the kernel ended with %v", err)
			}
		})
	}
}
