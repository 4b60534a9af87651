// Package labtest tests gopost as learners meet it: through the programs that
// people use, each the real one, with nothing of gopost replaced.
//
//	JupyterLab           `gopost lab`, driven in headless Chromium
//	jupyter nbconvert    executes and exports every notebook
//	nbclient             executes every notebook
//	jupyter_client       what all of them are built on
//	jupyter_kernel_test  Jupyter's own test suite for kernels
//
// There is nothing here to import. JupyterLab, nbconvert and nbclient come from
// the private environment that `gopost lab` makes in the user's cache folder,
// the other two from an environment beside it; so only the first run on a
// machine downloads anything. Where Python or Chromium is missing the tests are
// skipped and say why; with CI=true they fail.
//
// To look at the pages that a test has seen, keep its screenshots:
//
//	go test ./install/labtest -run JupyterLab -artifacts -outputdir /tmp
//
// README.md's screenshot is the one named producers.png.
package labtest
