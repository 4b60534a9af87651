package modules

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// scratch is the go.mod that a set starts with. The kernel's own Go decides
// what the packages may need.
const scratch = "module gopost.invalid/session\n\ngo 1.26\n"

// run runs the go command in a scratch module with the requirements, and
// keeps those that it leaves there.
func (st *state) run(ctx context.Context, progress func(string), args ...string) (stdout []byte, err error) {
	program, err := exec.LookPath("go")
	if err != nil {
		return nil, &missing{"Go is not installed, or not on the PATH of the kernel: modules are fetched by the go command. Install Go from https://go.dev/dl/ and start the kernel anew; all else works without it"}
	}
	dir, err := scratchDir()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	mod := st.mod
	if mod == nil {
		mod = []byte(scratch)
	}
	modFile, sumFile := filepath.Join(dir, "go.mod"), filepath.Join(dir, "go.sum")
	if err := errors.Join(os.WriteFile(modFile, mod, 0o600), os.WriteFile(sumFile, st.sum, 0o600)); err != nil {
		return nil, fmt.Errorf("the cache folder can't be written to: %w", err)
	}
	out, said, err := execute(ctx, program, dir, args, progress)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, explain(said, err)
	}
	mod, err = os.ReadFile(modFile)
	if err != nil {
		return nil, fmt.Errorf("what the go command has written can't be read: %w", err)
	}
	sum, err := os.ReadFile(sumFile)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("what the go command has written can't be read: %w", err)
	}
	st.mod, st.sum = mod, sum
	return out, nil
}

// scratchDir makes a folder in the user's cache.
func scratchDir() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	parent := filepath.Join(cache, "gopost", "modules")
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return "", fmt.Errorf("the cache folder can't be written to: %w", err)
	}
	return os.MkdirTemp(parent, "scratch-")
}

// execute runs the go command and returns what it writes to stdout and says on
// stderr.
func execute(ctx context.Context, program, dir string, args []string, progress func(string)) (out []byte, said string, err error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.WaitDelay = time.Second
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PWD="+dir, "GO111MODULE=on", "GOWORK=off", "GOTOOLCHAIN=local",
		"CGO_ENABLED=0", "GOOS="+runtime.GOOS, "GOARCH="+runtime.GOARCH,
		strings.TrimSpace("GOFLAGS="+os.Getenv("GOFLAGS")+" -mod=mod"))
	var stdout bytes.Buffer
	cmd.Stdout = &stdout
	stderr, err := cmd.StderrPipe()
	if err != nil {
		return nil, "", err
	}
	if err := cmd.Start(); err != nil {
		return nil, "", fmt.Errorf("the go command does not start: %w", err)
	}
	said, err = listen(stderr, progress)
	err = errors.Join(err, cmd.Wait())
	return stdout.Bytes(), said, err
}

var download = regexp.MustCompile(`^go: downloading (\S+) (\S+)$`)

// listen reads what the go command says, and tells of downloads.
func listen(r io.Reader, progress func(string)) (string, error) {
	var said strings.Builder
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if m := download.FindStringSubmatch(lines.Text()); m != nil {
			progress(fmt.Sprintf("Downloading %s %s.", m[1], m[2]))
			continue
		}
		said.WriteString(lines.Text() + "\n")
	}
	return said.String(), lines.Err()
}

// explain words a failure of the go command. Its own text follows.
func explain(said string, err error) error {
	said = strings.TrimSpace(said)
	for _, known := range []struct{ pattern, sentence string }{
		{`lookup disabled by GOPROXY=off`, "the module is not in the module cache, and GOPROXY=off forbids to fetch it"},
		{`requires go >= `, "the module needs a newer Go than the one installed here"},
		{`no matching versions`, "there is no such version of the module"},
		{`unknown revision|invalid version`, "there is no such version of the module"},
		{`does not contain package|cannot find module providing package`, "there is no such package in that version of the module"},
		{`missing dot in first path element|malformed module path`, "that is no path of a module"},
		{`404 Not Found|410 Gone|403 Forbidden|not found|no such file or directory|cannot find the file|Repository not found`,
			"there is no such module, or no such version of it"},
		{`checksum mismatch|SECURITY ERROR`, "the module is not the one that others got under this version (its checksum differs), so it is not used"},
		{`dial tcp|no such host|connection refused|i/o timeout|network is unreachable|TLS handshake|proxyconnect`,
			"the module can't be fetched, because the machine does not reach the module proxy: check the network, and the proxy with `go env GOPROXY`"},
	} {
		if regexp.MustCompile(known.pattern).MatchString(said) {
			return &goError{known.sentence, said}
		}
	}
	if said == "" {
		said = err.Error()
	}
	return &goError{"the go command can't get the module", said}
}

// goError is a failure of the go command.
type goError struct{ sentence, said string }

func (e *goError) Error() string {
	return e.sentence + ". The go command says: " + strings.TrimPrefix(e.said, "go: ")
}
