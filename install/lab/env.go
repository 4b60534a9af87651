package lab

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

//go:embed requirements.txt
var requirements string

// marker is the file whose presence says that an environment is complete.
const marker = "gopost-complete"

// Env is the private environment, which may not exist yet.
type Env struct {
	// Dir is its folder.
	Dir string
}

// Locate returns the environment for the requirements of this build.
func Locate() (Env, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return Env{}, fmt.Errorf("there is no cache folder for the private environment: %w; set HOME or XDG_CACHE_HOME", err)
	}
	sum := sha256.Sum256([]byte(requirements))
	const shortHash = 6
	return Env{Dir: filepath.Join(cache, "gopost", "lab-"+hex.EncodeToString(sum[:shortHash]))}, nil
}

// Ready says whether the environment is complete, and its Python still there:
// the one it was made from may have been uninstalled.
func (e Env) Ready() bool {
	if _, err := os.Stat(filepath.Join(e.Dir, marker)); err != nil {
		return false
	}
	_, err := os.Stat(e.Python())
	return err == nil
}

// Begun says whether there is anything of the environment, complete or not.
func (e Env) Begun() bool {
	_, err := os.Stat(e.Dir)
	return err == nil
}

// Python is the environment's Python.
func (e Env) Python() string {
	if runtime.GOOS == "windows" {
		return filepath.Join(e.Dir, "Scripts", "python.exe")
	}
	return filepath.Join(e.Dir, "bin", "python")
}
