"""Execute every notebook of a folder with nbclient, in place.

    execute.py FOLDER
"""
import pathlib
import sys

import nbformat
from nbclient import NotebookClient

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.ipynb")):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120).execute()
    nbformat.validate(notebook)
    nbformat.write(notebook, path)
