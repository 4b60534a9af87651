package own

import "go/types"

// channelPath is the import path of the package whose methods move values.
const channelPath = "gopost/mpsc"

// moves says whether giving a value of type t away takes it from its owner:
// the value is neither copied nor shared.
func moves(t types.Type) bool { return !isCopied(t) && !isShared(t) }

// isCopied says whether values of type t are copied wherever they go, as those
// of Rust's Copy types are.
func isCopied(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if isNamed(t, "time", "Time") {
			return true
		}
		return isCopied(t.Underlying())
	case *types.Basic:
		return t.Info()&types.IsString == 0
	case *types.Array:
		return isCopied(t.Elem())
	case *types.Struct:
		return t.NumFields() == 0
	case *types.Tuple:
		return true
	}
	return false
}

// isShared says whether values of type t are made to be used by several
// goroutines at once, as Rust's Arc is.
func isShared(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if obj := t.Obj(); obj.Pkg() != nil {
			switch obj.Pkg().Path() {
			case "sync", "sync/atomic", "context":
				return true
			}
		}
		return isShared(t.Underlying())
	case *types.Chan:
		return true
	case *types.Pointer:
		return isShared(t.Elem())
	case *types.Struct:
		return holdsLock(t)
	}
	return false
}

// holdsLock says whether a struct has a mutex, in itself or in a struct in it.
func holdsLock(s *types.Struct) bool {
	for f := range s.Fields() {
		if isNamed(f.Type(), "sync", "Mutex") || isNamed(f.Type(), "sync", "RWMutex") {
			return true
		}
		if inner, ok := f.Type().Underlying().(*types.Struct); ok && holdsLock(inner) {
			return true
		}
	}
	return false
}

func isNamed(t types.Type, path, name string) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == path
}

// handleName is the name of the mpsc type that t is or points to: Sender,
// SyncSender or Receiver, and "" for all other types.
func handleName(t types.Type) string {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.Obj().Pkg().Path() != channelPath {
		return ""
	}
	switch name := n.Obj().Name(); name {
	case "Sender", "SyncSender", "Receiver":
		return name
	}
	return ""
}

// holdsHandle says whether an mpsc handle is part of values of type t.
func holdsHandle(t types.Type) bool { return holdsHandleIn(t, nil) }

func holdsHandleIn(t types.Type, seen []types.Type) bool {
	if handleName(t) != "" {
		return true
	}
	for _, s := range seen {
		if s == t {
			return false
		}
	}
	seen = append(seen, t)
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return holdsHandleIn(u.Elem(), seen)
	case *types.Slice:
		return holdsHandleIn(u.Elem(), seen)
	case *types.Array:
		return holdsHandleIn(u.Elem(), seen)
	case *types.Map:
		return holdsHandleIn(u.Key(), seen) || holdsHandleIn(u.Elem(), seen)
	case *types.Struct:
		if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == channelPath {
			return false // SendError and the like hold values
		}
		for f := range u.Fields() {
			if holdsHandleIn(f.Type(), seen) {
				return true
			}
		}
	}
	return false
}
