package own_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopost/interp/own"
)

func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const wrongFile = `package main

import (
	"fmt"

	"gopost/mpsc"
)

func main() {
	tx, _ := mpsc.Channel[string]()
	s := "hello"
	tx.Send(s)
	fmt.Println(s)
}
`

func TestVet(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"wrong.go":  wrongFile,
		"right.go":  strings.Replace(wrongFile, "fmt.Println(s)", "fmt.Println()", 1),
		"plain.go":  "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println() }\n",
		"part1.go":  "package parts\n\nimport \"gopost/mpsc\"\n\nfunc give(tx *mpsc.Sender[string], s string) { tx.Send(s) }\n",
		"part2.go":  "package parts\n\nimport \"gopost/mpsc\"\n\nfunc use(tx *mpsc.Sender[string], s string) string { give(tx, s); return s }\n",
		"broken.go": "package main\n\nfunc main() { undefined() }\n",
		"syntax.go": "package main\n\nfunc {\n",
	})
	for _, tc := range []struct {
		name  string
		files []string
		want  int
		lines string // with the folder left out
		err   string
	}{
		{"wrong", []string{"wrong.go"}, 1, "wrong.go:13:14: use of moved value: s (E0382)\n", ""},
		{"clean", []string{"right.go", "plain.go"}, 0, "", ""},
		{"programs of one folder", []string{"right.go", "wrong.go"}, 1, "wrong.go:13:14: use of moved value: s (E0382)\n", ""},
		{"files of one package", []string{"part1.go", "part2.go"}, 1, "part2.go:5:74: use of moved value: s (E0382)\n", ""},
		{"incorrect Go", []string{"broken.go", "wrong.go"}, 1, "wrong.go:13:14: use of moved value: s (E0382)\n", "undefined: undefined"},
		{"no Go", []string{"syntax.go"}, 0, "", "syntax.go:3:6: expected"},
		{"missing", []string{"missing.go"}, 0, "", "missing.go"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var names []string
			for _, f := range tc.files {
				names = append(names, filepath.Join(dir, f))
			}
			var out strings.Builder
			n, err := own.Vet(names, &out)
			if got := strings.ReplaceAll(out.String(), dir+string(filepath.Separator), ""); got != tc.lines {
				t.Errorf("output %q, want %q", got, tc.lines)
			}
			if n != tc.want {
				t.Errorf("%d findings, want %d", n, tc.want)
			}
			switch {
			case tc.err == "" && err != nil:
				t.Error(err)
			case tc.err != "" && (err == nil || !strings.Contains(err.Error(), tc.err)):
				t.Errorf("error %v, want one with %q", err, tc.err)
			}
		})
	}
}
