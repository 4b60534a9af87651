package protocol

import "unicode/utf8"

// ByteOffset turns a cursor position, counted in code points as Jupyter does
// since 5.2, into a byte offset into text. nil is the end; positions outside
// the text are moved to its nearest end.
func ByteOffset(text string, cursor *int) int {
	if cursor == nil {
		return len(text)
	}
	left := *cursor
	for i := range text {
		if left <= 0 {
			return i
		}
		left--
	}
	return len(text)
}

// CodePoints turns a byte offset into text into a cursor position. An offset
// outside the text is moved to its nearest end.
func CodePoints(text string, offset int) int {
	return utf8.RuneCountInString(text[:min(max(offset, 0), len(text))])
}
