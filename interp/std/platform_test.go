package std_test

import (
	"go/constant"
	"go/token"
	"go/types"
	"os"
	"runtime"
	"testing"

	"gopost/interp/std"
)

// The constants must be those of the platform that runs, not of the one that
// made the tables. The two have the same values where both are Linux, so that
// the test also looks at the origin: only an object of the tables has a
// position.
func TestPlatformConstants(t *testing.T) {
	im := std.NewImporter(token.NewFileSet())
	if _, err := im.Import("net/http"); err != nil { // brings parts of os
		t.Fatal(err)
	}
	for _, c := range []struct {
		path, name string
		typ        types.Type
		want       constant.Value
	}{
		{"runtime", "GOOS", types.Typ[types.String], constant.MakeString(runtime.GOOS)},
		{"runtime", "GOARCH", types.Typ[types.String], constant.MakeString(runtime.GOARCH)},
		{"os", "O_CREATE", types.Typ[types.Int], constant.MakeInt64(int64(os.O_CREATE))},
		{"os", "PathSeparator", types.Typ[types.UntypedRune], constant.MakeInt64(os.PathSeparator)},
		{"path/filepath", "Separator", types.Typ[types.UntypedRune], constant.MakeInt64(os.PathSeparator)},
	} {
		p, err := im.Import(c.path)
		if err != nil {
			t.Fatal(err)
		}
		obj, ok := p.Scope().Lookup(c.name).(*types.Const)
		if !ok || obj.Type() != c.typ || !constant.Compare(obj.Val(), token.EQL, c.want) || obj.Pos().IsValid() {
			t.Errorf("%s.%s is %v, with a position: %t; want %v of type %v, without one",
				c.path, c.name, obj, ok && obj.Pos().IsValid(), c.want, c.typ)
		}
	}
}
