package std

import (
	"archive/zip"
	_ "embed" // for the archive below
	"fmt"
	"io"
	"strings"
)

// typesZip is a zip archive with one entry a package, named by its import
// path: the package's export data. The entry's comment is the package's name,
// and the archive's comment is the Go release the data was made from. The
// entries of our own packages have a second one beside them, under docPrefix.
// Being a string, it stays in the program's file until an entry is read.
//
//go:embed types.zip
var typesZip string

// docPrefix starts the names of the archive's entries that hold the doc
// comments of our own packages, as a JSON object by name.
const docPrefix = "doc/"

// openArchive reads the archive's directory, not its entries.
func openArchive() (*zip.Reader, error) {
	r, err := zip.NewReader(strings.NewReader(typesZip), int64(len(typesZip)))
	if err != nil {
		return nil, fmt.Errorf("the table of standard packages is damaged (%w): run `go generate ./interp/std`", err)
	}
	return r, nil
}

// readEntry decompresses one entry.
func readEntry(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("open the entry %s of the table of standard packages: %w", f.Name, err)
	}
	defer r.Close()
	data := make([]byte, f.UncompressedSize64)
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, fmt.Errorf("read the entry %s of the table of standard packages: %w", f.Name, err)
	}
	return data, nil
}

// Release is the Go release whose standard library the tables describe, in the
// form "go1.26.8". It is empty when the tables are damaged.
func Release() string {
	r, err := openArchive()
	if err != nil {
		return ""
	}
	return r.Comment
}
