package kernel

import (
	"context"
	"os"
	"os/signal"
	"strconv"
	"syscall"
)

// Run is a kernel process, as Jupyter starts it with a connection file. It
// reads the file, interrupts the running cell on SIGINT, and ends on SIGTERM or
// with the process that JPY_PARENT_PID names; besides, it is [Serve].
func Run(ctx context.Context, connectionFile string, start Factory, o Options) error {
	c, err := ReadConnectionFile(connectionFile)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	o.Interrupts = interrupts
	if pid, err := strconv.Atoi(os.Getenv("JPY_PARENT_PID")); err == nil && pid > 0 {
		o.ParentPID = pid
	}
	return Serve(ctx, c, start, o)
}
