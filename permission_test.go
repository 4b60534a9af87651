//go:build unix

package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPrefixOfSomebodyElse installs where the user may not write. The superuser
// may everywhere, so the test becomes nobody if it is that.
func TestPrefixOfSomebodyElse(t *testing.T) {
	prefix := t.TempDir()
	if err := os.Chmod(prefix, 0o555); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "install", "--prefix", prefix)
	if os.Geteuid() == 0 {
		const nobody = 65534
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		for dir := prefix; dir != filepath.Dir(os.TempDir()); dir = filepath.Dir(dir) {
			if info, err := os.Stat(dir); err != nil || info.Mode().Perm()&0o001 == 0 {
				t.Skipf("nobody may not enter %s (%v)", dir, err)
			}
		}
		if err := os.Chmod(filepath.Dir(program), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cmd.Dir = "/"
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	if code := cmd.ProcessState.ExitCode(); code != 1 {
		t.Errorf("the exit code is %d", code)
	}
	for _, want := range []string{"you may not write to " + prefix, "with --user", "with --prefix"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("it says %q, want %q in it", out, want)
		}
	}
}
