package lab

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// pip installs the requirements. What pip says goes to a file beside the
// environment, and in short to note.
func (e Env) pip(ctx context.Context, note func(string)) (err error) {
	list := filepath.Join(e.Dir, "requirements.txt")
	if err := os.WriteFile(list, []byte(requirements), 0o644); err != nil {
		return err
	}
	log, err := os.Create(e.Dir + ".log")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()

	// The list is whole, so pip has no dependencies to resolve.
	cmd := exec.CommandContext(ctx, e.Python(), "-m", "pip", "install", "--no-deps", "--require-hashes",
		"--no-input", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "2", "-r", list)
	cmd.Env = environ()
	cmd.WaitDelay = grace
	inOwnGroup(cmd)
	var text strings.Builder
	r, w := io.Pipe()
	cmd.Stdout = io.MultiWriter(w, log, &text)
	cmd.Stderr = cmd.Stdout
	done := make(chan struct{})
	go func() {
		defer close(done)
		follow(r, note)
	}()
	err = cmd.Run()
	w.Close()
	<-done
	if err != nil {
		return explain(text.String(), log.Name(), err)
	}
	return nil
}

var (
	requirement = regexp.MustCompile(`(?m)^[A-Za-z0-9._-]+==`)
	ignoring    = regexp.MustCompile(`(?m)^Ignoring .*\n`)
	collecting  = regexp.MustCompile(`^Collecting ([A-Za-z0-9._-]+)`)
)

// follow turns pip's lines into notes on how far it is.
func follow(r io.Reader, note func(string)) {
	total, n := len(requirement.FindAllString(requirements, -1)), 0
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		switch line := lines.Text(); {
		case strings.HasPrefix(line, "Ignoring "):
			total--
		case strings.HasPrefix(line, "Installing collected"):
			note("unpacking")
		default:
			if m := collecting.FindStringSubmatch(line); m != nil {
				n++
				note(fmt.Sprintf("%s (%d of %d)", m[1], n, total))
			}
		}
	}
	// A line too long for the scanner ends it early: pip must not block on a
	// pipe that nobody reads.
	_, _ = io.Copy(io.Discard, r)
}

// explain turns pip's output into a sentence that says what to do.
func explain(output, log string, err error) error {
	says := func(texts ...string) bool {
		for _, t := range texts {
			if strings.Contains(output, t) {
				return true
			}
		}
		return false
	}
	why := "pip could not install JupyterLab"
	switch {
	case says("No space left", "Errno 28"):
		why = "the disk is full: JupyterLab needs about 400 MB"
	case says("NewConnectionError", "Failed to establish a new connection", "Temporary failure in name resolution",
		"Name or service not known", "nodename nor servname", "getaddrinfo failed", "Network is unreachable",
		"Connection refused", "ConnectTimeoutError", "ReadTimeoutError", "ProxyError", "Connection reset"):
		why = "the Python package index cannot be reached: the first `gopost lab` needs the network, later ones don't; " +
			"check the connection (and HTTPS_PROXY behind a proxy), then try again"
	case says("CERTIFICATE_VERIFY_FAILED", "SSLError"):
		why = "the package index's certificate is not trusted here: behind a proxy that inspects traffic, set PIP_CERT to its certificate"
	case says("HASHES", "THESE PACKAGES DO NOT MATCH"):
		why = "a downloaded package is not the one that gopost was tested with: try again, and if it stays so, check the network or the package mirror"
	case says("No matching distribution"):
		why = "the package index has no version of a package for this system and Python"
	}
	// Packages for other systems are passed over at length; that is no news.
	output = ignoring.ReplaceAllString(output, "")
	return fmt.Errorf("%s (%w). The last lines, of all in %s:\n%s", why, err, log, lastLines(output))
}
