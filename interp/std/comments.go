package std

import (
	"encoding/json"
	"go/ast"
	"go/build"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"

	"gopost/interp/std/internal/comments"
)

// Doc returns the doc comment of a name in the package of an import path, ""
// if there is none: of the package itself for name "", of a function, type,
// constant or variable ("Println"), of a method ("Builder.Len") or of a struct's
// field ("Request.Body"). For the
// standard library it reads Go's source where the machine has it, in some tens
// of milliseconds for a large package; where it hasn't, the answer is "", and
// [Link] says where the comment can be read.
func Doc(path, name string) string {
	if found, ok := ownComments(path); ok {
		return found[name]
	}
	if root := goroot(); root != "" {
		return standardComments(filepath.Join(root, "src", filepath.FromSlash(path)))[name]
	}
	return ""
}

// Link returns the web page of a name as [Doc] takes it, "" for our own
// packages, whose comments need no page.
func Link(path, name string) string {
	if _, ok := ownComments(path); ok {
		return ""
	}
	link := "https://pkg.go.dev/" + path
	if name != "" {
		link += "#" + name
	}
	return link
}

// ownComments returns the comments of one of our own packages, which the
// generator has stored beside its types.
func ownComments(path string) (map[string]string, bool) {
	archive, err := openArchive()
	if err != nil {
		return nil, false
	}
	for _, f := range archive.File {
		if f.Name != docPrefix+path {
			continue
		}
		data, err := readEntry(f)
		if err != nil {
			return nil, false
		}
		found := map[string]string{}
		return found, json.Unmarshal(data, &found) == nil
	}
	return nil, false
}

// standardComments reads the comments of the package in a folder of Go's
// source. Whatever can't be read has no comments.
func standardComments(dir string) map[string]string {
	bp, err := build.ImportDir(dir, 0)
	if err != nil {
		return nil
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range bp.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil
		}
		files = append(files, f)
	}
	p, err := doc.NewFromFiles(fset, files, bp.ImportPath)
	if err != nil {
		return nil
	}
	return comments.ByName(p)
}

// goroot finds Go's source on this machine, "" where there is none. It asks
// once, for starting the go command takes longer than reading a package.
var goroot = sync.OnceValue(func() string {
	root := os.Getenv("GOROOT")
	if root == "" {
		out, err := exec.Command("go", "env", "GOROOT").Output()
		if err != nil {
			return ""
		}
		root = strings.TrimSpace(string(out))
	}
	if _, err := os.Stat(filepath.Join(root, "src", "fmt")); err != nil {
		return ""
	}
	return root
})
