package own_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The frames in which the pairs of testdata/rust stand.
const (
	rustFrame = `#![allow(unused)]
use std::sync::mpsc;
use std::thread;
struct Person { name: String, mail: String }
fn show(p: &Person) {}
fn post(tx: &mpsc::Sender<String>, s: String) { tx.send(s).unwrap(); }
fn main() {}
`
	rustCase = `fn case%d(ok: bool, tx: mpsc::Sender<String>, rx: mpsc::Receiver<String>, people: mpsc::Sender<Person>, numbers: mpsc::Sender<i32>, lists: mpsc::Sender<Vec<i32>>) {
`
	goFrame = `type Person struct { name, mail string }
func show(*Person) {}
func post(tx *mpsc.Sender[string], s string) { tx.Send(s) }
`
	goCase = `func program(ok bool, tx *mpsc.Sender[string], rx *mpsc.Receiver[string], people *mpsc.Sender[Person], numbers *mpsc.Sender[int], lists *mpsc.Sender[[]int]) {
`
)

// TestRustAgrees compares the pass with rustc: in testdata/rust the same
// program stands in Rust and in Go, and both are refused on the lines that end
// in // E0382, and on no others.
func TestRustAgrees(t *testing.T) {
	text, err := os.ReadFile("testdata/rust/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	rust := rustFrame
	for i, pair := range strings.Split("\n"+string(text), "\n=== ")[1:] {
		name, both, _ := strings.Cut(pair, "\n")
		inRust, inGo, ok := strings.Cut(both, "\n--- go\n")
		if !ok {
			t.Fatalf("%s has no Go half", name)
		}
		rust += fmt.Sprintf(rustCase, i) + inRust + "\n}\n"
		t.Run(name, func(t *testing.T) {
			n := newNotebook()
			src := goFrame + goCase + inGo + "\n}"
			findings, err := n.run(src)
			if err != nil {
				t.Fatal(err)
			}
			var have []int
			for _, f := range findings {
				have = append(have, f.Pos.Line)
			}
			if want := marked(src); !slices.Equal(have, want) {
				t.Errorf("errors on lines %v, want %v of\n%s", have, want, src)
			}
		})
	}
	t.Run("rustc", func(t *testing.T) {
		if have, want := rustc(t, rust), marked(rust); !slices.Equal(have, want) {
			t.Errorf("rustc reports lines %v, want %v of\n%s", have, want, rust)
		}
	})
}

// marked are the lines that end in the mark.
func marked(src string) []int {
	var list []int
	for i, line := range strings.Split(src, "\n") {
		if strings.HasSuffix(line, "// E0382") {
			list = append(list, i+1)
		}
	}
	return list
}

// rustc compiles a program and returns the lines of its errors, which must all
// be uses after a move.
func rustc(t *testing.T, src string) []int {
	tool, err := exec.LookPath("rustc")
	if err != nil {
		t.Skip("rustc is not installed: install Rust from https://rustup.rs to compare with it")
	}
	file := filepath.Join(t.TempDir(), "pairs.rs")
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), tool, "--edition", "2021", "--error-format=json", "--emit=metadata", "--out-dir", filepath.Dir(file), file)
	var out bytes.Buffer
	cmd.Stderr = &out
	if err := cmd.Run(); err == nil {
		t.Fatal("rustc accepts the pairs")
	}
	var lines []int
	for line := range strings.Lines(out.String()) {
		var d struct {
			Level, Message string
			Code           struct{ Code string }
			Spans          []struct {
				Line    int  `json:"line_start"`
				Primary bool `json:"is_primary"`
			}
		}
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		if d.Level != "error" || len(d.Spans) == 0 {
			continue
		}
		if d.Code.Code != "E0382" {
			t.Errorf("rustc: %s %s", d.Code.Code, d.Message)
		}
		for _, s := range d.Spans {
			if s.Primary {
				lines = append(lines, s.Line)
			}
		}
	}
	slices.Sort(lines)
	return lines
}
