package check

import (
	"regexp"
	"strings"
)

// rustism is something that is Rust, and what Go writes for it.
type rustism struct {
	pattern *regexp.Regexp
	hint    string // with $1 for the pattern's groups
}

// rustisms are what learners who come from Rust's book type, the most telling
// first.
func rustisms() []rustism {
	table := []struct{ pattern, hint string }{
		{`let\s*\((?:mut\s+)?(\w+),\s*(?:mut\s+)?(\w+)\)\s*=\s*mpsc::channel`, "in Go: $1, $2 := mpsc.Channel[T](), with the type of the messages for T"},
		{`let\s*\((?:mut\s+)?(\w+),\s*(?:mut\s+)?(\w+)\)\s*=\s*mpsc::sync_channel`, "in Go: $1, $2 := mpsc.SyncChannel[T](bound), with the type of the messages for T"},
		{`thread::spawn`, "in Go: go func() { ... }() starts a goroutine"},
		{`let\s+(?:mut\s+)?(\w+)\b`, "in Go: $1 := value defines a variable"},
		{`let\s*\((?:mut\s+)?(\w+),\s*(?:mut\s+)?(\w+)\)`, "in Go: $1, $2 := values defines variables"},
		{`println!`, "in Go: fmt.Println(a, b), or fmt.Printf(\"%v\\n\", a) with a format"},
		{`\b(format|print|vec|panic)!`, "Go has no macros: see fmt.Sprintf, fmt.Print, []T{...} and panic(...)"},
		{`\bfn\s+(\w+)`, "in Go: func $1() { ... }"},
		{`\buse\s+[\w:]+`, "in Go: import \"path\"; mpsc and the standard packages need none in a cell"},
		{`\bmatch\b.*\{`, "in Go: switch chooses between values, if err != nil between a result and an error"},
		{`\bloop\s*\{`, "in Go: for { ... } loops for ever"},
		{`\bwhile\b`, "in Go: for condition { ... }"},
		{`\bfor\s+(\w+)\s+in\s+(\w+)`, "in Go: for $1 := range $2 { ... }, and for a receiver: range $2.Iter()"},
		{`\bmove\s*\|`, "in Go: func() { ... } captures what it mentions"},
		{`\b(\w+)::(\w+)`, "in Go a dot stands there: $1.$2"},
	}
	list := make([]rustism, len(table))
	for i, t := range table {
		list[i] = rustism{regexp.MustCompile(t.pattern), t.hint}
	}
	return list
}

// rustHint says what Go writes for the Rust in a line, "" if there is none.
func rustHint(line string) string {
	for _, r := range rustisms() {
		if m := r.pattern.FindStringSubmatchIndex(line); m != nil {
			return strings.TrimSpace(string(r.pattern.ExpandString(nil, r.hint, line, m)))
		}
	}
	return ""
}
