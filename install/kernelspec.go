package install

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// DefaultName is the folder name of the kernelspec, by which notebooks and
// clients ask for the kernel.
const DefaultName = "gopost"

// DefaultDisplayName is what people see in menus.
const DefaultDisplayName = "Go (gopost)"

// Spec is the content of a kernel.json, as Jupyter defines it.
//
// See https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs.
type Spec struct {
	// Argv starts the kernel; Jupyter replaces "{connection_file}".
	Argv []string `json:"argv"`
	// DisplayName is what people see in menus.
	DisplayName string `json:"display_name"`
	// Language is the language of the notebooks' cells.
	Language string `json:"language"`
	// InterruptMode "message" asks for an interrupt_request instead of a signal.
	InterruptMode string `json:"interrupt_mode"`
	// Env is added to the kernel's environment.
	Env map[string]string `json:"env,omitempty"`
	// Metadata tells front ends what the kernel can do.
	Metadata Metadata `json:"metadata"`
}

// Metadata is the part of a kernelspec that Jupyter hands to front ends as is.
type Metadata struct {
	// Debugger says whether the kernel speaks the debug adapter protocol.
	Debugger bool `json:"debugger"`
	// Gopost marks a kernelspec as ours; nil in those of other kernels.
	Gopost *Mark `json:"gopost,omitempty"`
}

// Mark is how Uninstall and Doctor recognise a kernelspec that Install wrote.
type Mark struct {
	// Version is the version of gopost that wrote the kernelspec.
	Version string `json:"version"`
}

//go:embed logo/logo-32x32.png logo/logo-64x64.png logo/logo-svg.svg
var logos embed.FS

// specFile is the file that makes a folder a kernelspec.
const specFile = "kernel.json"

// trustedFlag is what a kernel for trusted use is started with.
const trustedFlag = "--trusted"

// newSpec describes the kernel that the options ask for.
func newSpec(o Options) Spec {
	argv := []string{o.Program, "kernel", "{connection_file}"}
	if o.Trusted {
		argv = slices.Insert(argv, 2, trustedFlag)
	}
	return Spec{
		Argv:          argv,
		DisplayName:   o.DisplayName,
		Language:      "go",
		InterruptMode: "message",
		Env:           o.Env,
		Metadata:      Metadata{Gopost: &Mark{Version: Version()}},
	}
}

// ReadSpec reads the kernelspec in dir. The error wraps fs.ErrNotExist when
// there is none.
func ReadSpec(dir string) (Spec, error) {
	path := filepath.Join(dir, specFile)
	data, err := os.ReadFile(path)
	if err != nil {
		return Spec{}, err
	}
	var s Spec
	if err := json.Unmarshal(data, &s); err != nil {
		return Spec{}, fmt.Errorf("%s is damaged (%w): delete its folder and install again", path, err)
	}
	return s, nil
}

// Ours says whether Install wrote the kernelspec.
func (s Spec) Ours() bool { return s.Metadata.Gopost != nil && len(s.Argv) > 0 }

// Trusted says whether the kernel's cells may start other programs.
func (s Spec) Trusted() bool { return slices.Contains(s.Argv, trustedFlag) }

// write puts the kernelspec and the logos into dir, kernel.json last: until
// then Jupyter does not see the folder, and afterwards it sees all of it.
func (s Spec) write(dir string) error {
	for _, name := range logoNames() {
		data, err := logos.ReadFile("logo/" + name)
		if err != nil {
			return err
		}
		if err := WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(s); err != nil {
		return err
	}
	return WriteFile(filepath.Join(dir, specFile), buf.Bytes(), 0o644)
}

func logoNames() []string {
	return []string{"logo-32x32.png", "logo-64x64.png", "logo-svg.svg"}
}

// WriteFile replaces path in one step, so that nobody ever reads half a file.
func WriteFile(path string, data []byte, mode os.FileMode) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, werr := f.Write(data)
	if err := errors.Join(werr, f.Chmod(mode), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
