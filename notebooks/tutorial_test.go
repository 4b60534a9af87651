package notebooks_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The tutorial that the notebooks follow, where a checkout has it beside itself.
const tutorial = "../../shared/tutorial.txt"

func readTutorial(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(tutorial)
	if err != nil {
		t.Skipf("the tutorial's text is not beside this checkout: %v", err)
	}
	return string(data)
}

// sections are the tutorial's headings in its order, a notebook each. "Next up"
// is its closing line.
var sections = []struct{ notebook, heading, tutorial string }{
	{"01-the-big-idea", "The big idea", "The Big Idea"},
	{"02-what-is-a-channel", "What is a channel?", "What is a Channel?"},
	{"03-the-mpsc-module", "The mpsc module", "The mpsc Module"},
	{"04-sender-and-receiver", "Sender and receiver", "Sender and Receiver"},
	{"05-a-simple-story", "A simple story", "A Simple Story"},
	{"06-multiple-producers", "Multiple producers", "Multiple Producers"},
	{"07-receiving-methods", "Receiving methods", "Receiving Methods"},
	{"08-why-message-passing", "Why message passing?", "Why Message Passing?"},
	{"09-pro-tips", "Pro tips", "Pro Tips"},
	{"10-summary", "Summary", "Summary"},
	{"11-what-comes-next", "What comes next", "Next up"},
}

func TestSections(t *testing.T) {
	want := []string{"00-index"}
	for _, s := range sections {
		want = append(want, s.notebook)
		title := string(read(t, s.notebook).Cells[0].Source)
		_, heading, _ := strings.Cut(strings.SplitN(title, "\n", 2)[0], ". ")
		if !strings.HasPrefix(title, "# ") || heading != s.heading {
			t.Errorf("%s opens with the heading %q, want %q", s.notebook, heading, s.heading)
		}
	}
	if got := names(t); !slices.Equal(got, want) {
		t.Errorf("the notebooks are %q, want %q", got, want)
	}
}

func TestSectionsAreTheTutorials(t *testing.T) {
	rest := readTutorial(t)
	for _, s := range sections {
		at := strings.Index(rest, s.tutorial)
		if at < 0 {
			t.Fatalf("the tutorial has no heading %q after the one before", s.tutorial)
		}
		rest = rest[at:]
	}
}

// headings within a section, where the tutorial has some.
func TestSubsections(t *testing.T) {
	for name, want := range map[string][]string{
		"04-sender-and-receiver": {"The sender: tx", "The receiver: rx", "Quick comparison"},
		"06-multiple-producers":  {"Key points"},
		"07-receiving-methods":   {"recv(): ", "try_recv(): ", "recv_timeout(): "},
		"09-pro-tips": {
			"Tip 1: ownership moves", "Tip 2: clone before spawn",
			"Tip 3: drop the original", "Tip 4: iterator magic",
		},
	} {
		var all strings.Builder
		for _, c := range read(t, name).Cells {
			if c.Type == "markdown" {
				all.WriteString("\n" + string(c.Source))
			}
		}
		rest := all.String()
		for _, heading := range want {
			at := strings.Index(rest, "\n## "+heading)
			if at < 0 {
				t.Errorf("%s: the heading %q is missing or out of order", name, heading)
				break
			}
			rest = rest[at+1:]
		}
	}
}

// The analogies that carry the tutorial carry the notebooks.
func TestAnalogies(t *testing.T) {
	for name, want := range map[string][]string{
		"01-the-big-idea":        {"post office", "mailbox", "passing notes"},
		"02-what-is-a-channel":   {"water slide"},
		"03-the-mpsc-module":     {"mailbox", "mail carrier"},
		"04-sender-and-receiver": {"post office"},
	} {
		var all string
		for _, c := range read(t, name).Cells {
			all += strings.ToLower(string(c.Source)) + "\n"
		}
		all = strings.Join(strings.Fields(all), " ")
		for _, analogy := range want {
			if !strings.Contains(all, analogy) {
				t.Errorf("%s does not mention the %s", name, analogy)
			}
		}
	}
}

// The lines that the tutorial's programs print, where they print them.
func TestPrintedLines(t *testing.T) {
	for name, want := range map[string][]string{
		"05-a-simple-story":     {"Message sent!", "Got: Hi from thread!"},
		"06-multiple-producers": {"Got: From thread 1", "Got: From thread 2"},
		"07-receiving-methods":  {"Nothing yet!", "Timed out!"},
	} {
		var lines []string
		for _, c := range read(t, name).Cells {
			if !c.has("check") {
				lines = append(lines, strings.Split(c.printed(), "\n")...)
			}
		}
		for _, line := range want {
			if !slices.Contains(lines, line) {
				t.Errorf("%s nowhere prints the line %q", name, line)
			}
		}
	}
}

// motto is quoted, with its source, as the tutorial quotes it.
const motto = "> Do not communicate by sharing memory; instead, share memory by communicating."

// The notebooks are written in words of their own: no eight in a row are the
// tutorial's, outside code and tables.
func TestOwnWording(t *testing.T) {
	const run = 8
	theirs := map[string]bool{}
	for _, window := range windows(readTutorial(t), run) {
		theirs[window] = true
	}
	each(t, func(t *testing.T, nb notebook) {
		for _, c := range nb.Cells {
			if c.Type != "markdown" {
				continue
			}
			for _, window := range windows(prose(string(c.Source)), run) {
				if theirs[window] {
					t.Errorf("cell %s copies %q", c.ID, window)
				}
			}
		}
	})
}

var code = regexp.MustCompile("(?s)```.*?```|`[^`]*`")

func prose(markdown string) string {
	markdown = strings.ReplaceAll(markdown, motto, "")
	var kept []string
	for line := range strings.Lines(code.ReplaceAllString(markdown, " ")) {
		if !strings.HasPrefix(line, "|") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

// windows returns every run of n words, in lower case and without punctuation.
func windows(s string, n int) []string {
	words := regexp.MustCompile(`[\p{L}\p{N}]+`).FindAllString(strings.ToLower(strings.ReplaceAll(s, "’", "'")), -1)
	var all []string
	for i := 0; i+n <= len(words); i++ {
		all = append(all, strings.Join(words[i:i+n], " "))
	}
	return all
}
