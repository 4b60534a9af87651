package doctor

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/uuid"

	"gopost/install"
	"gopost/kernel"
)

// patience bounds one examination of a kernel, which takes well under a second
// on an idle machine.
const patience = 30 * time.Second

// probe starts the kernel of a kernelspec as Jupyter would, greets it, has it
// run a cell, and ends it. It returns what the kernel says it is.
func probe(ctx context.Context, spec install.Spec) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	dir, err := os.MkdirTemp("", "gopost-doctor-")
	if err != nil {
		return "", fmt.Errorf("a connection file cannot be written: %w", err)
	}
	defer os.RemoveAll(dir)
	c, err := connection()
	if err != nil {
		return "", err
	}
	data, err := json.Marshal(c)
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "kernel.json")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		return "", fmt.Errorf("a connection file cannot be written: %w", err)
	}

	var said bytes.Buffer
	cmd := command(ctx, spec, file)
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		return "", fmt.Errorf("it does not start: %w; install it again", err)
	}
	ended := make(chan error, 1)
	talking, hangUp := context.WithCancel(ctx)
	defer hangUp()
	go func() {
		ended <- cmd.Wait()
		hangUp() // a kernel that is gone won't answer
	}()
	found, err := converse(talking, c)
	gone := talking.Err() != nil && ctx.Err() == nil
	late := errors.Is(ctx.Err(), context.DeadlineExceeded)
	if err != nil {
		cancel() // which kills it
	}
	werr := <-ended
	switch {
	case err != nil && gone:
		return "", fmt.Errorf("it ends by itself before it answers (%w)%s", exitStatus(werr), words(said.String()))
	case err != nil && late:
		return "", fmt.Errorf("it does not answer within %s: %w%s", patience, err, words(said.String()))
	case err != nil:
		return "", fmt.Errorf("it does not work: %w%s", err, words(said.String()))
	case werr != nil:
		return "", fmt.Errorf("it does not end well: %w%s", werr, words(said.String()))
	}
	return found, nil
}

// exitStatus is how a program ended, also if it claims to have succeeded.
func exitStatus(err error) error {
	if err == nil {
		return errors.New("exit status 0")
	}
	return err
}

// command is the kernelspec's command line with its environment.
func command(ctx context.Context, spec install.Spec, file string) *exec.Cmd {
	args := make([]string, len(spec.Argv))
	for i, a := range spec.Argv {
		args[i] = strings.ReplaceAll(a, "{connection_file}", file)
	}
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.WaitDelay = time.Second
	cmd.Env = os.Environ()
	for k, v := range spec.Env {
		cmd.Env = append(cmd.Env, k+"="+v)
	}
	return cmd
}

// connection chooses five free ports and a key.
func connection() (kernel.Connection, error) {
	c := kernel.Connection{Transport: "tcp", IP: "127.0.0.1", SignatureScheme: "hmac-sha256", Key: uuid.NewString()}
	for _, port := range []*int{&c.ShellPort, &c.IOPubPort, &c.StdinPort, &c.ControlPort, &c.HBPort} {
		// All stay open until all are chosen, so that they differ.
		l, err := net.Listen("tcp", net.JoinHostPort(c.IP, "0"))
		if err != nil {
			return c, fmt.Errorf("this machine has no free port on %s: %w", c.IP, err)
		}
		defer l.Close()
		*port = l.Addr().(*net.TCPAddr).Port
	}
	return c, nil
}

// words quotes what a program has said, if it has.
func words(said string) string {
	said = strings.TrimSpace(said)
	if said == "" {
		return ""
	}
	return "; it says: " + said
}
