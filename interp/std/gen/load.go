package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/gcexportdata"

	"gopost/interp/std"
)

// library is the set of packages that the tables are made from.
type library struct {
	fset *token.FileSet
	// imports holds every package that was loaded, also internal ones.
	imports map[string]*types.Package
	// offered are the packages that go into the tables, by import path.
	offered []*offer
	// release is the Go release, such as go1.26.8.
	release string
}

// offer is a package that goes into the tables.
type offer struct {
	pkg *types.Package
	// source is the import path in the program, which for display is not the
	// one that learners write.
	source string
	// docs holds the doc comments of an own package by name, nil for the
	// standard library.
	docs map[string]string
}

// listed is what `go list -json` tells of a package.
type listed struct {
	ImportPath string
	Export     string
}

// loadStandard loads the types of the whole standard library, and offers what
// cells may import.
func loadStandard() (*library, error) {
	lib := &library{
		fset:    token.NewFileSet(),
		imports: map[string]*types.Package{},
		release: runtime.Version(),
	}
	// -trimpath makes positions the same on every machine.
	packages, err := goList("-export", "-trimpath", "-json=ImportPath,Export", "std")
	if err != nil {
		return nil, err
	}
	for _, p := range packages {
		if p.Export == "" || strings.HasPrefix(p.ImportPath, "vendor/") { // unsafe, and folders of tests
			continue
		}
		if err := lib.load(p); err != nil {
			return nil, err
		}
		if isOffered(p.ImportPath) {
			lib.offered = append(lib.offered, &offer{pkg: lib.imports[p.ImportPath], source: p.ImportPath})
		}
	}
	return lib, nil
}

// isOffered says whether cells can import a standard package, if only where
// they are trusted.
func isOffered(path string) bool {
	if slices.Contains(strings.Split(path, "/"), "internal") {
		return false
	}
	_, refused := std.Policy{Trusted: true}.Refused(path)
	return !refused
}

// load reads a package's export data into lib.imports.
func (lib *library) load(p listed) error {
	f, err := os.Open(p.Export)
	if err != nil {
		return fmt.Errorf("open the export data of %s: %w", p.ImportPath, err)
	}
	defer f.Close()
	//lint:ignore SA1019 go list still names archives with Go 1.26 and 1.27
	r, err := gcexportdata.NewReader(f)
	if err != nil {
		return fmt.Errorf("read the export data of %s: %w", p.ImportPath, err)
	}
	if _, err := gcexportdata.Read(r, lib.fset, lib.imports, p.ImportPath); err != nil {
		return fmt.Errorf("decode the export data of %s: %w", p.ImportPath, err)
	}
	return nil
}

// goList runs `go list` with the given arguments, which ask for JSON.
func goList(args ...string) ([]listed, error) {
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start `go list`: %w: install Go and put it on the PATH", err)
	}
	var list []listed
	dec := json.NewDecoder(out)
	for {
		var p listed
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("read the output of `go list`: %w", err), cmd.Wait())
		}
		list = append(list, p)
	}
	if err := cmd.Wait(); err != nil {
		return nil, fmt.Errorf("`go list %s`: %w", strings.Join(args, " "), err)
	}
	return list, nil
}
