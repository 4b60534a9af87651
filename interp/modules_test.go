package interp_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/goproxytest"
)

// TestModules runs the sessions in testdata/modules, in the form of TestSessions.
// The modules that they get are those in testdata/mod, from a proxy of the
// test's own.
func TestModules(t *testing.T) {
	files, err := filepath.Glob("testdata/modules/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no sessions in testdata/modules: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			proxy(t)
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := start(t)
			for i, c := range strings.Split("\n"+string(data), "\n-- cell\n")[1:] {
				src, want, _ := strings.Cut(c, "\n-- out")
				if got := local.ReplaceAllString(s.show(t, i+1, src), "http://proxy"); got != strings.Trim(want, "\n") {
					t.Errorf("In[%d]:\n%s\n\nshows:\n%s\n\nwant:\n%s", i+1, src, got, want)
				}
			}
		})
	}
}

// local is the address of the test's proxy.
var local = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// proxy serves testdata/mod to the go command, in place of the network and of
// the user's own module cache.
func proxy(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("CI=true, but there is no go command")
		}
		t.Skip("there is no go command on this machine, so no module can be got")
	}
	t.Setenv("GOPROXY", goproxytest.NewTestServer(t, "testdata/mod", "").URL)
	t.Setenv("GOSUMDB", "off")
	t.Setenv("GONOPROXY", "none")
	t.Setenv("GOFLAGS", "-modcacherw") // so that the test's folder can be removed
	t.Setenv("GOMODCACHE", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("GOCACHE", t.TempDir())
}
