// Package kerneltest is a front end for tests of kernels: it speaks to a real
// kernel over real sockets, and its verbs read as a script.
//
//	f := kerneltest.Serve(t, start, kernel.Options{})  // a kernel in this process
//	c := f.Execute(`fmt.Println("hi"); 1 + 1`)
//	c.ExpectBusy()
//	c.ExpectInput(1)
//	c.ExpectStream("stdout", "hi\n")
//	c.ExpectResult("2")
//	c.ExpectOK()
//	c.ExpectIdle()
//
// [Serve] runs a kernel and connects to it; [Connect] goes to one that runs
// already, such as a process with a connection file. A [Request] sees what
// belongs to it, in order, and what belongs to others never disturbs it.
//
// What does not come fails the test after a minute: expectations are no place
// for measuring time. The ZeroMQ side is go-zeromq/zmq4's own, so that the
// kernel's is tested against another implementation.
package kerneltest
