package std

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"math/bits"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
)

// platformConstants returns those exported constants of a package whose values
// depend on the operating system or the processor. The tables were made on one
// platform, and go/types folds constants into the code that runs: with Linux's
// os.O_CREATE, a cell on a Mac would open files with the wrong flags.
func platformConstants(path string) map[string]any {
	switch path {
	case "runtime":
		return map[string]any{"GOOS": runtime.GOOS, "GOARCH": runtime.GOARCH}
	case "os":
		return map[string]any{
			"O_RDONLY": os.O_RDONLY, "O_WRONLY": os.O_WRONLY, "O_RDWR": os.O_RDWR,
			"O_APPEND": os.O_APPEND, "O_CREATE": os.O_CREATE, "O_EXCL": os.O_EXCL,
			"O_SYNC": os.O_SYNC, "O_TRUNC": os.O_TRUNC,
			"PathSeparator":     untyped{types.UntypedRune, int64(os.PathSeparator)},
			"PathListSeparator": untyped{types.UntypedRune, int64(os.PathListSeparator)},
			"DevNull":           untyped{types.UntypedString, os.DevNull},
		}
	case "path/filepath":
		return map[string]any{
			"Separator":     untyped{types.UntypedRune, int64(filepath.Separator)},
			"ListSeparator": untyped{types.UntypedRune, int64(filepath.ListSeparator)},
		}
	case "math":
		return map[string]any{
			"MaxInt":  untyped{types.UntypedInt, int64(math.MaxInt)},
			"MinInt":  untyped{types.UntypedInt, int64(math.MinInt)},
			"MaxUint": untyped{types.UntypedInt, uint64(math.MaxUint)},
		}
	case "math/bits":
		return map[string]any{"UintSize": untyped{types.UntypedInt, int64(bits.UintSize)}}
	case "strconv":
		return map[string]any{"IntSize": untyped{types.UntypedInt, int64(strconv.IntSize)}}
	}
	return nil
}

// untyped is the value of an untyped constant: an int64, uint64 or string.
type untyped struct {
	kind  types.BasicKind
	value any
}

// seedPlatform puts the constants of this platform into a package before its
// export data is read: the reader keeps the objects that it finds.
func seedPlatform(p *types.Package) {
	for name, v := range platformConstants(p.Path()) {
		p.Scope().Insert(constantObject(p, name, v))
	}
}

func constantObject(p *types.Package, name string, v any) *types.Const {
	kind := types.Invalid
	if u, ok := v.(untyped); ok {
		kind, v = u.kind, u.value
	}
	var value constant.Value
	switch v := v.(type) {
	case string:
		value = constant.MakeString(v)
		if kind == types.Invalid {
			kind = types.String
		}
	case int:
		value, kind = constant.MakeInt64(int64(v)), types.Int
	case int64:
		value = constant.MakeInt64(v)
	case uint64:
		value = constant.MakeUint64(v)
	}
	return types.NewConst(token.NoPos, p, name, types.Typ[kind], value)
}
