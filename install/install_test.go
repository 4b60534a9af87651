package install_test

import (
	"bytes"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gopost/install"
)

func TestInstalledSpecReadsBack(t *testing.T) {
	program := fakeProgram(t)
	dir, err := install.Install(t.Context(), install.Options{
		Place: install.Place{Prefix: t.TempDir()}, Program: program, Env: map[string]string{"A": "<b>&"},
	})
	if err != nil {
		t.Fatal(err)
	}
	spec, err := install.ReadSpec(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !spec.Ours() || spec.DisplayName != install.DefaultDisplayName || spec.Env["A"] != "<b>&" {
		t.Errorf("the kernelspec is %+v", spec)
	}
	// The test's program lies in a temporary folder.
	if filepath.Dir(spec.Argv[0]) != dir {
		t.Errorf("the kernelspec names %s", spec.Argv[0])
	}
	if got, err := os.ReadFile(spec.Argv[0]); err != nil || string(got) != "program" {
		t.Errorf("the copy holds %q, %v", got, err)
	}
}

// TestNewerProgramKeepsTheOneBefore checks that an update leaves the program
// from which kernels may still run, and no older ones.
func TestNewerProgramKeepsTheOneBefore(t *testing.T) {
	program, prefix := fakeProgram(t), t.TempDir()
	var argv []string
	for _, content := range []string{"one", "two", "three"} {
		if err := os.WriteFile(program, []byte(content), 0o755); err != nil {
			t.Fatal(err)
		}
		dir, err := install.Install(t.Context(), install.Options{Place: install.Place{Prefix: prefix}, Program: program})
		if err != nil {
			t.Fatal(err)
		}
		spec, err := install.ReadSpec(dir)
		if err != nil {
			t.Fatal(err)
		}
		argv = append(argv, spec.Argv[0])
	}
	for i, want := range []bool{false, true, true} {
		if _, err := os.Stat(argv[i]); (err == nil) != want {
			t.Errorf("copy %d: %v, want it there: %v", i+1, err, want)
		}
	}
}

// TestUninstallLeavesAPrefixAsItWas checks that no empty folders stay, and that
// others' files do.
func TestUninstallLeavesAPrefixAsItWas(t *testing.T) {
	for name, others := range map[string]string{"nothing else": "", "another kernel": "share/jupyter/kernels/other/kernel.json", "other data": "share/doc/readme"} {
		t.Run(name, func(t *testing.T) {
			prefix := t.TempDir()
			place := install.Place{Prefix: prefix}
			if _, err := install.Install(t.Context(), install.Options{Place: place, Program: fakeProgram(t)}); err != nil {
				t.Fatal(err)
			}
			if others != "" {
				file := filepath.Join(prefix, filepath.FromSlash(others))
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, nil, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := install.Uninstall(t.Context(), place, ""); err != nil {
				t.Fatal(err)
			}
			var left []string
			err := filepath.WalkDir(prefix, func(path string, d fs.DirEntry, err error) error {
				if err == nil && path != prefix {
					rel, _ := filepath.Rel(prefix, path)
					left = append(left, filepath.ToSlash(rel))
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, path := range left {
				if path != others && !strings.HasPrefix(others, path+"/") {
					t.Errorf("%s is left", path)
				}
			}
			if others != "" && !slices.Contains(left, others) {
				t.Errorf("%s is gone", others)
			}
		})
	}
}

func fakeProgram(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "gopost")
	if err := os.WriteFile(path, []byte("program"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTemporary(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the paths are those of Unix")
	}
	for path, want := range map[string]bool{
		"/tmp/go-build123/b001/exe/gopost":                   true,
		"/home/ada/.cache/go-build/ab/abcdef-d/gopost":       true,
		filepath.Join(os.TempDir(), "x", "gopost"):           true,
		"/usr/local/bin/gopost":                              false,
		"/home/ada/go/bin/gopost":                            false,
		"/home/ada/src/gopost/gopost":                        false,
		"/tmpfiles/gopost":                                   false,
		filepath.Join(filepath.Dir(os.TempDir()), "gopost"):  false,
		"/home/ada/.local/share/jupyter/kernels/gopost/gopo": false,
	} {
		if got := install.Temporary(path); got != want {
			t.Errorf("Temporary(%s) is %v", path, got)
		}
	}
}

func TestCheckName(t *testing.T) {
	for name, ok := range map[string]bool{"gopost": true, "Go-1.2_x": true, "": false, "a b": false, "a/b": false, "..": false, "é": false} {
		if err := install.CheckName(name); (err == nil) != ok {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// TestLogosAreWhatTheirNamesSay looks at the logos as front ends will.
func TestLogosAreWhatTheirNamesSay(t *testing.T) {
	dir, err := install.Install(t.Context(), install.Options{Place: install.Place{Prefix: t.TempDir()}, Program: fakeProgram(t)})
	if err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]int{"logo-32x32.png": 32, "logo-64x64.png": 64} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if b := picture.Bounds(); b.Dx() != size || b.Dy() != size {
			t.Errorf("%s is %v", name, b)
		}
		if _, _, _, alpha := picture.At(0, 0).RGBA(); alpha != 0 {
			t.Errorf("%s has no transparent corner", name)
		}
		if r, g, b, alpha := picture.At(size/2, size/4).RGBA(); alpha == 0 || b < r || b < g {
			t.Errorf("%s is not blue where the envelope is", name)
		}
	}
	svg, err := os.ReadFile(filepath.Join(dir, "logo-svg.svg"))
	if err != nil || !strings.Contains(string(svg), "<svg ") || strings.Contains(string(svg), "<script") {
		t.Errorf("the drawing is %.80q, %v", svg, err)
	}
}
