package export

import (
	"strings"

	"golang.org/x/mod/module"
)

// moduleName makes a module path of a notebook's file name. std are the
// packages that the go command would find in its place.
func moduleName(notebook string, std []string) string {
	name := strings.TrimSuffix(notebook, ".ipynb")
	name = strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '.' || r == '_' || r == '-':
			return r
		}
		return '-'
	}, name)
	name = strings.Trim(name, "-._")
	for strings.Contains(name, "--") {
		name = strings.ReplaceAll(name, "--", "-")
	}
	if name == "" || module.CheckImportPath(name) != nil {
		return "notebook"
	}
	if reserved(name, std) {
		return name + "-notebook"
	}
	return name
}

// reserved says whether the go command gives a name a meaning of its own.
func reserved(name string, std []string) bool {
	switch name {
	case "all", "cmd", "std", "tool", "work", "internal", "vendor", "main":
		return true
	}
	for _, path := range std {
		if first, _, _ := strings.Cut(path, "/"); first == name {
			return true
		}
	}
	return false
}

// goMod is the module's go.mod.
func goMod(name string, required []module.Version) string {
	text := "module " + name + "\n\ngo 1.26\n"
	if len(required) == 0 {
		return text
	}
	text += "\nrequire (\n"
	for _, m := range required {
		text += "\t" + m.Path + " " + m.Version + "\n"
	}
	return text + ")\n"
}
