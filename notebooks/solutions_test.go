package notebooks_test

import (
	"slices"
	"testing"
)

// solutions are model answers to the exercises: what a learner could write in
// the cell that is tagged so.
var solutions = map[string]string{
	"00-index": `name := "Ada"`,

	"01-the-big-idea": `answer := "b"`,

	"02-what-is-a-channel": `
func slide(top *mpsc.Sender[string]) {
	top.Send("green ball")
}`,

	"03-the-mpsc-module": `
senders := 40
receivers := 1`,

	"04-sender-and-receiver": `
func fetch(counter *mpsc.Receiver[string]) string {
	return mpsc.Must(counter.Recv())
}`,

	"05-a-simple-story": `
func story(tx *mpsc.Sender[string], rx *mpsc.Receiver[string], note string) string {
	go func() {
		defer tx.Drop()
		tx.Send(note)
	}()
	return "Got: " + mpsc.Must(rx.Recv())
}`,

	"06-multiple-producers": `
func greetings(writers []func() string) []string {
	tx, rx := mpsc.Channel[string]()
	for _, write := range writers {
		mine := tx.Clone()
		go func() {
			defer mine.Drop()
			mine.Send(write())
		}()
	}
	tx.Drop()

	var all []string
	for greeting := range rx.Iter() {
		all = append(all, greeting)
	}
	return all
}`,

	"07-receiving-methods": `
func peek(box *mpsc.Receiver[string]) string {
	if msg, err := box.TryRecv(); err == nil {
		return msg
	}
	return "Nothing yet!"
}`,

	"08-why-message-passing": `
func count(workers, each int, tx *mpsc.Sender[int], rx *mpsc.Receiver[int]) int {
	for range workers {
		mine := tx.Clone()
		go func() {
			defer mine.Drop()
			own := 0
			for range each {
				own++
			}
			mine.Send(own)
		}()
	}
	tx.Drop()

	sum := 0
	for n := range rx.Iter() {
		sum += n
	}
	return sum
}`,

	"09-pro-tips": `
import "slices"

func post(out *mpsc.Sender[[]string], s []string) []string {
	out.Send(slices.Clone(s))
	return s
}`,

	"10-summary": `
answers := map[string]string{
	"Channel":  "b",
	"mpsc":     "d",
	"Sender":   "e",
	"Receiver": "c",
	"Clone":    "a",
}`,

	"11-what-comes-next": `
func sortSacks(sacks [][]string) map[string]int {
	tx, rx := mpsc.Channel[string]()
	for _, sack := range sacks {
		mine := tx.Clone()
		go func() {
			defer mine.Drop()
			for _, town := range sack {
				mine.Send(town)
			}
		}()
	}
	tx.Drop()

	letters := map[string]int{}
	for town := range rx.Iter() {
		letters[town]++
	}
	return letters
}`,
}

func TestEveryExerciseHasASolution(t *testing.T) {
	all := names(t)
	for name := range solutions {
		if !slices.Contains(all, name) {
			t.Errorf("there is a solution for %s, but no such notebook", name)
		}
	}
	for _, name := range all {
		if solutions[name] == "" {
			t.Errorf("%s has an exercise without a solution", name)
		}
	}
}
