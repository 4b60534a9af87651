//go:build unix

package labtest_test

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestJupyterLab does what learners do, and reads what they would read.
func TestJupyterLab(t *testing.T) {
	s := startLab(t)
	copyUnexecuted(t, s.notebooks)
	browser := startBrowser(t)
	for name, test := range map[string]func(*testing.T, *page){
		"story": story, "producers": producers, "ownership": ownership,
	} {
		t.Run(name, func(t *testing.T) {
			notebook := map[string]string{
				"story": "05-a-simple-story", "producers": "06-multiple-producers", "ownership": "09-pro-tips",
			}[name]
			test(t, open(t, browser, s, notebook+".ipynb"))
		})
	}
	for name, c := range map[string]struct {
		cells []string
		test  func(*testing.T, *page)
	}{
		"interrupt": {[]string{"x := 41", "fmt.Println(\"spinning\")\nfor {\n}", "x + 1"}, interrupt},
		"restart":   {[]string{"x := 41", "x + 1"}, restart},
		"complete":  {[]string{"strings.Equal", "strings.T"}, complete},
		"inspect":   {[]string{"strings.EqualFold", "tx, rx := mpsc.Channel[string]()", "rx.Recv"}, inspect},
		"display": {[]string{
			`h := display.Show(display.HTML("<b class=first>first</b>"))`,
			`h.Update(display.HTML("<b class=second>second</b>"))`,
			"type planet struct { Name string; Moons int }\n[]planet{{\"Earth\", 1}, {\"Mars\", 2}}",
			`display.SVG("<svg xmlns='http://www.w3.org/2000/svg' width='30' height='30'><rect width='30' height='30'/></svg>")`,
		}, rich},
		"input": {[]string{"var name string\nfmt.Print(\"Your name? \")\nfmt.Scanln(&name)\nfmt.Println(\"Hello,\", name)"}, ask},
	} {
		t.Run(name, func(t *testing.T) {
			writeNotebook(t, filepath.Join(s.notebooks, name+".ipynb"), c.cells...)
			c.test(t, open(t, browser, s, name+".ipynb"))
		})
	}
}

// story runs the tutorial's simplest program.
func story(_ *testing.T, p *page) {
	p.runAll()
	p.until("both lines", `sorted(output(cells()[0])) === 'Got: Hi from thread!|Message sent!'`)
	p.picture("story")
}

// producers runs the notebook in which threads race, and looks at its diagram:
// JupyterLab draws it, and so hides the picture that is there for exports.
func producers(t *testing.T, p *page) {
	p.runAll()
	p.until("both lines", `sorted(output(cells()[0])) === 'Got: From thread 1|Got: From thread 2'`)
	p.until("the drawn diagram", `document.querySelector('.jp-RenderedMermaid img')?.naturalWidth > 100`)
	if read[bool](p, `document.querySelector('img[alt^="Thread 1 sends"]').checkVisibility()`) {
		t.Error("the page shows the diagram twice")
	}
	p.do(key("b", chromedp.ModifierCtrl))
	p.until("no list of files", `!shown('#filebrowser')`)
	p.until("the cell in the middle", `(c => {
		const middle = r => r.top + r.height / 2;
		const off = middle(c.getBoundingClientRect()) - middle(shown('.jp-WindowedPanel-outer').getBoundingClientRect());
		c.scrollIntoView({block: 'center'});
		return Math.abs(off) < 5;
	})(cells()[0])`)
	p.picture("producers")
}

// ownership runs a notebook whose cells are meant to fail: what comes after
// them runs all the same.
func ownership(_ *testing.T, p *page) {
	p.runAll()
	p.until("the refusals", `cells().filter(c => output(c).includes('error[E0382]: use of moved value')).length >= 2`)
	p.until("the last exercise's answer", `output(cells().at(-1)).startsWith('Not yet: ')`)
	p.picture("ownership")
}

