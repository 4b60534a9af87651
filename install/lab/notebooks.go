package lab

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gopost/install"
)

// homeFolder is where learners without a clone get their notebooks, in their
// home folder.
const homeFolder = "gopost-notebooks"

// ledgerName is the file that remembers what the copies were.
const ledgerName = ".gopost-notebooks.json"

// notebooks returns the folder to open: that of the clone that gopost runs in,
// or else the learner's own copies, which are brought up to date.
func notebooks(source fs.FS, p *progress) (string, error) {
	wd, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("the current folder is not known: %w; change to another one", err)
	}
	if dir := filepath.Join(wd, "notebooks"); isClone(wd, dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("the notebooks have no place, your home folder is not known: %w; set HOME", err)
	}
	dir := filepath.Join(home, homeFolder)
	kept, err := CopyNotebooks(source, dir)
	if err != nil {
		return "", fmt.Errorf("the notebooks cannot be copied to %s: %w", dir, err)
	}
	if kept > 0 {
		p.say(fmt.Sprintf("You changed %d of the notebooks in %s: they stay as they are. To get a fresh one, delete yours.", kept, dir))
	}
	return dir, nil
}

// isClone says whether wd is the top folder of gopost's own source.
func isClone(wd, notebooks string) bool {
	mod, err := os.ReadFile(filepath.Join(wd, "go.mod"))
	if err != nil {
		return false
	}
	if words := strings.Fields(string(mod)); len(words) < 2 || words[0] != "module" || words[1] != "gopost" {
		return false
	}
	info, err := os.Stat(notebooks)
	return err == nil && info.IsDir()
}

// CopyNotebooks copies source to dir. A file there that is still as an earlier
// copy left it is replaced; one that somebody changed, or made, stays, and
// counts as kept.
func CopyNotebooks(source fs.FS, dir string) (kept int, err error) {
	ledger := map[string]string{}
	ledgerPath := filepath.Join(dir, ledgerName)
	if data, err := os.ReadFile(ledgerPath); err == nil {
		// With a damaged ledger every file counts as changed, and stays.
		_ = json.Unmarshal(data, &ledger)
	}
	err = fs.WalkDir(source, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(path, 0o755)
		}
		fresh, err := fs.ReadFile(source, name)
		if err != nil {
			return err
		}
		have, err := os.ReadFile(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		case bytes.Equal(have, fresh):
			ledger[name] = digest(fresh)
			return nil
		case ledger[name] != digest(have):
			kept++
			return nil
		}
		ledger[name] = digest(fresh)
		return install.WriteFile(path, fresh, 0o644)
	})
	if err != nil {
		return kept, err
	}
	data, err := json.MarshalIndent(ledger, "", " ")
	if err != nil {
		return kept, err
	}
	return kept, install.WriteFile(ledgerPath, data, 0o644)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
