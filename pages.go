package main

// The help pages. Each says what the command does, what its flags change, and
// shows the command lines that people come for.

const labHelp = `
Opens JupyterLab on the tutorial, with the kernel "Go (gopost)" ready.

The first time it sets up a private Python environment in your cache folder,
which takes a minute or two and needs Python 3.10 or newer and the network.
After that it starts at once and needs no network. Nothing of a Jupyter that
you may have is used or changed.

In a clone of gopost the notebooks are those in ./notebooks. Elsewhere they are
your own copies in ~/gopost-notebooks; what you change there stays yours.

Ctrl-C ends JupyterLab and all its kernels.

  --no-browser   only print the address
  --port N       listen on this port; without it, a free one is found
  --trusted      let cells start other programs (see "gopost help install")

Examples:

  gopost lab
  gopost lab --no-browser --port 9000
`

const runHelp = `
Executes all code cells of a notebook in order, or a Go file (package main) as
one cell, with neither Jupyter nor Python.

What cells print goes to stdout and stderr, results to stdout, errors to
stderr. The first cell that fails ends the run, unless it is tagged
raises-exception. The exit code is 1 if a cell failed. Cells read and write
files in the current folder.

  -o OUT      write the executed notebook to OUT; it may be FILE itself
  --trusted   let cells start other programs (see "gopost help install")

Examples:

  gopost run hello.ipynb
  gopost run hello.ipynb -o executed.ipynb
  gopost run hello.go
  echo Ada | gopost run asks-for-a-name.ipynb
`

const vetHelp = `
Finds values that are used after they were given away: sent through a channel
of package mpsc, dropped, or captured by a goroutine that works with a channel.
Rust's compiler refuses such programs, and cells of gopost do so too; this
command says the same of ordinary Go files.

A line is printed for each finding. Files of one package that need each other
are given together. They may import the standard library and gopost/mpsc.

The exit code is 1 if something was found or a file is not correct Go.

Examples:

  gopost vet hello.go
  gopost vet *.go
  go vet -vettool=$(which gopost) ./...   whole modules, with all their imports

What it prints, and what helps:

  hello.go:13:14: use of moved value: s (E0382)

  tx.Send(s)                  tx.Send(strings.Clone(s))
  fmt.Println(s)  // wrong    fmt.Println(s)  // right
`

const exportHelp = `
Turns a notebook into a Go module with a copy of package mpsc, which runs with
"go run ." and needs neither gopost nor the network; only modules that the
notebook gets with %get may still have to be fetched. DIR must not exist yet, or
be empty.

Markdown becomes comments, what cells define is declared in main.go, and main
runs the cells in their order: cell3 is In[3]. Where a later cell defines a name
anew, its object gets a name of its own, such as total2. The last expression of a
cell is printed. No cell is executed.

Cells that do not compile, that use what they gave away or that are tagged
raises-exception are kept as comments, and listed. The exit code is 0 all the
same.

Example:

  gopost export notebooks/05-a-simple-story.ipynb story
  cd story
  go run .
`

const installHelp = `
Makes the kernel known to Jupyter: JupyterLab, Notebook, VS Code, nbconvert and
all others that look for kernels where Jupyter does.

Where:

  --user            for your user alone (this is the default)
  --sys-prefix      for the Python environment (venv, conda) that is active now
  --prefix P        under the folder P, in P/share/jupyter

As what:

  --name N          the name that notebooks know it by (gopost)
  --display-name D  the name that menus show (Go (gopost))
  --env K V         set an environment variable for the kernel; may be repeated

For whom:

  --trusted         for people who run their own notebooks on their own machines:
                    cells may use what starts or reaches other programs, os/exec,
                    net/http/cgi, os.StartProcess and os.FindProcess. Without it
                    these are refused, so that a stranger's notebook on a shared
                    server is not handed a shell. Installing again without the
                    flag takes the trust back.

The kernel is this very program, so keep it where it is; if it lies in a
temporary folder, as with "go run", it is copied.

Examples:

  gopost install
  gopost install --sys-prefix
  gopost install --name gopost-dev --display-name "Go (development)" --env GODEBUG madvdontneed=1
  gopost install --trusted --name gopost-trusted --display-name "Go (trusted)"
`

const uninstallHelp = `
Removes a kernel that "gopost install" has installed, and nothing else. Say
where and under which name, as you said it to install.

  --user, --sys-prefix, --prefix P   where (--user is the default)
  --name N                           the name (gopost)

Examples:

  gopost uninstall
  gopost uninstall --sys-prefix
  gopost uninstall --name gopost-dev
`

const doctorHelp = `
Says what is installed where and whether it works: it looks into every folder
in which Jupyter looks for kernels, checks that the program behind each gopost
kernel is there and of this version, says which are for trusted use, starts each
once for real, and looks at Python and at the private environment of "gopost lab".

The exit code is 1 if something is broken.

Example:

  gopost doctor
`

const kernelHelp = `
Is a Jupyter kernel on the connection that the file describes. Jupyter starts
it by itself, with a file that it has just written; you need this command only
when you develop a front end.

  --trusted   let cells start other programs (see "gopost help install")

Example:

  gopost kernel /run/user/1000/jupyter/kernel-1234.json
`
