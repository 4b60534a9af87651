// Package protocol holds the contents of Jupyter's messages as Go types, for
// protocol version 5.5. Raw JSON stops here: the kernel reads requests with
// [Decode], writes replies with [Encode], and in between there are only structs.
//
// A Jupyter message has five parts: a header that names and types it, the
// header of the message it answers (its parent), metadata, content, and raw
// buffers. This package knows headers and contents; how the parts travel and
// are signed is package wire's business.
//
// Every content that a kernel sends implements [Content], so that a message
// can't be sent under another message's name:
//
//	text, err := protocol.Encode(protocol.Stream{Name: "stdout", Text: "hi\n"})
//
// The specification is "Messaging in Jupyter"
// (https://jupyter-client.readthedocs.io/en/stable/messaging.html); enhancement
// proposals (https://jupyter.org/enhancement-proposals) extend it. Each type
// names its section, or its JEP by number.
package protocol
