package lab

import (
	"os"
	"path/filepath"
	"strconv"
)

// overrides are JupyterLab's settings that differ from its own: no questions
// and no news, for learners come for something else, and nothing at run time
// may need the network.
const overrides = `{
  "@jupyterlab/apputils-extension:notification": {
    "checkForUpdates": false,
    "fetchNews": "false"
  }
}
`

func (e Env) writeSettings() error {
	dir := filepath.Join(e.Dir, "share", "jupyter", "lab", "settings")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "overrides.json"), []byte(overrides), 0o644)
}

// flags are the command line of JupyterLab for notebooks in dir.
func flags(dir string, o Options) []string {
	args := []string{
		"-m", "jupyterlab", "--Application.log_level=ERROR", "--LabApp.log_level=ERROR",
		"--ServerApp.root_dir=" + dir,
		"--ServerApp.open_browser=" + map[bool]string{true: "True", false: "False"}[o.Browser],
		"--LabApp.news_url=None",
		"--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
		"--LabApp.extension_manager=readonly",
		"--KernelSpecManager.allowed_kernelspecs=" + kernelName,
		"--MultiKernelManager.default_kernel_name=" + kernelName,
	}
	if _, err := os.Stat(filepath.Join(dir, firstNotebook)); err == nil {
		args = append(args, "--LabApp.default_url=/lab/tree/"+firstNotebook)
	}
	for _, pattern := range hidden() {
		args = append(args, "--ContentsManager.hide_globs="+pattern)
	}
	if o.Port != 0 {
		args = append(args, "--ServerApp.port="+strconv.Itoa(o.Port), "--ServerApp.port_retries=0")
	}
	if superuser() {
		args = append(args, "--ServerApp.allow_root=True")
	}
	return args
}

// hidden are the files that the file browser leaves out: in a clone the
// notebooks' tests and tools lie beside them.
func hidden() []string {
	return []string{"*~", ".DS_Store", "__pycache__", "embed.go", "*_test.go", "ipynb", "images", "testdata"}
}
