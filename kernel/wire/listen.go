package wire

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"strings"
)

// listen opens the listener of endpoint, and returns the endpoint with the
// port that was chosen.
func listen(endpoint string) (net.Listener, string, error) {
	transport, address, _ := strings.Cut(endpoint, "://")
	switch transport {
	case "tcp":
		return listenTCP(address)
	case "ipc":
		return listenIPC(address)
	}
	return nil, "", fmt.Errorf("the endpoint %q is neither tcp://ip:port nor ipc://path: check transport, ip and ports in the connection file", endpoint)
}

func listenTCP(address string) (net.Listener, string, error) {
	// ZeroMQ writes all interfaces as a star.
	if port, ok := strings.CutPrefix(address, "*:"); ok {
		address = ":" + port
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, "", fmt.Errorf("cannot listen on tcp://%s (choose another port, or 0 for any free one): %w", address, err)
	}
	return l, "tcp://" + l.Addr().String(), nil
}

func listenIPC(path string) (net.Listener, string, error) {
	if err := removeStale(path); err != nil {
		return nil, "", err
	}
	// The mode is set before the file exists, where the system can do that, so
	// that there is no moment in which others may connect.
	config := net.ListenConfig{Control: restrictSocket}
	l, err := config.Listen(context.Background(), "unix", path)
	if err != nil {
		return nil, "", fmt.Errorf("cannot listen on ipc://%s (its folder must exist and be writable, and the path be shorter than 104 bytes): %w", path, err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, "", errors.Join(fmt.Errorf("cannot keep others from ipc://%s: %w", path, err), l.Close())
	}
	return l, "ipc://" + path, nil
}

// removeStale removes the socket file that a process left behind which did not
// end well. A socket that answers, and a file of another kind, stay.
func removeStale(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot see whether ipc://%s is free: %w", path, err)
	}
	if info.Mode().Type() != fs.ModeSocket {
		return fmt.Errorf("cannot listen on ipc://%s: a file that is no socket is in the way; choose another path or remove it", path)
	}
	if c, err := net.Dial("unix", path); err == nil {
		return errors.Join(fmt.Errorf("cannot listen on ipc://%s: another process is listening there; choose another path or end that process", path), c.Close())
	}
	if err := os.Remove(path); err != nil {
		return fmt.Errorf("cannot remove the left-over socket file of ipc://%s: %w", path, err)
	}
	return nil
}
