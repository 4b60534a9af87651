//go:build unix

package labtest_test

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// startBrowser runs Chromium with a fresh profile until the test ends.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		missing(t, "Chromium")
	}
	allocator, stop := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 1000),
		chromedp.Flag("disable-component-update", true), chromedp.WSURLReadTimeout(quickDeadline))...)
	t.Cleanup(stop)
	browser, end := chromedp.NewContext(allocator)
	t.Cleanup(end)
	if err := chromedp.Do(browser); err != nil {
		t.Fatalf("Chromium does not start: %v", err)
	}
	return browser
}

// page is one notebook in JupyterLab, as a person has it before them.
type page struct {
	t   *testing.T
	ctx context.Context
}

// open shows a notebook in a tab of its own, and waits until its kernel is
// ready.
func open(t *testing.T, browser context.Context, s server, name string) *page {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(browser)
	t.Cleanup(closeTab)
	// The tab lives as long as the context that it is first used with.
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("Chromium opens no tab: %v", err)
	}
	ctx, cancel := context.WithTimeout(ctx, quickDeadline)
	t.Cleanup(cancel)
	p := &page{t, ctx}
	// Each tab has a workspace of its own, or JupyterLab opens in the second
	// what was open in the first.
	workspace := strings.TrimSuffix(name, ".ipynb")
	p.do(chromedp.Navigate(fmt.Sprintf("%s/lab/workspaces/%s/tree/%s?token=%s", s.base, workspace, url.PathEscape(name), s.token)))
	p.until("a notebook with a kernel that is ready",
		`cells().length > 0 && !shown('.jp-Spinner') && all('#jp-main-statusbar .jp-StatusBar-TextItem').some(e => e.textContent === 'Go (gopost) | Idle')`)
	return p
}

// helpers are what the expressions for until and read may use.
const helpers = `
const all = selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility({contentVisibilityAuto: false}));
const shown = selector => all(selector)[0];
const cells = () => [...document.querySelectorAll('.jp-NotebookPanel .jp-CodeCell')];
const prompt = cell => cell.querySelector('.jp-InputPrompt').textContent;
const output = cell => [...cell.querySelectorAll('.jp-OutputArea-output')].map(o => o.textContent).join('');
const sorted = text => text.trim().split('\n').sort().join('|');
`

func script(expression string) string { return "(() => {" + helpers + "return " + expression + "})()" }

// do acts, and ends the test when that is not possible.
func (p *page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.fail("the page does not obey: %v", err)
	}
}

// until waits for a JavaScript expression to be true.
func (p *page) until(what, expression string) {
	p.t.Helper()
	poll := chromedp.Poll[bool](script("!!("+expression+")"), chromedp.WithPollingInterval(50*time.Millisecond), chromedp.WithPollingTimeout(0))
	if _, err := chromedp.Run(p.ctx, poll); err != nil {
		p.fail("this never came: %s: %v", what, err)
	}
}

// read evaluates a JavaScript expression.
func read[T any](p *page, expression string) T {
	p.t.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](script(expression)))
	if err != nil {
		p.fail("%s cannot be read: %v", expression, err)
	}
	return v
}

// click moves the mouse to an element, as soon as there is one, and presses
// its button. The element is given as a JavaScript expression.
func (p *page) click(what, element string) {
	p.t.Helper()
	p.until(what, "!!"+element)
	at := read[[]float64](p, "(r => [r.x + r.width / 2, r.y + r.height / 2])("+element+".getBoundingClientRect())")
	// Menus want to see the mouse coming.
	p.do(chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]), chromedp.MouseClickXY(at[0], at[1]))
}

// menu clicks an item of one of the menu bar's menus.
func (p *page) menu(title, command string) {
	p.t.Helper()
	p.click("the menu "+title, fmt.Sprintf("all('#jp-MainMenu .lm-MenuBar-item').find(e => e.textContent === %q)", title))
	p.click("the menu item "+command, fmt.Sprintf("shown('.lm-Menu-item[data-command=%q]')", command))
}

// runAll runs all cells from the menu, and waits until the last has ended.
func (p *page) runAll() {
	p.t.Helper()
	p.menu("Run", "runmenu:run-all")
	p.ended()
}

// ended waits until every code cell that is not empty has a number.
func (p *page) ended() {
	p.t.Helper()
	p.until("the end of all cells", `cells().every(c => /\d/.test(prompt(c)) || c.querySelector('.cm-content').textContent === '')`)
}

// focus puts the cursor at the end of a code cell.
func (p *page) focus(cell int) {
	p.t.Helper()
	editor := fmt.Sprintf("cells()[%d].querySelector('.cm-content')", cell)
	read[bool](p, fmt.Sprintf("(%s.scrollIntoView({block: 'center'}), %s.focus(), true)", editor, editor))
	p.do(key(kb.End, chromedp.ModifierCtrl))
}

// execute runs a cell, as Ctrl-Enter does, and does not wait for its end.
func (p *page) execute(cell int) {
	p.t.Helper()
	p.focus(cell)
	p.do(key(kb.Enter, chromedp.ModifierCtrl))
}

// key presses a key together with modifiers.
func key(name string, modifiers ...chromedp.Modifier) chromedp.Action[chromedp.Void] {
	return chromedp.KeyEvent(name, chromedp.KeyModifiers(modifiers...))
}

// picture keeps what the page looks like for people to see.
func (p *page) picture(name string) {
	p.t.Helper()
	image, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.fail("no picture can be taken: %v", err)
	}
	if err := os.WriteFile(filepath.Join(p.t.ArtifactDir(), name+".png"), image, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// fail ends the test and shows what a person would see.
func (p *page) fail(format string, args ...any) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(p.ctx), time.Minute)
	defer cancel()
	if text, err := chromedp.Run(ctx, chromedp.Evaluate[string]("document.body.innerText")); err == nil {
		p.t.Logf("the page:\n%s", text)
	}
	if image, err := chromedp.Run(ctx, chromedp.CaptureScreenshot()); err == nil {
		_ = os.WriteFile(filepath.Join(p.t.ArtifactDir(), "failure.png"), image, 0o644)
	}
	p.t.Fatalf(format, args...)
}
