package display_test

import (
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"gopost/interp/display"
)

func TestForms(t *testing.T) {
	tests := []struct {
		data             display.Data
		mime, want, text string
	}{
		{display.HTML("<b>x</b>"), "text/html", "<b>x</b>", "<b>x</b>"},
		{display.Markdown("**x**"), "text/markdown", "**x**", "**x**"},
		{display.SVG("<svg/>"), "image/svg+xml", "<svg/>", "[SVG drawing]"},
		{display.LaTeX("$x^2$"), "text/latex", "$x^2$", "$x^2$"},
		{display.JSON([]int{1, 2}), "application/json", "[1,2]", "[1,2]"},
		{display.PNG([]byte("no picture")), "image/png", base64.StdEncoding.EncodeToString([]byte("no picture")), "[PNG picture, 10 bytes]"},
	}
	for _, test := range tests {
		if got := test.data.Forms[test.mime]; got != test.want {
			t.Errorf("the form %s is %q, want %q", test.mime, got, test.want)
		}
		if got := test.data.String(); got != test.text {
			t.Errorf("as text %s is %q, want %q", test.mime, got, test.text)
		}
	}
}

func TestImage(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 4, 3))
	m.Set(2, 1, color.RGBA{200, 10, 20, 255})
	d := display.Image(m)
	if got := d.String(); got != "[picture, 4 x 3 pixels]" {
		t.Errorf("as text it is %q", got)
	}
	back, err := png.Decode(base64.NewDecoder(base64.StdEncoding, strings.NewReader(d.Forms["image/png"])))
	if err != nil {
		t.Fatal(err)
	}
	if back.Bounds() != m.Bounds() || color.RGBAModel.Convert(back.At(2, 1)) != m.At(2, 1) {
		t.Errorf("the picture came back as %v with %v", back.Bounds(), back.At(2, 1))
	}
}

// What cannot be shown says why, and does not panic.
func TestImpossible(t *testing.T) {
	for _, d := range []display.Data{
		display.JSON(make(chan int)),
		display.Image(nil),
		display.Image(image.NewRGBA(image.Rect(0, 0, 0, 0))),
	} {
		if len(d.Forms) != 1 || !strings.HasPrefix(d.String(), "display.") || !strings.HasSuffix(d.String(), ".") {
			t.Errorf("it shows as %v", d.Forms)
		}
	}
}

type output struct{ log []string }

func (o *output) Display(d display.Data, id string, update bool) {
	o.log = append(o.log, fmt.Sprint(d, " ", len(id) > 0, " ", update))
}
func (o *output) Clear(wait bool) { o.log = append(o.log, fmt.Sprint("clear ", wait)) }

func TestShow(t *testing.T) {
	o := &output{}
	s := display.To(o)
	h := s.Show(display.HTML("1"))
	h.Update(display.HTML("2"))
	s.Clear(true)
	if got, want := strings.Join(o.log, ", "), "1 true false, 2 true true, clear true"; got != want {
		t.Errorf("shown is %s, want %s", got, want)
	}
}

// What is on show does not change with the Data it was made of.
func TestShowCopies(t *testing.T) {
	var shown display.Data
	d := display.HTML("1")
	display.To(keep{&shown}).Show(d)
	d.Forms["text/html"] = "2"
	if got := shown.Forms["text/html"]; got != "1" {
		t.Errorf("shown is %q", got)
	}
}

type keep struct{ d *display.Data }

func (k keep) Display(d display.Data, _ string, _ bool) { *k.d = d }
func (keep) Clear(bool)                                 {}

func ExampleShow() {
	h := display.Show(display.Markdown("**one** letter"))
	h.Update(display.Markdown("**two** letters"))
	// Output:
	// **one** letter
	// **two** letters
}
