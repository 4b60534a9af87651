package kernel_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopost/kernel"
	"gopost/kernel/kerneltest"
)

const connectionFile = `{
	"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5,
	"ip": "127.0.0.1", "key": "a0436f6c-1916-498b-8eb9-e81ab9368e84",
	"transport": "tcp", "signature_scheme": "hmac-sha256", "kernel_name": "gopost"
}`

func writeFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kernel.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadConnectionFile(t *testing.T) {
	c, err := kernel.ReadConnectionFile(writeFile(t, connectionFile))
	if err != nil {
		t.Fatal(err)
	}
	want := kernel.Connection{
		Transport: "tcp", IP: "127.0.0.1", ShellPort: 1, IOPubPort: 2, StdinPort: 3, ControlPort: 4, HBPort: 5,
		Key: "a0436f6c-1916-498b-8eb9-e81ab9368e84", SignatureScheme: "hmac-sha256",
	}
	if c != want {
		t.Errorf("read %+v, want %+v", c, want)
	}
	if got := c.Endpoint(c.ShellPort); got != "tcp://127.0.0.1:1" {
		t.Errorf("the endpoint is %s", got)
	}
	c.Transport, c.IP = "ipc", "/tmp/kernel"
	if got := c.Endpoint(c.ShellPort); got != "ipc:///tmp/kernel-1" {
		t.Errorf("the endpoint is %s", got)
	}
}

func TestBadConnectionFiles(t *testing.T) {
	for _, c := range []struct{ name, old, replacement, want string }{
		{"empty", connectionFile, "", "it is empty"},
		{"no JSON", connectionFile, "hello", "it is not valid JSON"},
		{"cut off", `"gopost"` + "\n}", "", "it is not valid JSON"},
		{"an array", connectionFile, "[1]", "it holds a JSON array where an object is expected"},
		{"port as text", `"shell_port": 1`, `"shell_port": "1"`, `its "shell_port" is a JSON string where a whole number is expected`},
		{"key as number", `"a0436f6c-1916-498b-8eb9-e81ab9368e84"`, `7`, `its "key" is a JSON number where a text is expected`},
		{"no port", `"hb_port": 5,`, "", "its hb_port is missing"},
		{"port too large", `"hb_port": 5`, `"hb_port": 65536`, "its hb_port 65536 is not between 1 and 65535"},
		{"negative port", `"hb_port": 5`, `"hb_port": -1`, "its hb_port -1 is not between 1 and 65535"},
		{"fractional port", `"hb_port": 5`, `"hb_port": 1.5`, `its "hb_port" is a JSON number 1.5 where a whole number is expected`},
		{"same ports", `"hb_port": 5`, `"hb_port": 1`, "its shell_port and hb_port are the same, 1"},
		{"transport", `"tcp"`, `"pigeon"`, `its transport "pigeon" is not supported; tcp and ipc are`},
		{"no address", `"127.0.0.1"`, `"the moon"`, `its ip "the moon" is not an IP address`},
		{"no path", `"ip": "127.0.0.1"`, `"ip": "", "transport": "ipc"`, `its ip`},
		{"scheme", `"hmac-sha256"`, `"hmac-md5"`, `its signature_scheme "hmac-md5" is not supported; hmac-sha256 is`},
		{"too large", connectionFile, strings.Repeat(" ", 1<<20) + "{}", "is larger than"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(connectionFile, c.old, c.replacement, 1)
			if text == connectionFile {
				t.Fatalf("%q is not in the file", c.old)
			}
			path := writeFile(t, text)
			_, err := kernel.ReadConnectionFile(path)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("the error is %v, want %q and the path", err, c.want)
			}
			if err != nil && strings.Contains(err.Error(), "a0436f6c") {
				t.Errorf("the error gives the key away: %v", err)
			}
		})
	}
}

func TestMissingConnectionFile(t *testing.T) {
	for _, path := range []string{filepath.Join(t.TempDir(), "none.json"), t.TempDir()} {
		err := kernel.Run(t.Context(), path, nil, kernel.Options{})
		if err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("the error is %v", err)
		}
	}
}

// A port that is taken is said by name, and what was opened is closed again.
func TestPortInUse(t *testing.T) {
	_, start := newScript()
	f := kerneltest.ServeOn(t, kerneltest.NewConnection(t, "tcp"), start, kernel.Options{})
	err := kernel.Serve(t.Context(), f.Connection, start, kernel.Options{})
	if err == nil || !strings.Contains(err.Error(), "can't listen for its heartbeat channel") {
		t.Errorf("the error is %v", err)
	}
	other := kerneltest.NewConnection(t, "tcp")
	other.ShellPort = f.Connection.ShellPort
	for range 2 {
		err = kernel.Serve(t.Context(), other, start, kernel.Options{})
		if err == nil || !strings.Contains(err.Error(), "can't listen for its shell channel") {
			t.Errorf("the error is %v", err)
		}
	}
	f.Run("out the first one is unharmed")
}

func FuzzParseConnection(f *testing.F) {
	f.Add([]byte(connectionFile))
	f.Add([]byte(`{"transport":"ipc","ip":"/tmp/k","shell_port":1}`))
	f.Add([]byte(`{"shell_port":1e400}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := kernel.ParseConnection(data)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		again, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		if d, err := kernel.ParseConnection(again); err != nil || d != c {
			t.Errorf("%s was read as %+v, and that as %+v (%v)", data, c, d, err)
		}
	})
}
