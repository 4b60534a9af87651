package engine

func appendUnit(b []byte, u Unit) []byte {
	b = appendString(b, u.Cell)
	b = appendInt(b, u.Number)
	b = appendString(b, u.Source)
	b = appendString(b, u.Entry)
	b = appendList(b, u.Imports, appendString)
	return appendBool(b, u.Stdin)
}

func (f *fields) unit() Unit {
	return Unit{
		Cell:    f.string(),
		Number:  f.int(),
		Source:  f.string(),
		Entry:   f.string(),
		Imports: readList(f, (*fields).string),
		Stdin:   f.bool(),
	}
}

func appendDisplay(b []byte, d Display) []byte {
	b = appendMap(b, d.Data)
	b = appendMap(b, d.Metadata)
	b = appendString(b, d.ID)
	return appendBool(b, d.Update)
}

func (f *fields) display() Display {
	return Display{Data: readMap(f), Metadata: readMap(f), ID: f.string(), Update: f.bool()}
}

// appendOutcome leaves out Lost: a worker cannot tell of its own death.
func appendOutcome(b []byte, o Outcome) []byte {
	b = appendBool(b, o.Value != nil)
	if o.Value != nil {
		b = appendDisplay(b, *o.Value)
	}
	b = appendBool(b, o.Panic != nil)
	if o.Panic != nil {
		b = appendFailure(b, o.Panic)
	}
	b = appendBool(b, o.Interrupted)
	b = appendFrames(b, o.Stopped)
	return appendString(b, o.CompileError)
}

func (f *fields) outcome() Outcome {
	var o Outcome
	if f.bool() {
		d := f.display()
		o.Value = &d
	}
	if f.bool() {
		o.Panic = f.failure()
	}
	o.Interrupted = f.bool()
	o.Stopped = f.frames()
	o.CompileError = f.string()
	return o
}

func appendFailure(b []byte, p *Failure) []byte {
	return appendFrames(appendString(appendString(b, p.Name), p.Text), p.Frames)
}

func (f *fields) failure() *Failure {
	return &Failure{Name: f.string(), Text: f.string(), Frames: f.frames()}
}

func appendFrames(b []byte, frames []Frame) []byte {
	return appendList(b, frames, func(b []byte, f Frame) []byte {
		return appendInt(appendInt(appendString(appendString(b, f.Func), f.File), f.Line), f.Col)
	})
}

func (f *fields) frames() []Frame {
	return readList(f, func(f *fields) Frame {
		return Frame{Func: f.string(), File: f.string(), Line: f.int(), Col: f.int()}
	})
}
