//go:build !unix

package engine

import "os/exec"

// separate does nothing: the worker ends with its standard input.
func separate(*exec.Cmd) {}

// end kills cmd.
func end(cmd *exec.Cmd) { _ = cmd.Process.Kill() }

// signalOf returns "": there are no signals here.
func signalOf(*exec.Cmd) string { return "" }
