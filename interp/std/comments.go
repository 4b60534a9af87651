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
	"slices"
	"strings"
	"sync"

	"gopost/interp/std/internal/comments"
)

// maxComments is how many packages a [Comments] keeps in memory.
const maxComments = 8

// Comments reads doc comments, and keeps those of the packages that were asked
// for last. The zero value is ready; it may be used by several goroutines.
type Comments struct {
	mu     sync.Mutex
	recent []packageComments // the last used last
	goroot func() string     // asks once
}

type packageComments struct {
	path   string
	byName map[string]string
}

// Doc returns the doc comment of a name in the package of an import path, ""
// if there is none: of the package itself for name "", of a function, type,
// constant or variable ("Println"), of a method ("Builder.Len") or of a struct's
// field ("Request.Body"). For the standard library it reads Go's source where
// the machine has it, which takes some tens of milliseconds for a large package
// the first time; where it hasn't, the answer is "", and [Link] says where the
// comment can be read.
func (c *Comments) Doc(path, name string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.IndexFunc(c.recent, func(p packageComments) bool { return p.path == path })
	if i < 0 {
		c.recent = append(c.recent, packageComments{path, c.read(path)})
		if len(c.recent) > maxComments {
			c.recent = slices.Delete(c.recent, 0, 1)
		}
		i = len(c.recent) - 1
	}
	found := c.recent[i]
	c.recent = append(slices.Delete(c.recent, i, i+1), found)
	return found.byName[name]
}

func (c *Comments) read(path string) map[string]string {
	if found, ok := ownComments(path); ok {
		return found
	}
	if c.goroot == nil {
		c.goroot = sync.OnceValue(goroot)
	}
	if root := c.goroot(); root != "" {
		return standardComments(filepath.Join(root, "src", filepath.FromSlash(path)))
	}
	return nil
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

// goroot finds Go's source on this machine, "" where there is none. The go
// command is asked last, for that takes longer than reading a package.
func goroot() string {
	if root := os.Getenv("GOROOT"); hasSource(root) {
		return root
	}
	command, err := exec.LookPath("go")
	if err != nil {
		return ""
	}
	// A Go distribution has the command in its folder bin; packages of an
	// operating system link to it.
	if file, err := filepath.EvalSymlinks(command); err == nil {
		if root := filepath.Dir(filepath.Dir(file)); hasSource(root) {
			return root
		}
	}
	out, err := exec.Command(command, "env", "GOROOT").Output()
	if root := strings.TrimSpace(string(out)); err == nil && hasSource(root) {
		return root
	}
	return ""
}

func hasSource(root string) bool {
	if root == "" {
		return false
	}
	_, err := os.Stat(filepath.Join(root, "src", "fmt", "print.go"))
	return err == nil
}
