package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The go command takes gopost as its vet tool, for whole modules.
func TestVetTool(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs the go command on a module of its own")
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":  "module letters\n\ngo 1.26\n\nrequire gopost v0.0.0\n\nreplace gopost => " + here + "\n",
		"main.go": "package main\n\nimport \"gopost/mpsc\"\n\nfunc main() {\n\ttx, _ := mpsc.Channel[string]()\n\ts := \"hello\"\n\ttx.Send(s)\n\tprintln(s)\n}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), "go", "vet", "-mod=mod", "-vettool="+program, ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "main.go:9:10: use of moved value: s (E0382)") {
		t.Errorf("go vet: %v\n%s", err, out)
	}
}
