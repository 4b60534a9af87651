package check_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestCompilerCorpus reads the wrong programs that the compiler itself is
// tested with, and compares what is said of them with what the compiler says,
// line by line. They try the darkest corners; so not all is alike, but the
// share must not sink.
func TestCompilerCorpus(t *testing.T) {
	c := newCompiler(t)
	var files []string
	for _, pattern := range []string{"src/internal/types/testdata/*/*.go", "src/cmd/compile/internal/syntax/testdata/*.go", "test/syntax/*.go"} {
		list, err := filepath.Glob(filepath.Join(c.root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
	if len(files) == 0 {
		t.Skip("this Go installation has no sources of its tests")
	}
	var mu sync.Mutex
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	same, all, programs := 0, 0, 0
	for _, file := range files {
		src, ok := asProgram(t, file)
		if !ok {
			continue
		}
		wait.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			out := c.errors(t, mistake{"program", src, ""})
			if out == "" || strings.Contains(out, "could not import ") {
				return
			}
			want := strings.Split(out, "\nIn[1]:")
			have := strings.Split(complaints(src), "\nIn[1]:")
			mu.Lock()
			defer mu.Unlock()
			programs++
			for _, line := range want {
				all++
				if slices.Contains(have, line) {
					same++
				} else if testing.Verbose() {
					t.Logf("%s: In[1]:%s", filepath.Base(file), line)
				}
			}
			for _, line := range have {
				if !slices.Contains(want, line) && testing.Verbose() {
					t.Logf("%s: INSTEAD In[1]:%s", filepath.Base(file), line)
				}
			}
		})
	}
	wait.Wait()
	t.Logf("%d of %d errors in %d programs are as the compiler has them", same, all, programs)
	if same*100 < all*95 {
		t.Errorf("only %d of %d errors are as the compiler has them", same, all)
	}
}

// asProgram makes a whole program of a test's file, on the same lines; ok is
// false for files that need flags, or packages which cells must not import.
func asProgram(t *testing.T, file string) (src string, ok bool) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	src = string(data)
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.ImportsOnly)
	if err != nil || strings.Contains(src, "// -") || strings.Contains(src, "*line ") || strings.Contains(src, "//line ") || strings.Contains(src, "//go:") {
		return "", false
	}
	for _, spec := range f.Imports {
		if slices.Contains([]string{`"unsafe"`, `"C"`, `"os/exec"`, `"syscall"`, `"reflect"`, `"log"`, `"net/http"`}, spec.Path.Value) || strings.Contains(spec.Path.Value, ".") {
			return "", false
		}
	}
	src = regexp.MustCompile(`(?m)^package \w+`).ReplaceAllString(src, "package main")
	if !strings.Contains(src, "func main(") {
		src += "\nfunc main() {}\n"
	}
	return src, true
}
