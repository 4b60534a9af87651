package symbols

import (
	"encoding"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"log"
	"reflect"
)

// MapTypes returns, for functions of a package that take any and look for
// certain interfaces in it, those interfaces: the interpreter then wraps its
// values so that they implement the first that they can. For wrappers of
// interfaces it returns larger wrappers, for values that can do more. The map
// is keyed as yaegi keys it and is nil for most packages.
func MapTypes(path string) map[reflect.Value][]reflect.Type {
	switch path {
	case "fmt":
		return fmtTypes()
	case "log":
		return choose([]any{
			log.Fatal, log.Fatalf, log.Fatalln, log.Panic, log.Panicf, log.Panicln,
			log.Print, log.Printf, log.Println,
		}, reflect.TypeFor[fmt.Formatter](), reflect.TypeFor[fmt.Stringer]())
	case "encoding/json":
		m := choose([]any{json.Marshal, json.MarshalIndent},
			reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]())
		m[reflect.ValueOf(json.Unmarshal)] = []reflect.Type{
			reflect.TypeFor[json.Unmarshaler](), reflect.TypeFor[encoding.TextUnmarshaler]()}
		return m
	case "encoding/xml":
		m := choose([]any{xml.Marshal, xml.MarshalIndent},
			reflect.TypeFor[xml.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]())
		m[reflect.ValueOf(xml.Unmarshal)] = []reflect.Type{
			reflect.TypeFor[xml.Unmarshaler](), reflect.TypeFor[encoding.TextUnmarshaler]()}
		return m
	case "io":
		m := choose([]any{(*_io_Reader)(nil)}, reflect.TypeFor[readerWriterTo]())
		m[reflect.ValueOf((*_io_Writer)(nil))] = []reflect.Type{reflect.TypeFor[writerReaderFrom]()}
		return m
	}
	return nil
}

func fmtTypes() map[reflect.Value][]reflect.Type {
	m := choose([]any{
		fmt.Append, fmt.Appendf, fmt.Appendln, fmt.Errorf,
		fmt.Fprint, fmt.Fprintf, fmt.Fprintln,
		fmt.Print, fmt.Printf, fmt.Println,
		fmt.Sprint, fmt.Sprintf, fmt.Sprintln,
	}, reflect.TypeFor[fmt.Formatter](), reflect.TypeFor[fmt.Stringer]())
	scanner := reflect.TypeFor[fmt.Scanner]()
	for _, f := range []any{
		fmt.Fscan, fmt.Fscanf, fmt.Fscanln, fmt.Scan, fmt.Scanf, fmt.Scanln,
		fmt.Sscan, fmt.Sscanf, fmt.Sscanln,
	} {
		m[reflect.ValueOf(f)] = []reflect.Type{scanner}
	}
	return m
}

// choose maps each of the symbols to the same types.
func choose(symbols []any, types ...reflect.Type) map[reflect.Value][]reflect.Type {
	m := make(map[reflect.Value][]reflect.Type, len(symbols))
	for _, s := range symbols {
		m[reflect.ValueOf(s)] = types
	}
	return m
}

// The wrappers below implement two interfaces at once, where the standard
// library tests a value of one for the other. The interpreter takes the first
// field for the value and fills the rest by name.

// readerWriterTo is an io.Reader that io.Copy asks to write itself.
type readerWriterTo struct {
	IValue   any
	WRead    func([]byte) (int, error)
	WWriteTo func(io.Writer) (int64, error)
}

func (w readerWriterTo) Read(p []byte) (int, error)          { return w.WRead(p) }
func (w readerWriterTo) WriteTo(to io.Writer) (int64, error) { return w.WWriteTo(to) }

// writerReaderFrom is an io.Writer that io.Copy asks to read for itself.
type writerReaderFrom struct {
	IValue    any
	WWrite    func([]byte) (int, error)
	WReadFrom func(io.Reader) (int64, error)
}

func (w writerReaderFrom) Write(p []byte) (int, error)            { return w.WWrite(p) }
func (w writerReaderFrom) ReadFrom(from io.Reader) (int64, error) { return w.WReadFrom(from) }
