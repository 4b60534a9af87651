package notebooks_test

import (
	"errors"
	"strings"
	"testing"

	"gopost/notebooks/ipynb"
)

// mistakes are wrong answers to the exercises, and what the check should say of
// each.
var mistakes = []struct{ what, notebook, answer, verdict string }{
	{"the wrong sentence", "01-the-big-idea", `answer := "a"`, "that is shared memory"},
	{"two balls", "02-what-is-a-channel", `
func slide(top *mpsc.Sender[string]) {
	top.Send("green ball")
	top.Send("green ball")
}`, "another one"},
	{"not waiting", "04-sender-and-receiver", `
func fetch(counter *mpsc.Receiver[string]) string {
	message, _ := counter.TryRecv()
	return message
}`, "nobody had sent anything"},
	{"two messages at once", "04-sender-and-receiver", `
func fetch(counter *mpsc.Receiver[string]) string {
	mpsc.Must(counter.Recv())
	return mpsc.Must(counter.Recv())
}`, "Does it take more than one?"},
	{"no channel", "05-a-simple-story", `
func story(tx *mpsc.Sender[string], rx *mpsc.Receiver[string], note string) string {
	return "Got: " + note
}`, "has no stamp"},
	{"a channel of its own that nobody sends to", "05-a-simple-story", `
func story(_ *mpsc.Sender[string], _ *mpsc.Receiver[string], note string) string {
	_, rx := mpsc.Channel[string]()
	return "Got: " + mpsc.Must(rx.Recv())
}`, "still waiting"},
	{"no goroutines", "06-multiple-producers", `
func greetings(writers []func() string) []string {
	var all []string
	for _, write := range writers {
		all = append(all, write())
	}
	return all
}`, "1 began"},
	{"the original sender is never dropped", "06-multiple-producers",
		strings.Replace(solutions["06-multiple-producers"], "tx.Drop()", "", 1), "Which sender has nobody dropped?"},
	{"recv instead of try_recv", "07-receiving-methods",
		`func peek(box *mpsc.Receiver[string]) string { return mpsc.Must(box.Recv()) }`, "Which method looks without waiting?"},
	{"multiplied", "08-why-message-passing", `
func count(workers, each int, tx *mpsc.Sender[int], rx *mpsc.Receiver[int]) int {
	return workers * each
}`, "0 and 0 messages passed"},
	{"a message for each count", "08-why-message-passing", `
func count(workers, each int, tx *mpsc.Sender[int], rx *mpsc.Receiver[int]) int {
	for range workers {
		mine := tx.Clone()
		go func() {
			defer mine.Drop()
			for range each {
				mine.Send(1)
			}
		}()
	}
	tx.Drop()

	sum := 0
	for n := range rx.Iter() {
		sum += n
	}
	return sum
}`, "10000 and 70 messages passed"},
	{"something else is sent", "09-pro-tips", `
func post(out *mpsc.Sender[[]string], s []string) []string {
	out.Send([]string{"an invoice", "a stamp"})
	return s
}`, "should be on both sides"},
	{"the same list under another name", "09-pro-tips", `
func post(out *mpsc.Sender[[]string], s []string) []string {
	t := s
	out.Send(t)
	return s
}`, "Both sides have the same one"},
	{"the other name is returned", "09-pro-tips", `
func post(out *mpsc.Sender[[]string], s []string) []string {
	t := s
	out.Send(s)
	return t
}`, "Both sides have the same one"},
}

// Mistakes that learners make get an answer that helps, and never hang.
func TestMistakes(t *testing.T) {
	quietly(t)
	for _, m := range mistakes {
		t.Run(m.what, func(t *testing.T) {
			executed, err := execute(t, m.notebook, m.answer)
			if err != nil {
				t.Fatal(err)
			}
			if got := verdict(executed); !strings.HasPrefix(got, "Not yet: ") || !strings.Contains(got, m.verdict) {
				t.Errorf("the check prints %q", got)
			}
		})
	}
}

// Whoever solves the exercise of the pro tips without a clone meets the rule
// that it is about.
func TestMovedParameterIsRefused(t *testing.T) {
	_, err := execute(t, "09-pro-tips", `
func post(out *mpsc.Sender[[]string], s []string) []string {
	out.Send(s)
	return s
}`)
	failed := new(ipynb.CellError)
	if !errors.As(err, &failed) || failed.Err.Name != "OwnershipError" || failed.Err.Value != "use of moved value: `s`" {
		t.Errorf("the cell ends with %v, want an OwnershipError", err)
	}
}
