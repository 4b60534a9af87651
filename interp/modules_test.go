package interp_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/goproxytest"

	"gopost/interp"
	"gopost/interp/refused"
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

// TestModulesAssist asks for help with names of a module: before an import by
// the package's name, and with the comments of its source.
func TestModulesAssist(t *testing.T) {
	proxy(t)
	s := start(t)
	s.run(t, 1, "%get example.com/shapes@v1.0.0 example.com/other/errors")
	for _, c := range []struct{ text, match, kind, signature string }{
		{"shap", "shapes", "package", "package shapes // example.com/shapes"},
		{"shapes.New", "NewRect", "function", "func shapes.NewRect(w float64, h float64) (*shapes.Rect, error)"},
		{"r, _ := shapes.NewRect(1, 2)\nr.Gr", "Grow", "method", "func (r *shapes.Rect) Grow(by float64)"},
		{"errors.I", "Is", "function", "func errors.Is(err error, target error) bool"},
	} {
		found := false
		for _, m := range s.Complete(c.text, len(c.text)).Matches {
			found = found || m.Text == c.match && m.Kind == c.kind && m.Signature == c.signature
		}
		if !found {
			t.Errorf("%q is not completed by the %s %s: %+v", c.text, c.kind, c.signature, s.Complete(c.text, len(c.text)).Matches)
		}
	}
	for _, c := range []struct{ text, want string }{
		{"shapes.Must", "Must panics on an error."},
		{"shapes.Rect", "W float64"},
		{"shapes.ErrFlat", "ErrFlat is what flat shapes fail with."},
		{"r, _ := shapes.NewRect(1, 2)\nr.Grow", "Grow makes it larger."},
		{"shapes", "Package shapes draws nothing"},
	} {
		if got := s.Inspect(c.text, len(c.text)-1, 0).Data["text/plain"]; !strings.Contains(got, c.want) {
			t.Errorf("%q is described as\n%s\nwithout %q", c.text, got, c.want)
		}
	}
	if got := s.show(t, 2, "shapes.Must(shapes.NewRect(2, 2)).Area()"); got != "stderr: added: import \"example.com/shapes\"\n= 4" {
		t.Errorf("a module's package that is used without an import: %s", got)
	}
	if got := s.show(t, 3, "import \"example.com/other/errors\"\nerrors.Own"); got != "= true" {
		t.Errorf("a module's package with a name of the standard library's: %s", got)
	}
}

// TestGetInterrupted interrupts a %get that waits for a proxy that does not
// answer.
func TestGetInterrupted(t *testing.T) {
	proxy(t)
	asked := make(chan struct{}, 1)
	silent := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		select {
		case asked <- struct{}{}:
		default:
		}
		<-r.Context().Done()
	}))
	t.Cleanup(silent.Close)
	t.Setenv("GOPROXY", silent.URL)
	s := start(t)
	s.run(t, 1, "kept := 42")
	ended := make(chan interp.Result)
	go func() { ended <- s.run(t, 2, "%get example.com/shapes") }()
	<-asked
	if c := s.Complete("kep", 3); len(c.Matches) != 1 {
		t.Errorf("while %%get waits, kep is completed by %+v, want kept", c.Matches)
	}
	s.Interrupt()
	if r := <-ended; r.Err == nil || r.Err.Name != "Interrupted" {
		t.Errorf("an interrupted %%get ends with %+v", r.Err)
	}
	if got := s.show(t, 3, "kept"); got != "= 42" {
		t.Errorf("after it, kept is %q", got)
	}
}

// TestRefusedExamples runs the examples of the published list: a session each,
// whose last cell is refused before it runs.
func TestRefusedExamples(t *testing.T) {
	proxy(t)
	for _, c := range refused.List() {
		s := start(t)
		cells := strings.Split(c.Example, "\n---\n")
		for i, src := range cells {
			r := s.run(t, i+1, src)
			switch last := i == len(cells)-1; {
			case !last && r.Err != nil:
				t.Errorf("%s: a cell before the refused one fails: %v", c.Name, r.Err)
			case last && r.Err == nil:
				t.Errorf("%s: the example runs; if that is right, take the construct from interp/refused/list.go:\n%s", c.Name, c.Example)
			case last && r.Err.Name != "CompileError" && r.Err.Name != "Unsupported":
				t.Errorf("%s: the example is not refused, but ends with %v", c.Name, r.Err)
			case last && strings.Contains(r.Err.Value, "undefined"):
				t.Errorf("%s: the example is wrong for another reason: %v", c.Name, r.Err)
			}
		}
	}
	if got := start(t).show(t, 1, "%help refused"); got+"\n" != refused.Text() {
		t.Errorf("%%help refused shows\n%s", got)
	}
}

// TestRestartForgetsModules restarts a session that has got a module.
func TestRestartForgetsModules(t *testing.T) {
	proxy(t)
	s := start(t)
	s.run(t, 1, "%get example.com/shapes@v1.0.0\nimport \"example.com/shapes\"")
	if err := s.Restart(); err != nil {
		t.Fatal(err)
	}
	if got := s.show(t, 1, "import \"example.com/shapes\""); !strings.Contains(got, "%get example.com/shapes") {
		t.Errorf("after a restart, the import of a module that was got before it shows:\n%s", got)
	}
	if got := s.show(t, 2, "%get example.com/shapes@v1.1.0\nimport \"example.com/shapes\"\nshapes.Version"); !strings.HasSuffix(got, "= v1.1.0") {
		t.Errorf("after a restart, another version shows:\n%s", got)
	}
}
