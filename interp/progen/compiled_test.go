package progen_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func inCI() bool { return os.Getenv("CI") == "true" }

// batch is an executable made of several programs.
type batch struct{ path string }

// entry is what the main function of a program is called in a batch.
func entry(tag string) string { return "main" + tag }

// build compiles programs, given by their tags, into one executable: linking
// is what costs.
func build(t testing.TB, programs map[string]string) (*batch, error) {
	_, err := exec.LookPath("go")
	skipWithout(t, err)
	dir := t.TempDir()
	files := map[string]string{"go.mod": "module batch\n\ngo 1.26\n"}
	cases := ""
	for tag, src := range programs {
		files["p"+strings.Trim(tag, "_")+"x.go"] = strings.Replace(src, "\nfunc main() {", "\nfunc "+entry(tag)+"() {", 1)
		cases += fmt.Sprintf("\tcase %q:\n\t\t%s()\n", tag, entry(tag))
	}
	files["main.go"] = "package main\n\nimport \"os\"\n\nfunc main() {\n\tswitch os.Args[1] {\n" + cases + "\t}\n}\n"
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return nil, err
		}
	}
	b := &batch{filepath.Join(dir, "batch.exe")}
	cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", b.path, ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOTOOLCHAIN=local")
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	return b, nil
}

// run returns what the program with this tag prints. The error says that it
// crashed.
func (b *batch) run(tag string, patience time.Duration) (stdout string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, b.path, tag)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		text, _, _ := strings.Cut(errs.String(), "\n\ngoroutine ")
		return out.String(), errors.New(err.Error() + ": " + text)
	}
	return out.String(), nil
}