// interrupt stops a cell that spins, in the ways that JupyterLab offers.
func interrupt(t *testing.T, p *page) {
	p.execute(0)
	for name, stop := range map[string]func(){
		"toolbar": func() {
			p.click("the square", `shown('.jp-NotebookPanel-toolbar [data-jp-item-name="interrupt"]')`)
		},
		"keys": func() { p.do(key("i"), key("i")) },
		"menu": func() { p.menu("Kernel", "kernelmenu:interrupt") },
	} {
		t.Run(name, func(t *testing.T) {
			p.execute(1)
			p.until("the cell spins", `prompt(cells()[1]) === '[*]:' && output(cells()[1]) === 'spinning\n'`)
			stop()
			p.until("the cell is interrupted", `output(cells()[1]).includes('Interrupted') && /\d/.test(prompt(cells()[1]))`)
		})
	}
	p.execute(2)
	p.until("the variable of the first cell", `output(cells()[2]) === '42'`)
	p.picture("interrupt")
}

// restart forgets what cells have defined.
func restart(_ *testing.T, p *page) {
	p.runAll()
	p.until("the sum", `output(cells()[1]) === '42'`)
	p.menu("Kernel", "kernelmenu:restart")
	p.click("the question", `shown('.jp-Dialog .jp-mod-accept')`)
	p.until("the question is gone", `!shown('.jp-Dialog')`)
	p.execute(1)
	p.until("the complaint", `output(cells()[1]).includes('In[1]:1:1: undefined: x')`)
	p.picture("restart")
}

// complete presses Tab.
func complete(_ *testing.T, p *page) {
	p.focus(0)
	p.do(key(kb.Tab))
	p.until("a list of one", `all('.jp-Completer-item').map(i => i.textContent).join() === 'fEqualFoldfunction'`)
	p.do(key(kb.Enter))
	p.until("the whole name", `cells()[0].querySelector('.cm-content').textContent === 'strings.EqualFold'`)
	p.focus(1)
	p.do(key(kb.Tab))
	p.until("the list of functions", `['Title', 'ToUpper', 'TrimSpace'].every(n => all('.jp-Completer-item').some(i => i.textContent.includes(n)))`)
	p.picture("complete")
	p.do(key(kb.Escape))
}

// inspect presses Shift-Tab.
func inspect(_ *testing.T, p *page) {
	p.focus(0)
	p.do(key(kb.Tab, chromedp.ModifierShift))
	p.until("the signature", `shown('.jp-Tooltip')?.textContent.includes('func strings.EqualFold(s string, t string) bool')`)
	p.picture("inspect")
	p.do(key(kb.Escape))
	p.execute(1)
	p.until("the end of the cell", `/\d/.test(prompt(cells()[1]))`)
	p.focus(2)
	p.do(key(kb.Tab, chromedp.ModifierShift))
	p.until("the signature of a method", `/Recv\(\) \(string, error\)/.test(shown('.jp-Tooltip')?.textContent)`)
}

// rich shows rich output, and replaces it.
func rich(_ *testing.T, p *page) {
	p.runAll()
	p.until("the replaced output", `output(cells()[0]).trim() === 'second' && shown('b.second') && !shown('b.first')`)
	p.until("the table", `cells()[2].querySelector('table')?.textContent.replace(/\s+/g, ' ').includes('Earth')`)
	p.until("the drawing", `cells()[3].querySelector('.jp-RenderedSVG')`)
	p.picture("display")
}

// ask answers a cell that reads from the keyboard.
func ask(_ *testing.T, p *page) {
	p.execute(0)
	p.until("the question", `shown('.jp-Stdin-input')`)
	p.click("the field for the answer", `shown('.jp-Stdin-input')`)
	p.do(chromedp.KeyEvent("Ada"), key(kb.Enter))
	p.until("the greeting", `output(cells()[0]).endsWith('Hello, Ada\n')`)
}
