package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// errHelp says that the command line asks for help.
var errHelp = errors.New("help wanted")

// usageError is a wrong command line: exit code 2.
type usageError struct {
	command string // "" for gopost itself
	text    string
}

func (e *usageError) Error() string {
	return fmt.Sprintf("%s; `%s` shows how it is used", e.text, strings.TrimSpace("gopost help "+e.command))
}

// pairs is the value of a flag that takes two arguments and may be repeated,
// as in --env NAME VALUE.
type pairs map[string]string

// String is part of flag.Value.
func (p pairs) String() string { return "" }

// Set takes NAME=VALUE.
func (p pairs) Set(s string) error {
	name, value, ok := strings.Cut(s, "=")
	if !ok || name == "" {
		return errors.New("it takes a name and a value")
	}
	p[name] = value
	return nil
}

func newFlags(command string) *flag.FlagSet {
	fs := flag.NewFlagSet(command, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	return fs
}

// parse sets the flags of fs from args, and returns the other arguments. Unlike
// the flag package it accepts flags also after them; "--" ends the flags.
func parse(fs *flag.FlagSet, args []string) (rest []string, err error) {
	wrong := func(format string, a ...any) error {
		return &usageError{command: fs.Name(), text: fmt.Sprintf(format, a...)}
	}
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if arg == "--" {
			return append(rest, args...), nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			rest = append(rest, arg)
			continue
		}
		name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if name == "h" || name == "help" {
			return nil, errHelp
		}
		f := fs.Lookup(name)
		if f == nil {
			return nil, wrong("%s has no flag %s", strings.TrimSpace("gopost "+fs.Name()), arg)
		}
		if !given {
			if value, args, err = operand(f, args); err != nil {
				return nil, wrong("%s %s", arg, err)
			}
		}
		if err := fs.Set(f.Name, value); err != nil {
			return nil, wrong("%q is no value for --%s: %s", value, name, reason(err))
		}
	}
	return rest, nil
}

// operand takes the value of a flag from the arguments after it.
func operand(f *flag.Flag, args []string) (value string, rest []string, err error) {
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
		return "true", args, nil
	}
	if len(args) == 0 {
		return "", nil, errors.New("needs a value after it")
	}
	if _, two := f.Value.(pairs); !two || strings.Contains(args[0], "=") {
		return args[0], args[1:], nil
	}
	if len(args) < 2 {
		return "", nil, errors.New("needs a name and a value after it")
	}
	return args[0] + "=" + args[1], args[2:], nil
}

// reason words the flag package's own errors for people.
func reason(err error) string {
	if strings.Contains(err.Error(), "parse error") {
		return "a whole number is expected"
	}
	return err.Error()
}
