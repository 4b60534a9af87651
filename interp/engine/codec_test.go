package engine

import (
	"bufio"
	"bytes"
	"reflect"
	"testing"
)

// What goes over the wire comes out as it went in.
func TestCodec(t *testing.T) {
	unit := Unit{Cell: "c\x00é", Number: -3, Source: "package main", Entry: "e", Imports: []string{"fmt", ""}, Stdin: true}
	outcomes := []Outcome{
		{},
		{Interrupted: true},
		{Interrupted: true, Stopped: []Frame{{File: "In[1]", Line: 2, Col: 3}}},
		{CompileError: "No."},
		{Value: &Display{Data: map[string]string{"a": "1", "b": ""}, Metadata: map[string]string{"c": "{}"}, ID: "i", Update: true}},
		{Panic: &Failure{Name: "panic", Text: "x\ny", Frames: []Frame{{Func: "main.f", File: "In[1]", Line: 2, Col: 3}, {Func: "main.g", Line: 1 << 30}}}},
	}
	var wire []byte
	wire = appendFrame(wire, kindRun, func(b []byte) []byte { return appendUnit(b, unit) })
	for _, o := range outcomes {
		wire = appendFrame(wire, kindOutcome, func(b []byte) []byte { return appendOutcome(b, o) })
	}
	r := bufio.NewReader(bytes.NewReader(wire))
	k, f, err := readFrame(r)
	if err != nil || k != kindRun {
		t.Fatalf("the first frame has kind %d and error %v", k, err)
	}
	if got := f.unit(); !reflect.DeepEqual(got, unit) || f.err != nil || len(f.b) != 0 {
		t.Errorf("the unit came as %+v, with error %v", got, f.err)
	}
	for _, want := range outcomes {
		k, f, err := readFrame(r)
		if err != nil || k != kindOutcome {
			t.Fatalf("the next frame has kind %d and error %v", k, err)
		}
		if got := f.outcome(); !reflect.DeepEqual(got, want) || f.err != nil || len(f.b) != 0 {
			t.Errorf("the outcome came as %+v, with error %v, want %+v", got, f.err, want)
		}
	}
}

// Damaged messages give an error, never a panic or more memory than they have
// bytes for.
func FuzzFrames(f *testing.F) {
	f.Add(appendFrame(nil, kindRun, func(b []byte) []byte { return appendUnit(b, Unit{Imports: []string{"fmt"}}) }))
	f.Add(appendFrame(nil, kindOutcome, func(b []byte) []byte {
		return appendOutcome(b, Outcome{Panic: &Failure{Frames: make([]Frame, 2)}, Value: &Display{Data: map[string]string{"a": "b"}}})
	}))
	f.Add([]byte{255, 255, 255, 255, 1})
	f.Add([]byte{3, 0, 0, 0, 1, 255, 255})
	f.Fuzz(func(t *testing.T, wire []byte) {
		r := bufio.NewReader(bytes.NewReader(wire))
		for {
			_, body, err := readFrame(r)
			if err != nil {
				return
			}
			for _, read := range []func(*fields){
				func(f *fields) { f.unit() },
				func(f *fields) { f.outcome() },
				func(f *fields) { f.display() },
				func(f *fields) { f.failure() },
			} {
				again := fields{b: body.b}
				read(&again)
				if again.err == nil && len(again.b) > len(body.b) {
					t.Fatal("reading made the message longer")
				}
			}
		}
	})
}
