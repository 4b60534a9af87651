// Package notebooks holds the tutorial: twelve Jupyter notebooks that teach
// message passing, to be read and run in the order of their names.
//
// They follow one Rust tutorial section by section. Each Rust snippet stands in
// the text, and the cell below it does the same in Go with package mpsc.
//
//	00-index                how a notebook works, and a small dictionary
//	01-the-big-idea         letters instead of shared desks
//	02-what-is-a-channel    a tube with two ends
//	03-the-mpsc-module      many producers, a single consumer
//	04-sender-and-receiver  what each end can and can't do
//	05-a-simple-story       a whole program with one helper
//	06-multiple-producers   clones, drops, and a loop that ends
//	07-receiving-methods    Recv, TryRecv, RecvTimeout
//	08-why-message-passing  a data race beside its cure
//	09-pro-tips             the four habits, and what ownership refuses
//	10-summary              everything on one page
//	11-what-comes-next      what there is, and what isn't there yet
//
// # How a notebook is made
//
// The .ipynb files are the source: edit them in JupyterLab and save them with
// their outputs. A cell's metadata tells the tests what to expect of it:
//
//	"tags": ["raises-exception"]    the cell is meant to fail
//	"tags": ["exercise"]            the cell a learner fills in
//	"tags": ["check"]               the cell that looks at the answer: it prints
//	                                "Not yet: ..." or "Well done! ..." and ends by itself.
//	                                It praises only what it has looked at, and says that it
//	                                knows nothing of a cell that was refused
//	"slideshow": {"slide_type": "..."}
//	                                where exports to slides begin a new one: at each
//	                                heading, and below it where there is too much for one
//	"gopost": {"rust": "NAME"}      prints what testdata/rust/NAME.rs prints
//	"gopost": {"compare": "set"}    threads race: the lines count, not their order
//	"gopost": {"compare": "pattern", "pattern": "..."}
//	                                the output matches this regular expression
//
// A cell without "compare" shows the same on every machine, error messages
// included. After a change, execute the notebook and look at what is different:
//
//	go run . run notebooks/NAME.ipynb -o notebooks/NAME.ipynb
//
// A Mermaid diagram has a twin, a picture attached to the same cell, for
// exports that can't draw Mermaid or have no network to load it. The twin's
// class, jp-mod-hidden, is one that JupyterLab's style sheets hide and those of
// nbconvert don't know: so each shows one drawing, not two. The picture is a
// PNG, for JupyterLab refuses attached SVG; it is made from the drawing of the
// same name in the folder images.
package notebooks

import (
	"embed"
	"io/fs"
)

// The files are named one by one: a pattern would also take what a learner's
// JupyterLab puts beside them, an Untitled.ipynb or a 05-a-simple-story-Copy1.ipynb,
// and hand it to everybody.
//
//go:embed 00-index.ipynb 01-the-big-idea.ipynb 02-what-is-a-channel.ipynb
//go:embed 03-the-mpsc-module.ipynb 04-sender-and-receiver.ipynb 05-a-simple-story.ipynb
//go:embed 06-multiple-producers.ipynb 07-receiving-methods.ipynb 08-why-message-passing.ipynb
//go:embed 09-pro-tips.ipynb 10-summary.ipynb 11-what-comes-next.ipynb
var files embed.FS

// Files returns the notebooks as a read-only file system with one flat folder.
// A learner who has the gopost command but no clone of this repository gets
// copies of them.
func Files() fs.FS { return files }
