//go:build unix

package labtest_test

import (
	"testing"
)

func TestJupyterLab(t *testing.T) {
	s := startLab(t)
	browser := startBrowser(t)
	t.Run("explore", func(t *testing.T) {
		p := open(t, browser, s, "06-multiple-producers.ipynb")
		p.picture("opened")
		p.runAll()
		t.Logf("%q", p.outputs())
		p.picture("run")
	})
}
