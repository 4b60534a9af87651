package ansi_test

import (
	"testing"

	"gopost/interp/internal/ansi"
)

func TestBold(t *testing.T) {
	for in, want := range map[string]string{"error": "\x1b[1merror\x1b[0m", "": ""} {
		if got := ansi.Bold(in); got != want {
			t.Errorf("Bold(%q) = %q, want %q", in, got, want)
		}
	}
}
