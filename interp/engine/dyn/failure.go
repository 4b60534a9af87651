package dyn

// A method that panics while fmt prints a value is reported by fmt, with the
// method's name. These panic once more, from a method of that name.

type failedError struct{ reason any }

func (f failedError) Error() string { panic(f.reason) }

type failedString struct{ reason any }

func (f failedString) String() string { panic(f.reason) }

type failedGoString struct{ reason any }

func (f failedGoString) GoString() string { panic(f.reason) }

// failed returns what prints as a value whose method of that name panics.
func failed(method string, reason any) any {
	switch r := reason.(type) {
	case error:
		if text := RuntimeText(r.Error()); text != r.Error() {
			reason = text
		}
	case string:
		reason = RuntimeText(r)
	}
	switch method {
	case "Error":
		return failedError{reason}
	case "GoString":
		return failedGoString{reason}
	}
	return failedString{reason}
}
