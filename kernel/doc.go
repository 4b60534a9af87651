// Package kernel is a Jupyter kernel without a language: messages in, messages
// out. It drives an [interp.Interpreter] and gives it the [interp.Sink] through
// which cells print, draw and ask.
//
// A front end talks to a kernel over five sockets, and each has a file here:
//
//	shell      cells and questions about code, one after the other   shell.go
//	control    interrupt and shutdown, heard while a cell runs       control.go
//	iopub      everything that all front ends see                    iopub.go
//	stdin      the kernel asks, the front end answers                stdin.go
//	heartbeat  what comes is sent back                               serve.go
//
// Whatever arrives on shell or control takes the one way through handle.go:
// the kernel says busy, does the work, replies, and says idle, in this order
// and whatever happens. That frame is what front ends build on: a cell is done
// when its idle has come.
//
// [Run] is a kernel process: it reads the connection file that Jupyter wrote,
// listens, and lives until it is told to end or its parent has gone. [Serve]
// is the same without the process around it, for tests.
//
// The specification is "Messaging in Jupyter"
// (https://jupyter-client.readthedocs.io/en/stable/messaging.html), of which
// each handler names its section; where it is silent, ipykernel's behaviour is
// what front ends expect, and comments say so.
package kernel
