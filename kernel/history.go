package kernel

import (
	"slices"
	"sync"

	"gopost/kernel/protocol"
)

// History remembers cells. Its methods may be called from several goroutines.
type History interface {
	// Input remembers the text of the cell with the given number.
	Input(number int, source string)
	// Output remembers what that cell evaluated to, as plain text.
	Output(number int, text string)
	// Range gives the cells of a session from number start up to, but not
	// including, stop; 0 as stop is the end. Session 0 is the current one, -1 the
	// one before it, and so on; start and stop may count back from the end.
	Range(session, start, stop int) []protocol.HistoryItem
	// Tail gives the last n cells, the latest last.
	Tail(n int) []protocol.HistoryItem
	// Search gives the last n cells whose whole text matches a glob (*, ?,
	// [sets]), the latest last; n < 0 is all. With unique, only the latest of
	// several with the same text.
	Search(pattern string, n int, unique bool) []protocol.HistoryItem
}

// maxHistory bounds the cells that NewHistory's history keeps.
const maxHistory = 10_000

// NewHistory returns a history that lives in memory: one session, number 1, of
// the latest ten thousand cells.
func NewHistory() History { return &memory{} }

type memory struct {
	mu    sync.Mutex
	cells []protocol.HistoryItem // by ascending Line
}

func (m *memory) Input(number int, source string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.cells) >= maxHistory {
		m.cells = slices.Delete(m.cells, 0, maxHistory/10)
	}
	m.cells = append(m.cells, protocol.HistoryItem{Session: 1, Line: number, Input: source})
}

func (m *memory) Output(number int, text string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := len(m.cells) - 1; i >= 0; i-- {
		if m.cells[i].Line == number {
			m.cells[i].Output = text
			return
		}
	}
}

func (m *memory) Range(session, start, stop int) []protocol.HistoryItem {
	m.mu.Lock()
	defer m.mu.Unlock()
	if session != 0 && session != 1 || len(m.cells) == 0 {
		return nil
	}
	end := m.cells[len(m.cells)-1].Line + 1
	if start < 0 {
		start += end
	}
	if stop < 0 {
		stop += end
	} else if stop == 0 {
		stop = end
	}
	var out []protocol.HistoryItem
	for _, c := range m.cells {
		if c.Line >= start && c.Line < stop {
			out = append(out, c)
		}
	}
	return out
}

func (m *memory) Tail(n int) []protocol.HistoryItem {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.cells[max(0, len(m.cells)-max(0, n)):])
}

func (m *memory) Search(pattern string, n int, unique bool) []protocol.HistoryItem {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []protocol.HistoryItem
	seen := make(map[string]bool)
	for i := len(m.cells) - 1; i >= 0 && (n < 0 || len(out) < n); i-- {
		c := m.cells[i]
		if unique && seen[c.Input] || !glob([]rune(pattern), []rune(c.Input)) {
			continue
		}
		seen[c.Input] = true
		out = append(out, c)
	}
	slices.Reverse(out)
	return out
}

// answerHistory turns a history_request into calls of History.
//
// Source: messaging, "History". Without n, tail gives ten cells, as ipykernel.
func (k *kernel) answerHistory(r *request) answer {
	var q protocol.HistoryRequest
	if err := r.decode(&q); err != nil {
		return r.refuse(err)
	}
	var items []protocol.HistoryItem
	switch q.Access {
	case "range":
		items = k.history.Range(q.Session, q.Start, orElse(q.Stop, 0))
	case "tail":
		items = k.history.Tail(orElse(q.N, 10))
	case "search":
		items = k.history.Search(q.Pattern, orElse(q.N, -1), q.Unique)
	default:
		return r.refuse(errorf("hist_access_type is %q, but it must be range, tail or search", q.Access))
	}
	for i := range items {
		items[i].WithOutput = q.Output
	}
	if items == nil {
		items = []protocol.HistoryItem{}
	}
	return answer{content: protocol.HistoryReply{Reply: protocol.OK(), History: items}}
}

func orElse(p *int, otherwise int) int {
	if p == nil {
		return otherwise
	}
	return *p
}
