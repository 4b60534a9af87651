package difftest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// batchSize bounds how much disk the executables of one build take: two
// megabytes each.
const batchSize = 150

// compiledLimit is how long a compiled program may run.
const compiledLimit = 10 * time.Second

// needGo skips a test on machines without a Go toolchain.
func needGo(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("there is no Go toolchain to compare with:", err)
	}
}

// goOutput runs the go command in the folder of this package.
func goOutput(t *testing.T, args ...string) string {
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatalf("go %s: %v", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out))
}

// compile builds the programs under a file name, and has use told of each one's
// executable, or why there is none. Executables are removed after use.
func compile(t *testing.T, programs []*program, file string, use func(p *program, exe, failure string)) {
	for start := 0; start < len(programs); start += batchSize {
		part := programs[start:min(start+batchSize, len(programs))]
		dir := t.TempDir()
		failures := build(t, dir, part, file)
		parallel(part, func(i int, p *program) {
			exe := filepath.Join(dir, "bin", folder(i))
			if windows := exe + ".exe"; exists(windows) {
				exe = windows
			}
			failure := failures[folder(i)]
			if failure == "" && !exists(exe) {
				failure = "a build constraint excludes it"
			}
			use(p, exe, failure)
		})
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	}
}

func folder(i int) string { return fmt.Sprintf("p%d", i) }

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// build builds the programs with one go command, each as a package p0, p1, ...
// of a module in dir, to the folder bin. It returns what the compiler says of
// those that it rejects.
func build(t *testing.T, dir string, programs []*program, file string) (failures map[string]string) {
	write(t, filepath.Join(dir, "go.mod"), "module programs\n\ngo 1.26\n")
	for i, p := range programs {
		write(t, filepath.Join(dir, folder(i), file), p.source)
	}
	cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", "bin"+string(filepath.Separator), "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	failures = map[string]string{}
	var rejected *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &rejected) {
		t.Fatal(err)
	}
	for _, section := range strings.Split("\n"+stderr.String(), "\n# programs/")[1:] {
		name, text, _ := strings.Cut(section, "\n")
		failures[name] = strings.TrimSpace(text)
	}
	if rejected != nil && len(failures) == 0 {
		t.Fatalf("go build: %s", stderr.String())
	}
	return failures
}

func write(t *testing.T, file, text string) {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// execute runs an executable in a folder. used is its processor time.
func execute(exe, dir string) (o outcome, used time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), compiledLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, exe)
	cmd.Dir = dir
	cmd.WaitDelay = time.Second
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	// What ends a program with an error is in its exit code and stderr.
	_ = cmd.Run()
	o.stdout = stdout.String()
	o.end, o.text = ended(cmd.ProcessState.ExitCode(), stderr.String())
	if ctx.Err() != nil {
		o.end, o.text = hung, ""
	}
	return o, cmd.ProcessState.UserTime()
}

var (
	panicLine  = regexp.MustCompile(`(?s)(?:^|\n)\t*panic: (.*?)(?: \[recovered[^\]\n]*\])?(?:\n\[signal [^\n]*)?\n\n?goroutine `)
	fatalLine  = regexp.MustCompile(`(?m)^fatal error: (.*)$`)
	signalLine = regexp.MustCompile(`(?m)^\[signal .*\n?`)
)

// ended says by exit code and stderr how a compiled program ended. Of panics in
// deferred calls of panics the last one counts.
func ended(code int, stderr string) (end, string) {
	const runtimeError = 2
	switch {
	case code == 0:
		return finished, ""
	case code != runtimeError:
		return exited, fmt.Sprint(code)
	}
	if m := panicLine.FindStringSubmatch(stderr); m != nil {
		all := regexp.MustCompile(`\n\t*panic: `).Split(signalLine.ReplaceAllString(m[1], ""), -1)
		// The runtime indents all lines of the text but the first.
		return panicked, strings.ReplaceAll(strings.TrimRight(all[len(all)-1], "\n"), "\n\t", "\n")
	}
	if m := fatalLine.FindStringSubmatch(stderr); m != nil {
		return fatal, m[1]
	}
	return exited, fmt.Sprint(code)
}
