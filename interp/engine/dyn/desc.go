package dyn

// Kind says what a described type is made of.
type Kind string

// The kinds. A Plain type is known to compiled code as yaegi keeps it: nothing
// of the learner's is in it. Basic is a named type without parts.
const (
	Plain     Kind = "plain"
	Basic     Kind = "basic"
	Pointer   Kind = "pointer"
	Slice     Kind = "slice"
	Array     Kind = "array"
	Map       Kind = "map"
	Chan      Kind = "chan"
	Func      Kind = "func"
	Interface Kind = "interface"
	Struct    Kind = "struct"
)

// Desc describes a type on its way from package lower to the worker. Types
// refer to each other by number, so that recursive ones can be told.
type Desc struct {
	ID      int
	Kind    Kind
	Name    string // as reflection writes it
	Named   bool   `json:",omitempty"`
	PkgPath string `json:",omitempty"` // where it is declared
	// Wrapped says that yaegi keeps it in the one field of a struct.
	Wrapped bool     `json:",omitempty"`
	Key     int      `json:",omitempty"` // of a map
	Elem    int      `json:",omitempty"`
	Len     int      `json:",omitempty"` // of an array
	Dir     int      `json:",omitempty"` // of a channel, as reflect.ChanDir
	Fields  []Field  `json:",omitempty"`
	Sig     *Sig     `json:",omitempty"` // of a function type
	Wants   []Method `json:",omitempty"` // of an interface
	// Methods are those of pointers to the type.
	Methods []Method `json:",omitempty"`
}

// Sig is the type of a function or method, without a receiver.
type Sig struct {
	In, Out  []int `json:",omitempty"`
	Variadic bool  `json:",omitempty"`
}

// Method is a method of a type, or one that an interface asks for.
type Method struct {
	Name string
	Sig  Sig
	// Value says that it is in the method set of the type itself.
	Value bool `json:",omitempty"`
}

// Field is a field of a struct, by the name that the learner gave it.
type Field struct {
	Name     string
	Type     int
	Tag      string `json:",omitempty"`
	Embedded bool   `json:",omitempty"`
}
