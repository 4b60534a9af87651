package ipynb

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopost/interp"
)

// Output is one output of a code cell: a stream, a display, a result or an
// error, as nbformat defines them. Which fields count depends on Type.
//
// See https://nbformat.readthedocs.io/en/latest/format_description.html#code-cell-outputs.
type Output struct {
	// Type is stream, display_data, execute_result or error.
	Type string
	// Name is stdout or stderr, for a stream.
	Name string
	// Text is what a stream printed.
	Text string
	// Data holds a display's or result's forms by MIME type.
	Data interp.Bundle
	// ErrorName, ErrorValue and Traceback are an error's.
	ErrorName, ErrorValue string
	Traceback             []string

	metadata map[string]string
	count    int
	raw      *object
	// display names an output that a cell may update later.
	display string
}

// UnmarshalJSON reads an output. Fields that Output does not know are kept.
func (o *Output) UnmarshalJSON(data []byte) error {
	raw := newObject()
	if err := json.Unmarshal(data, raw); err != nil {
		return err
	}
	*o = Output{raw: raw}
	var txt text
	var bundle map[string]json.RawMessage
	for key, v := range map[string]any{
		"output_type": &o.Type, "name": &o.Name, "text": &txt, "data": &bundle,
		"ename": &o.ErrorName, "evalue": &o.ErrorValue, "traceback": &o.Traceback,
	} {
		if _, err := raw.get(key, v); err != nil {
			return fmt.Errorf("output: %w", err)
		}
	}
	o.Text = string(txt)
	if bundle != nil {
		o.Data = interp.Bundle{}
	}
	for mime, value := range bundle {
		var t text
		if isJSON(mime) || json.Unmarshal(value, &t) != nil {
			t = text(value)
		}
		o.Data[mime] = string(t)
	}
	return nil
}

// MarshalJSON writes the output: as it came, or from its fields if it is new.
func (o Output) MarshalJSON() ([]byte, error) {
	if o.raw != nil {
		return o.raw.MarshalJSON()
	}
	raw := newObject()
	var errs []error
	set := func(key string, v any) { errs = append(errs, raw.set(key, v)) }
	set("output_type", o.Type)
	switch o.Type {
	case "stream":
		set("name", o.Name)
		set("text", text(o.Text))
	case "error":
		set("ename", o.ErrorName)
		set("evalue", o.ErrorValue)
		set("traceback", append([]string{}, o.Traceback...))
	case "execute_result":
		set("execution_count", o.count)
		fallthrough
	default:
		data, err := bundle(o.Data)
		errs = append(errs, err)
		set("data", data)
		meta, err := rawObject(o.metadata)
		errs = append(errs, err)
		set("metadata", meta)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return raw.MarshalJSON()
}

// bundle encodes data as nbformat stores it: JSON types as JSON, texts as
// lists of lines, all else, such as base64, as one string.
func bundle(data interp.Bundle) (*object, error) {
	o := newObject()
	for _, mime := range slices.Sorted(maps.Keys(data)) {
		var v any = data[mime]
		switch {
		case isJSON(mime):
			// What is not JSON is kept as a text: one bad display must not
			// cost the whole notebook.
			if json.Valid([]byte(data[mime])) {
				v = json.RawMessage(data[mime])
			}
		case strings.HasPrefix(mime, "text/"), mime == "image/svg+xml", mime == "application/javascript":
			v = text(data[mime])
		}
		if err := o.set(mime, v); err != nil {
			return nil, err
		}
	}
	return o, nil
}

func rawObject(fields map[string]string) (*object, error) {
	o := newObject()
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		var v any = fields[key]
		if json.Valid([]byte(fields[key])) {
			v = json.RawMessage(fields[key])
		}
		if err := o.set(key, v); err != nil {
			return nil, err
		}
	}
	return o, nil
}

func isJSON(mime string) bool {
	return mime == "application/json" || strings.HasPrefix(mime, "application/") && strings.HasSuffix(mime, "+json")
}
