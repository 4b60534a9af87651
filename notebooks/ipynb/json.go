package ipynb

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// object is a JSON object that remembers the order of its keys, and the text
// of the values nobody touched.
type object struct {
	keys   []string
	values map[string]json.RawMessage
}

// newObject builds an object from keys and values in turn.
func newObject() *object { return &object{values: map[string]json.RawMessage{}} }

// UnmarshalJSON reads an object. Of a key that comes twice the last value
// counts, as in Python.
func (o *object) UnmarshalJSON(data []byte) error {
	o.keys, o.values = nil, map[string]json.RawMessage{}
	dec := json.NewDecoder(bytes.NewReader(data))
	open, err := dec.Token()
	if err != nil {
		return err
	}
	if open != json.Delim('{') {
		return fmt.Errorf("expected an object, found %s", abbreviate(data))
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return err
		}
		name, ok := key.(string)
		if !ok {
			return errors.New("an object has a key that is no text")
		}
		if _, twice := o.values[name]; !twice {
			o.keys = append(o.keys, name)
		}
		o.values[name] = value
	}
	_, err = dec.Token()
	return err
}

// MarshalJSON writes the object in its order.
func (o *object) MarshalJSON() ([]byte, error) {
	var buf bytes.Buffer
	buf.WriteByte('{')
	for i, key := range o.keys {
		if i > 0 {
			buf.WriteByte(',')
		}
		name, err := encode(key)
		if err != nil {
			return nil, err
		}
		buf.Write(name)
		buf.WriteByte(':')
		buf.Write(o.values[key])
	}
	buf.WriteByte('}')
	return buf.Bytes(), nil
}

// get decodes the value of a key into v, and says whether the key is there.
func (o *object) get(key string, v any) (bool, error) {
	raw, ok := o.values[key]
	if !ok {
		return false, nil
	}
	if err := json.Unmarshal(raw, v); err != nil {
		return true, fmt.Errorf("%q: %w", key, err)
	}
	return true, nil
}

// set encodes v as the value of a key. A new key goes where the alphabet wants
// it, for that is how nbformat sorts what it writes.
func (o *object) set(key string, v any) error {
	raw, err := encode(v)
	if err != nil {
		return err
	}
	if _, ok := o.values[key]; !ok {
		at := len(o.keys)
		if i := slices.IndexFunc(o.keys, func(k string) bool { return k > key }); i >= 0 && slices.IsSorted(o.keys) {
			at = i
		}
		o.keys = slices.Insert(o.keys, at, key)
	}
	o.values[key] = raw
	return nil
}

// encode is json.Marshal that leaves <, > and & as they are, like Python.
func encode(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(buf.Bytes(), "\n"), nil
}

// text is a text that notebooks store as one string or as a list of lines.
type text string

// UnmarshalJSON accepts both forms.
func (t *text) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil {
		*t = text(s)
		return nil
	}
	var lines []string
	if json.Unmarshal(data, &lines) == nil {
		*t = text(strings.Join(lines, ""))
		return nil
	}
	return fmt.Errorf("expected a text or a list of lines, found %s", abbreviate(data))
}

// MarshalJSON writes the list of lines, which keeps version control's
// differences small.
func (t text) MarshalJSON() ([]byte, error) {
	lines := strings.SplitAfter(string(t), "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return encode(lines)
}

// indented writes JSON as nbformat does: one blank a level, a final newline.
func indented(w io.Writer, raw []byte) error {
	var buf bytes.Buffer
	if err := json.Indent(&buf, raw, "", " "); err != nil {
		return err
	}
	buf.WriteByte('\n')
	_, err := w.Write(buf.Bytes())
	return err
}

// abbreviate shortens a JSON text for an error.
func abbreviate(data []byte) string {
	const most = 40
	s := strings.Join(strings.Fields(string(data)), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}
