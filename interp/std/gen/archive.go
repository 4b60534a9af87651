package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/tools/go/gcexportdata"
)

// writeTypes writes the archive that package std embeds; its layout is
// described there, in archive.go.
func (lib *library) writeTypes(name string) error {
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	// Loading is a matter of milliseconds at any level; the file is embedded.
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	slices.SortFunc(lib.offered, func(a, b *offer) int { return cmp.Compare(a.pkg.Path(), b.pkg.Path()) })
	for _, o := range lib.offered {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: o.pkg.Path(), Comment: o.pkg.Name(), Method: zip.Deflate})
		if err != nil {
			return err
		}
		if err := gcexportdata.Write(entry, lib.fset, o.pkg); err != nil {
			return fmt.Errorf("encode the types of package %s: %w", o.pkg.Path(), err)
		}
		if o.docs == nil {
			continue
		}
		if entry, err = w.CreateHeader(&zip.FileHeader{Name: "doc/" + o.pkg.Path(), Method: zip.Deflate}); err != nil {
			return err
		}
		if err := json.NewEncoder(entry).Encode(o.docs); err != nil {
			return fmt.Errorf("write the comments of package %s: %w", o.pkg.Path(), err)
		}
	}
	if err := w.SetComment(lib.release); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(name, archive.Bytes(), 0o644)
}
