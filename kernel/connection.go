package kernel

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
)

// maxConnectionFile bounds what is read of a connection file, in bytes; real
// ones have a few hundred.
const maxConnectionFile = 1 << 20

// Connection says where a kernel listens and how its messages are signed: what
// a connection file holds. Source: jupyter_client, "Making kernels for
// Jupyter", "Connection files".
type Connection struct {
	// Transport is tcp or ipc.
	Transport string `json:"transport"`
	// IP is the address to listen on; for ipc the common part of the sockets'
	// paths, to which "-" and the port are added.
	IP          string `json:"ip"`
	ShellPort   int    `json:"shell_port"`
	IOPubPort   int    `json:"iopub_port"`
	StdinPort   int    `json:"stdin_port"`
	ControlPort int    `json:"control_port"`
	HBPort      int    `json:"hb_port"`
	// Key signs the messages; empty means unsigned ones.
	Key string `json:"key"`
	// SignatureScheme is hmac-sha256, the only scheme in use.
	SignatureScheme string `json:"signature_scheme"`
}

// ReadConnectionFile reads the file that Jupyter wrote for a kernel that it
// starts. Every error names the file and says what is wrong in a sentence.
func ReadConnectionFile(path string) (Connection, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return Connection{}, fmt.Errorf("the connection file %s does not exist; Jupyter writes it when it starts a kernel, "+
			"so start the kernel from Jupyter, or name the file of a running one", path)
	}
	if err != nil {
		return Connection{}, fmt.Errorf("the connection file can't be opened: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxConnectionFile+1))
	if err != nil {
		return Connection{}, fmt.Errorf("the connection file %s can't be read: %w", path, err)
	}
	if len(data) > maxConnectionFile {
		return Connection{}, fmt.Errorf("the connection file %s is larger than %d bytes, so it is not one that Jupyter wrote",
			path, maxConnectionFile)
	}
	c, err := ParseConnection(data)
	if err != nil {
		return Connection{}, fmt.Errorf("the connection file %s can't be used: %w", path, err)
	}
	return c, nil
}

// ParseConnection reads the text of a connection file and checks it.
func ParseConnection(data []byte) (Connection, error) {
	c := Connection{Transport: "tcp", IP: "127.0.0.1", SignatureScheme: "hmac-sha256"}
	if len(data) == 0 {
		return Connection{}, errors.New("it is empty")
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return Connection{}, explainJSON(err)
	}
	return c, c.check()
}

// explainJSON words the error of encoding/json without Go's types.
func explainJSON(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("it is not valid JSON: %s after %d bytes", syntax.Error(), syntax.Offset)
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		if wrong.Field == "" {
			return fmt.Errorf("it holds a JSON %s where an object is expected", wrong.Value)
		}
		want := "a text"
		if wrong.Type.Kind().String() == "int" {
			want = "a whole number"
		}
		return fmt.Errorf("its %q is a JSON %s where %s is expected", wrong.Field, wrong.Value, want)
	}
	return err
}

func (c Connection) check() error {
	switch c.Transport {
	case "tcp":
		if net.ParseIP(c.IP) == nil && c.IP != "localhost" && c.IP != "*" {
			return fmt.Errorf("its ip %q is not an IP address", c.IP)
		}
	case "ipc":
		if c.IP == "" {
			return errors.New("its ip is empty, but with transport ipc it is the path of the sockets")
		}
	default:
		return fmt.Errorf("its transport %q is not supported; tcp and ipc are", c.Transport)
	}
	if c.SignatureScheme != "hmac-sha256" {
		return fmt.Errorf("its signature_scheme %q is not supported; hmac-sha256 is", c.SignatureScheme)
	}
	seen := make(map[int]string, 5)
	for _, p := range []struct {
		name string
		port int
	}{
		{"shell_port", c.ShellPort}, {"iopub_port", c.IOPubPort}, {"stdin_port", c.StdinPort},
		{"control_port", c.ControlPort}, {"hb_port", c.HBPort},
	} {
		if p.port == 0 {
			return fmt.Errorf("its %s is missing", p.name)
		}
		if p.port < 0 || p.port > 65535 {
			return fmt.Errorf("its %s %d is not between 1 and 65535", p.name, p.port)
		}
		if other := seen[p.port]; other != "" {
			return fmt.Errorf("its %s and %s are the same, %d", other, p.name, p.port)
		}
		seen[p.port] = p.name
	}
	return nil
}

// Endpoint is the ZeroMQ address of one of the connection's ports.
func (c Connection) Endpoint(port int) string {
	if c.Transport == "ipc" {
		return "ipc://" + c.IP + "-" + strconv.Itoa(port)
	}
	return "tcp://" + net.JoinHostPort(c.IP, strconv.Itoa(port))
}
