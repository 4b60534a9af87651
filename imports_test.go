package main

import (
	"go/build"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestArrows holds the direction of imports that ARCHITECTURE.md shows.
func TestArrows(t *testing.T) {
	forbidden := map[string][]string{
		"mpsc":      {"gopost/kernel", "gopost/interp", "gopost/notebooks", "gopost/install"},
		"interp":    {"gopost/kernel", "gopost/notebooks", "gopost/install"},
		"kernel":    {"gopost/notebooks", "gopost/install", "gopost/interp/", "gopost/mpsc"},
		"notebooks": {"gopost/kernel", "gopost/install"},
	}
	for room, paths := range forbidden {
		err := filepath.WalkDir(room, func(dir string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() || d.Name() == "testdata" {
				return err
			}
			p, err := build.ImportDir(dir, 0)
			if err != nil {
				return nil //nolint:nilerr // a folder without Go files
			}
			for _, imported := range p.Imports {
				for _, f := range paths {
					if imported == strings.TrimSuffix(f, "/") && !strings.HasSuffix(f, "/") || strings.HasPrefix(imported, strings.TrimSuffix(f, "/")+"/") {
						t.Errorf("%s imports %s, against the direction of the arrows in ARCHITECTURE.md", dir, imported)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
