// Package lab gives learners a JupyterLab that needs nothing of theirs but a
// Python: a virtual environment of our own with pinned packages, the kernel in
// it, and the notebooks.
//
// The environment lies in the user's cache folder, under a name made of the
// hash of its requirements; it is complete when a marker file says so, which
// is written last. So a set-up that was interrupted is found out and started
// over, and starting from a complete one costs two look-ups in the file
// system. A lock keeps two set-ups apart.
//
// JupyterLab reads none of the user's own Jupyter configuration, extensions
// and kernels: what a learner sees is what we tested.
package lab

// minMajor and minMinor are the oldest Python that the requirements run on.
const (
	minMajor = 3
	minMinor = 10
)
