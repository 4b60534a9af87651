package wire_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gopost/kernel/wire"
)

// helloSignature is made with Python's hmac module, as jupyter_client does it:
//
//	hmac.new(b"secret", b'{"msg_id":"1"}{}{}{"code":"1+1"}', "sha256").hexdigest()
const helloSignature = "8b401df890f3e1a0a11fe0065dc9c527656a04e4c12230f675f0a5b83a2f600c"

func hello() *wire.Message {
	return &wire.Message{
		Identities: multipart("ann"),
		Header:     []byte(`{"msg_id":"1"}`),
		Parent:     []byte(`{}`),
		Metadata:   []byte(`{}`),
		Content:    []byte(`{"code":"1+1"}`),
		Buffers:    multipart("raw", ""),
	}
}

func TestMessageOnTheWire(t *testing.T) {
	for _, test := range []struct{ key, signature string }{
		{"secret", helloSignature},
		{"", ""},
	} {
		frames := hello().Encode(wire.Key(test.key))
		want := multipart("ann", "<IDS|MSG>", test.signature, `{"msg_id":"1"}`, `{}`, `{}`, `{"code":"1+1"}`, "raw", "")
		if got := joined(frames); got != joined(want) {
			t.Errorf("with the key %q: encoded as\n%q, want\n%q", test.key, got, joined(want))
		}
		m, err := wire.Split(want)
		if err != nil {
			t.Fatal(err)
		}
		if err := wire.Key(test.key).Verify(m); err != nil {
			t.Errorf("with the key %q: %v", test.key, err)
		}
		m.Signature = nil
		if !reflect.DeepEqual(m, hello()) {
			t.Errorf("split into %+v, want %+v", m, hello())
		}
	}
}

func TestVerifyRefusesWhatWasChanged(t *testing.T) {
	key := wire.Key("secret")
	change := map[string]func(m *wire.Message){
		"header":          func(m *wire.Message) { m.Header = []byte(`{"msg_id":"2"}`) },
		"parent":          func(m *wire.Message) { m.Parent = []byte(`{ }`) },
		"metadata":        func(m *wire.Message) { m.Metadata = nil },
		"content":         func(m *wire.Message) { m.Content = []byte(`{"code":"1+2"}`) },
		"no signature":    func(m *wire.Message) { m.Signature = nil },
		"short signature": func(m *wire.Message) { m.Signature = m.Signature[:63] },
		"long signature":  func(m *wire.Message) { m.Signature = append(m.Signature, '0') },
		"last digit":      func(m *wire.Message) { m.Signature[63] ^= 1 },
		"another key":     func(m *wire.Message) { m.Signature = wire.Key("other").Sign(m) },
	}
	for what, spoil := range change {
		m := hello()
		m.Signature = key.Sign(m)
		spoil(m)
		if err := key.Verify(m); !errors.Is(err, wire.ErrSignature) {
			t.Errorf("%s changed: Verify returned %v", what, err)
		}
		if err := wire.Key(nil).Verify(m); err != nil {
			t.Errorf("%s changed: without a key Verify returned %v", what, err)
		}
	}
}

func TestSplitRefusesWhatIsNoMessage(t *testing.T) {
	const delimiter = "<IDS|MSG>"
	longChain := make([]string, 17, 30)
	for _, test := range []struct {
		name   string
		frames []string
		want   string
	}{
		{"nothing", nil, "delimiter"},
		{"no delimiter", []string{"a", "b", "c"}, "delimiter"},
		{"delimiter in a longer frame", []string{delimiter + "x", "", "", "", "", ""}, "delimiter"},
		{"no part", []string{"a", delimiter}, "0 parts"},
		{"a part is missing", []string{"a", delimiter, "", "{}", "{}", "{}"}, "4 parts"},
		{"too many identities", append(longChain, delimiter, "", "{}", "{}", "{}", "{}"), "delimiter"},
	} {
		m, err := wire.Split(multipart(test.frames...))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: Split returned %v, %v; want an error that names %q", test.name, m, err, test.want)
		}
	}
}

// FuzzSplit cuts arbitrary bytes into frames: what Split accepts must come out
// of Encode as it went in.
func FuzzSplit(f *testing.F) {
	f.Add(bytes.Join(hello().Encode(wire.Key("secret")), []byte("~")), "secret")
	f.Add([]byte("a~<IDS|MSG>~~{}~{}~{}~{}~buffer"), "")
	f.Add([]byte("<IDS|MSG>~<IDS|MSG>~<IDS|MSG>~~~~"), "k")
	f.Fuzz(func(t *testing.T, data []byte, key string) {
		frames := bytes.Split(data, []byte("~"))
		m, err := wire.Split(frames)
		if err != nil {
			return
		}
		encoded := m.Encode(wire.Key(key))
		at := len(m.Identities) + 1
		valid := key == "" || bytes.Equal(encoded[at], m.Signature)
		if err := wire.Key(key).Verify(m); (err == nil) != valid {
			t.Fatalf("signature %q, and Sign makes %q: Verify returned %v", m.Signature, encoded[at], err)
		}
		encoded[at] = m.Signature
		if got, want := fmt.Sprintf("%q", encoded), fmt.Sprintf("%q", frames); got != want {
			t.Fatalf("encoded as %s, want %s", got, want)
		}
	})
}
