//go:build unix

package labtest_test

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"gopost/install/lab"
)

// server is a `gopost lab` that listens.
type server struct {
	base, token string
	notebooks   string // the folder it shows: copies, for tests to change
}

var address = regexp.MustCompile(`(http://127\.0\.0\.1:\d+)/lab\S*\?token=(\w+)`)

// startLab runs gopost lab as a learner without a clone does, with a home
// folder of its own, until the test ends. The private environment is the one
// in the user's cache.
func startLab(t *testing.T) server {
	t.Helper()
	needPython(t)
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	cmd := exec.Command(program, "lab", "--no-browser")
	cmd.Dir = home
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+cache, "XDG_CONFIG_HOME="+filepath.Join(home, "config"))
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = w, w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	found, ended := make(chan []string, 1), make(chan error, 1)
	var said bytes.Buffer
	go func() {
		defer close(found)
		sent := false
		for s := bufio.NewScanner(r); s.Scan(); {
			fmt.Fprintln(&said, s.Text())
			if m := address.FindStringSubmatch(s.Text()); m != nil && !sent {
				sent = true
				found <- m
			}
		}
	}()
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("gopost lab ended with %v", err)
			}
		case <-time.After(quickDeadline):
			t.Error("gopost lab does not end")
			_ = cmd.Process.Signal(syscall.SIGKILL)
			<-ended
		}
		// What is left in the pipe, until no process holds it any more.
		for range found {
		}
		r.Close()
		if t.Failed() {
			t.Logf("gopost lab said:\n%s", &said)
		}
	})
	select {
	case m, ok := <-found:
		if !ok {
			t.Fatal("gopost lab ended early")
		}
		listens(t, m[1])
		return server{base: m[1], token: m[2], notebooks: filepath.Join(home, "gopost-notebooks")}
	case <-time.After(setUpDeadline):
		t.Fatal("gopost lab names no address")
		return server{}
	}
}

// listens waits until the server does: it prints its address a little earlier.
func listens(t *testing.T, base string) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(quickDeadline); ; <-tick.C {
		c, err := net.Dial("tcp", strings.TrimPrefix(base, "http://"))
		if err == nil {
			c.Close()
			return
		}
		if time.Now().After(end) {
			t.Fatal(err)
		}
	}
}

// privateEnvironment returns the environment of gopost lab, complete.
func privateEnvironment(t *testing.T) lab.Env {
	t.Helper()
	needPython(t)
	env, err := lab.Locate()
	if err != nil {
		t.Fatal(err)
	}
	if !env.Ready() {
		startLab(t)
	}
	if !env.Ready() {
		t.Fatalf("gopost lab runs, but %s is not complete", env.Dir)
	}
	return env
}
