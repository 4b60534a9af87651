// Package doctor examines what is installed of gopost on this machine, and
// says what is broken and how to mend it.
//
// It looks where Jupyter looks. A kernelspec of ours is sound when its program
// is there, is of the doctor's own version, and works: the doctor starts it
// with a connection file as Jupyter does, greets it over its sockets, lets it
// run a cell, and ends it.
package doctor
