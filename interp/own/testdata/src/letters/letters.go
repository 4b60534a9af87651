// Package letters uses values after it gave them away, and rightly.
package letters

import (
	"fmt"
	"strings"

	"gopost/mpsc"
)

var shared = "package level"

func wrong(tx *mpsc.Sender[string]) {
	s := "hello"
	tx.Send(s)
	fmt.Println(s) // want `use of moved value: s \(E0382\)`

	go func() { tx.Send("one") }()
	tx.Send("two") // want `use of moved value: tx \(E0382\)`
}

func right(tx *mpsc.Sender[string]) {
	s := "hello"
	tx.Send(strings.Clone(s))
	fmt.Println(s)

	tx2 := tx.Clone()
	go func() { tx2.Send("one") }()
	tx.Send("two")
}

func global(tx *mpsc.Sender[string]) {
	go func(tx *mpsc.Sender[string]) { tx.Send(strings.Clone(shared)) }(tx.Clone())
	fmt.Println(shared)
	tx.Send(shared)
	fmt.Println(shared) // want `use of moved value: shared \(E0382\)`
}

var post = func(tx *mpsc.Sender[string], s string) string {
	tx.Send(s)
	return s // want `use of moved value: s \(E0382\)`
}
