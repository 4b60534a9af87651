// Package install makes the kernel known to Jupyter, takes it away again, and
// says whether what is installed works.
//
// Jupyter finds a kernel by its kernelspec: a folder kernels/NAME in one of its
// data folders, with a file kernel.json that says how to start the kernel, and
// logos. There are three kinds of data folder: the user's own, the one of a
// Python environment (its sys.prefix), and those of the system. A [Place]
// names one of them, [Install] writes a kernelspec there, [Uninstall] removes
// one that Install has written, and [Doctor] looks at all of them.
//
// A kernelspec outlives the command that wrote it, so it must name a program
// that stays where it is. `go run` builds its program in a folder that is
// cleaned up; Install copies such a program into the kernelspec's own folder.
//
// The folder lab sets up a JupyterLab of our own; the folder python finds the
// Python that both need.
//
// See https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs.
package install
