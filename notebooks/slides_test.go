package notebooks_test

import (
	"slices"
	"strings"
	"testing"
)

// A slide begins at each heading, so that none is in the middle of one; what
// only leads to another notebook is no slide.
func TestSlides(t *testing.T) {
	each(t, func(t *testing.T, nb notebook) {
		for _, c := range nb.Cells {
			got, want := c.Metadata.Slideshow.Type, []string{"", "subslide"}
			switch source := string(c.Source); {
			case c.Type == "markdown" && strings.HasPrefix(source, "#"):
				want = []string{"slide"}
			case strings.HasPrefix(source, "Next: ["):
				want = []string{"skip"}
			}
			if c.Type == "markdown" && strings.Contains(string(c.Source), "\n## ") {
				t.Errorf("cell %s has a heading in its middle", c.ID)
			}
			if !slices.Contains(want, got) {
				t.Errorf("cell %s has the slide type %q, want one of %q", c.ID, got, want)
			}
		}
	})
}
