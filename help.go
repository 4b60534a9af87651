package main

import (
	"fmt"
	"io"
	"strings"
)

// usage is the help page of a command.
func (c *command) usage() string {
	return "Usage: gopost " + strings.TrimSpace(c.name+" "+c.args) + "\n\n" + strings.TrimSpace(c.long) + "\n"
}

func overview(w io.Writer) {
	fmt.Fprint(w, `gopost is a Jupyter kernel for Go that teaches message passing.

Usage: gopost COMMAND [ARGUMENTS]

`)
	for _, c := range commands() {
		if !c.hidden {
			fmt.Fprintf(w, "  %-10s %s\n", c.name, c.short)
		}
	}
	fmt.Fprint(w, `
Begin with the tutorial:

  gopost lab

`+"`gopost help COMMAND`"+` explains a command, with examples.
`)
}

func help(args []string, s streams) error {
	if len(args) == 0 {
		overview(s.out)
		return nil
	}
	if len(args) > 1 {
		return &usageError{command: "", text: "help explains one command at a time"}
	}
	c := lookup(args[0])
	if c == nil {
		return unknown(args[0])
	}
	fmt.Fprint(s.out, c.usage())
	return nil
}

func lookup(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return c
		}
	}
	return nil
}

// unknown refuses a command, or a flag that stands where a command belongs.
func unknown(name string) error {
	if strings.HasPrefix(name, "-") {
		return &usageError{text: "gopost has no flag " + name}
	}
	var names []string
	for _, c := range commands() {
		if !c.hidden {
			names = append(names, c.name)
		}
	}
	return &usageError{text: fmt.Sprintf("gopost has no command %q, but has %s", name, strings.Join(names, ", "))}
}
