// Package refused is the published list of what Go accepts and cells refuse.
//
// A cell that uses one of these constructs does not run: its error is a sentence
// that names the construct and the way round, before anything has happened.
// Whatever else go/types accepts is to run as `go run` runs it; a refusal that
// fits none of the list is a mistake of gopost.
//
// [List] is what everything about refusals is made from: `%help refused` in a
// cell prints [Text], and the page refused.md beside this file is [Markdown]. A
// test reads the source of the packages that refuse (check, lower, modules, std)
// and holds that each of their refusals belongs to one construct, and that
// none of the constructs is refused no more. So who adds or removes a refusal
// edits the list, and then runs
//
//	go generate ./interp/refused
package refused

//go:generate go test -run=TestPage -update
