package lab

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// grace is how long JupyterLab may take to shut its kernels down.
const grace = 20 * time.Second

// serve runs JupyterLab until it ends by itself or ctx is done.
func (e Env) serve(ctx context.Context, dir string, o Options, p *progress) error {
	state, err := stateDir()
	if err != nil {
		return err
	}
	cmd := exec.Command(e.Python(), flags(dir, o)...)
	cmd.Env = append(environ(), "JUPYTER_CONFIG_DIR="+state, "JUPYTER_DATA_DIR="+filepath.Join(state, "data"),
		"JUPYTER_PREFER_ENV_PATH=1", "PATH="+filepath.Dir(e.Python())+string(os.PathListSeparator)+os.Getenv("PATH"))
	cmd.Dir = dir
	cmd.Stdout, cmd.Stderr = o.Stdout, o.Stderr
	// Nothing that JupyterLab leaves behind may keep gopost from ending.
	cmd.WaitDelay = grace
	inOwnGroup(cmd)

	started, ended := make(chan error, 1), make(chan error, 1)
	go func() {
		// The system watches the thread that starts the command, so this one
		// must last as long as the command.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			ended <- cmd.Wait()
		}
	}()
	if err := <-started; err != nil {
		return fmt.Errorf("JupyterLab does not start: %w; delete %s and try again", err, e.Dir)
	}
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("JupyterLab ended by itself: %w; it says why above. If its own files are at fault, delete %s, and the next start makes them anew", err, e.Dir)
		}
		return nil
	case <-ctx.Done():
	}
	p.say("\nShutting down JupyterLab and its kernels.")
	return end(cmd, ended, o.Again)
}

// end shuts a running JupyterLab down, at once if it takes too long or again
// says so, and waits until it is gone.
func end(cmd *exec.Cmd, ended <-chan error, again <-chan os.Signal) error {
	if err := ask(cmd); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("JupyterLab cannot be told to end: %w", err)
	}
	patience := time.NewTimer(grace)
	defer patience.Stop()
	select {
	case <-ended:
		// How it ended is no news: it was told to.
		return nil
	case <-again:
	case <-patience.C:
	}
	err := kill(cmd)
	<-ended
	if err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("JupyterLab cannot be ended: %w", err)
	}
	return nil
}
