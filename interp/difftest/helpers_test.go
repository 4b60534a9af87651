package difftest_test

import (
	"os"
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	data, err := os.ReadFile("testdata/split.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "\n== program\n")[1:] {
		source, want, _ := strings.Cut(c, "\n== cells\n")
		cells, reason := split(source)
		got := strings.Join(cells, "\n--\n")
		if reason != "" {
			got = "left out: " + reason
		}
		if got != strings.TrimSpace(want) {
			t.Errorf("%s\nbecomes:\n%s\n\nwant:\n%s", source, got, want)
		}
	}
}

func TestEndOfCompiledPrograms(t *testing.T) {
	for _, c := range []struct {
		code   int
		stderr string
		end    end
		text   string
	}{
		{0, "panic: only printed\n\ngoroutine 1", finished, ""},
		{3, "", exited, "3"},
		{2, "", exited, "2"},
		{2, "log\npanic: boom\n\ngoroutine 1 [running]:\nmain.main()\n", panicked, "boom"},
		{2, "panic: one\n\ttwo\n\ngoroutine 1 [running]:\n", panicked, "one\ntwo"},
		{2, "panic: main.code(42)\n\ngoroutine 1 [running]:\n", panicked, "main.code(42)"},
		{2, "panic: first [recovered]\n\tpanic: second\n\ngoroutine 1 [running]:\n", panicked, "second"},
		{2, "panic: first [recovered, repanicked]\n\ngoroutine 1 [running]:\n", panicked, "first"},
		{2, "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x1]\n\ngoroutine 1 [running]:\n",
			panicked, "runtime error: invalid memory address or nil pointer dereference"},
		{2, "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [select (no cases)]:\n", fatal, "all goroutines are asleep - deadlock!"},
		{2, "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n\nruntime stack:\n", fatal, "stack overflow"},
	} {
		if got, text := ended(c.code, c.stderr); got != c.end || text != c.text {
			t.Errorf("exit code %d with %q: %s %q, want %s %q", c.code, c.stderr, got, text, c.end, c.text)
		}
	}
}
