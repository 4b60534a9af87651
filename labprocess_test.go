//go:build unix

package main_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Deadlines that only a hanging program meets. The first set-up downloads
// JupyterLab.
const (
	setUpDeadline = 10 * time.Minute
	quickDeadline = 2 * time.Minute
)

// needPython skips a test where there is no Python, except in CI.
func needPython(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("a real JupyterLab takes long")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("CI has no python3")
		}
		t.Skip("no python3 on this machine")
	}
}

// labProcess is a `gopost lab` that runs.
type labProcess struct {
	t     *testing.T
	cmd   *exec.Cmd
	lines chan string // what it says on both streams
	said  *bytes.Buffer
	done  chan error
}

// startLab runs gopost lab in a home folder of its own. The cache folder, and
// with it the private environment, is the user's unless env changes it.
func startLab(t *testing.T, home string, env []string, args ...string) *labProcess {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	l := &labProcess{t: t, lines: make(chan string), said: new(bytes.Buffer), done: make(chan error, 1)}
	l.cmd = exec.Command(program, append([]string{"lab", "--no-browser"}, args...)...)
	l.cmd.Dir = home
	l.cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+cache, "XDG_CONFIG_HOME="+filepath.Join(home, "config"))
	l.cmd.Env = append(l.cmd.Env, env...)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	l.cmd.Stdout, l.cmd.Stderr = w, w
	if err := l.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	go func() {
		defer close(l.lines)
		for s := bufio.NewScanner(r); s.Scan(); {
			fmt.Fprintln(l.said, s.Text())
			l.lines <- s.Text()
		}
	}()
	go func() { l.done <- l.cmd.Wait() }()
	t.Cleanup(func() {
		_ = l.cmd.Process.Signal(syscall.SIGTERM)
		for range l.lines {
		}
		<-l.done
		r.Close()
		if t.Failed() {
			t.Logf("gopost lab said:\n%s", l.said)
		}
	})
	return l
}

// until waits for a line that matches, and returns the submatches.
func (l *labProcess) until(pattern string, deadline time.Duration) []string {
	l.t.Helper()
	re := regexp.MustCompile(pattern)
	late := time.After(deadline)
	for {
		select {
		case line, ok := <-l.lines:
			if !ok {
				l.t.Fatalf("it ended without saying %s", pattern)
			}
			if m := re.FindStringSubmatch(line); m != nil {
				return m
			}
		case <-late:
			l.t.Fatalf("it has not said %s", pattern)
		}
	}
}

// end sends a signal, waits until everything has ended, and returns the exit
// code. The pipe of its output closes only when no process holds it any more.
func (l *labProcess) end(sig syscall.Signal) int {
	l.t.Helper()
	if err := l.cmd.Process.Signal(sig); err != nil {
		l.t.Fatal(err)
	}
	return l.wait()
}

func (l *labProcess) wait() int {
	l.t.Helper()
	late := time.After(quickDeadline)
	for {
		select {
		case _, ok := <-l.lines:
			if ok {
				continue
			}
			err := <-l.done
			l.done <- err
			return l.cmd.ProcessState.ExitCode()
		case <-late:
			l.t.Fatal("it, or a child of it, has not ended")
		}
	}
}

// server is a JupyterLab that listens.
type server struct {
	t     *testing.T
	base  string
	token string
}

const address = `(http://127\.0\.0\.1:\d+)/lab(\S*)\?token=(\w+)`

// listens waits until the server does: it prints its address a little earlier.
func (s server) listens() {
	s.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(quickDeadline); ; <-tick.C {
		c, err := net.Dial("tcp", strings.TrimPrefix(s.base, "http://"))
		if err == nil {
			c.Close()
			return
		}
		if time.Now().After(end) {
			s.t.Fatal(err)
		}
	}
}

func (s server) call(method, path, body string, into any) int {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), quickDeadline)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, s.base+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Authorization", "token "+s.token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	if into != nil {
		if err := json.Unmarshal(data, into); err != nil {
			s.t.Fatalf("%s: %v in %s", path, err, data)
		}
	}
	return res.StatusCode
}

// processes lists the running processes whose command line or environment
// holds a text. Only Linux tells.
func processes(t *testing.T, part string) (found []string) {
	t.Helper()
	dirs, err := filepath.Glob("/proc/[0-9]*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		if filepath.Base(dir) == strconv.Itoa(os.Getpid()) {
			continue
		}
		command, _ := os.ReadFile(filepath.Join(dir, "cmdline"))
		environ, _ := os.ReadFile(filepath.Join(dir, "environ"))
		if bytes.Contains(command, []byte(part)) || bytes.Contains(environ, []byte(part)) {
			found = append(found, string(bytes.ReplaceAll(command, []byte{0}, []byte{' '})))
		}
	}
	return found
}
