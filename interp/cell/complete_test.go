package cell_test

import (
	"testing"

	"gopost/interp/cell"
)

func TestComplete(t *testing.T) {
	tests := []struct {
		src, status, indent string
	}{
		{"", "complete", ""},
		{"x := 1", "complete", ""},
		{`fmt.Println("a")`, "complete", ""},
		{"// a comment", "complete", ""},
		{"%help", "complete", ""},
		{"%%trace\nx := 1", "complete", ""},
		{"package main\nfunc main() {}", "complete", ""},
		{"func f() {", "incomplete", "\t"},
		{"if true {", "incomplete", "\t"},
		{"if true {\n\tfor {", "incomplete", "\t\t"},
		{"f(g(", "incomplete", "\t"},
		{"f(func() {", "incomplete", "\t"},
		{"switch x {\ncase 1:", "incomplete", "\t"},
		{"x := []int{1,", "incomplete", "\t"},
		{"x := []int{1", "incomplete", "\t"},
		{"fmt.Println(1,", "incomplete", "\t"},
		{"x :=", "incomplete", "\t"},
		{"a +", "incomplete", "\t"},
		{"a.", "incomplete", "\t"},
		{"x := `raw", "incomplete", ""},
		{"/* comment", "incomplete", ""},
		{"%%trace\nfunc f() {", "incomplete", "\t"},
		{")(", "invalid", ""},
		{"}", "invalid", ""},
		{"x := 1 }\nfunc f() {", "invalid", ""},
		{"x = )\nif true {", "invalid", ""},
		{`"open`, "invalid", ""},
		{"for i := range 3", "invalid", ""},
		{"a b", "invalid", ""},
		{"x\xff", "invalid", ""},
	}
	for _, tt := range tests {
		status, indent := cell.Complete(tt.src)
		if string(status) != tt.status || indent != tt.indent {
			t.Errorf("Complete(%q) = %s, %q; want %s, %q", tt.src, status, indent, tt.status, tt.indent)
		}
	}
}
