package ipynb

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
)

// errNoInput says that a cell asked for more lines than there are.
var errNoInput = errors.New("the cell asks for input, and there is none left: pipe it in, as in `echo Ada | gopost run FILE`")

// lines hands out the lines of a reader, one for each call of next.
type lines struct {
	mu sync.Mutex // one question at a time
	r  *bufio.Reader
	// late is the read that a cancelled next left behind.
	late chan line
}

type line struct {
	text string
	err  error
}

func newLines(r io.Reader) *lines { return &lines{r: bufio.NewReader(r)} }

// next waits for a line, and returns it without its end. A read from a
// terminal can't be called off: when ctx ends it, the line that is typed later
// answers the next question.
func (l *lines) next(ctx context.Context) (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.late == nil {
		l.late = make(chan line, 1)
		go func(done chan<- line) {
			s, err := l.r.ReadString('\n')
			done <- line{s, err}
		}(l.late)
	}
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case got := <-l.late:
		l.late = nil
		if got.err != nil && got.text == "" {
			if errors.Is(got.err, io.EOF) {
				return "", errNoInput
			}
			return "", fmt.Errorf("the input cannot be read: %w", got.err)
		}
		return strings.TrimRight(got.text, "\r\n"), nil
	}
}
