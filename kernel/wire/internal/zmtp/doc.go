// Package zmtp reads and writes the bytes of ZMTP 3, the protocol that ZeroMQ
// sockets speak (https://rfc.zeromq.org/spec/23/ and, for 3.1,
// https://rfc.zeromq.org/spec/37/).
//
// A connection starts with a greeting of 64 bytes from each side, then each
// side sends one command, READY, whose properties name its socket type and its
// identity. From then on there are frames: a byte of flags, a length of one or
// eight bytes, and the body.
//
//	 flags  length          body
//	+------+---------------+---------------+
//	| 0x01 | 0x05          | h e l l o     |   a frame of a message, more follow
//	| 0x02 | 8 bytes       | ...           |   a long frame, the message's last
//	| 0x04 | 0x07          | 0x04 PING ... |   a command
//	+------+---------------+---------------+
//
// Everything here is written for peers that mean harm, for it runs before any
// signature is checked: a length is compared with its limit before it is
// believed, memory grows with the bytes that arrived and never with the number
// that a header claims, and what cannot become a valid message ends in an
// error at its first wrong byte.
package zmtp
