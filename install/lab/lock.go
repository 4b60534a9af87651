package lab

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

// errLocked says that another process holds the lock.
var errLocked = errors.New("locked")

// acquire takes the lock of a file, and returns the function that gives it
// back. The system gives it back too when the process ends, however it ends.
// While another process holds it, acquire calls waiting once and asks again
// and again until ctx is done: file locks can't be waited for and called off.
func acquire(ctx context.Context, path string, waiting func()) (func() error, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("the lock of the private environment cannot be made: %w", err)
	}
	const again = 200 * time.Millisecond
	tick := time.NewTicker(again)
	defer tick.Stop()
	for told := false; ; {
		err := tryLock(f)
		if err == nil {
			return f.Close, nil
		}
		if !errors.Is(err, errLocked) {
			return nil, errors.Join(fmt.Errorf("%s cannot be locked: %w", path, err), f.Close())
		}
		if !told {
			waiting()
			told = true
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(errInterrupted, f.Close())
		case <-tick.C:
		}
	}
}
