// Package display shows more than text: HTML, Markdown, formulas, pictures.
//
// Each of [HTML], [Markdown], [SVG], [LaTeX], [JSON], [PNG] and [Image] makes a
// [Data]. A Data that is a cell's last expression is the cell's result:
//
//	display.Markdown("**three** letters are waiting")
//
// [Show] shows a Data at once, wherever the program is, and returns a [Handle]
// that replaces what was shown, for a picture that grows or a count that runs:
//
//	h := display.Show(display.HTML("<b>0</b> letters"))
//	h.Update(display.HTML("<b>1</b> letter"))
//
// In notebooks the package is there without an import. In an ordinary program
// Show prints the text form.
package display

import "maps"

// Data is one piece of rich output in one or more forms. The front end picks
// the best one it can show.
type Data struct {
	// Forms holds the output by MIME type: text as it is, images in base64,
	// and JSON text for application/json.
	Forms map[string]string
	// Metadata holds a JSON object by MIME type, nil for none.
	Metadata map[string]string
}

// MIME types of the forms that this package makes.
const (
	mimeText     = "text/plain"
	mimeHTML     = "text/html"
	mimeMarkdown = "text/markdown"
	mimeLaTeX    = "text/latex"
	mimeSVG      = "image/svg+xml"
	mimePNG      = "image/png"
	mimeJSON     = "application/json"
)

// String returns the form for terminals and plain exports.
func (d Data) String() string {
	for _, mime := range []string{mimeText, mimeMarkdown, mimeLaTeX, mimeJSON, mimeHTML, mimeSVG} {
		if s, ok := d.Forms[mime]; ok {
			return s
		}
	}
	return ""
}

func data(mime, body, text string) Data {
	return Data{Forms: map[string]string{mime: body, mimeText: text}}
}

// clone keeps what is shown apart from what the caller changes later.
func (d Data) clone() Data {
	return Data{Forms: maps.Clone(d.Forms), Metadata: maps.Clone(d.Metadata)}
}

// HTML returns s as HTML, which the notebook shows as it is: quote what comes
// from elsewhere with html.EscapeString.
func HTML(s string) Data { return data(mimeHTML, s, s) }

// Markdown returns s as Markdown.
func Markdown(s string) Data { return data(mimeMarkdown, s, s) }

// SVG returns s, a whole svg element, as a drawing.
func SVG(s string) Data { return data(mimeSVG, s, "[SVG drawing]") }

// LaTeX returns s as a formula or text in LaTeX, delimiters included:
// `$e^{i\pi} = -1$`.
func LaTeX(s string) Data { return data(mimeLaTeX, s, s) }
