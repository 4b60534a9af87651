package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key int
type skey struct{ name string }

const (
	userKey key = iota
	otherKey
)

type user struct{ Name string }

func withUser(ctx context.Context, u *user) context.Context {
	return context.WithValue(ctx, userKey, u)
}

func userFrom(ctx context.Context) (*user, bool) {
	u, ok := ctx.Value(userKey).(*user)
	return u, ok
}

type myCtx struct {
	context.Context
	extra string
}

func (m myCtx) Value(k any) any {
	if k == "extra" {
		return m.extra
	}
	return m.Context.Value(k)
}

type stopErr struct{ why string }

func (s stopErr) Error() string { return "stopped: " + s.why }

func worker(ctx context.Context, n int, out chan<- string) {
	select {
	case <-ctx.Done():
		out <- fmt.Sprint("worker ", n, ": ", ctx.Err(), " / ", context.Cause(ctx))
	case <-time.After(10 * time.Second):
		out <- "too late"
	}
}

func main() {
	ctx := withUser(context.Background(), &user{"ann"})
	ctx = context.WithValue(ctx, skey{"a"}, 1)
	ctx = context.WithValue(ctx, 0, "plain int zero")
	u, ok := userFrom(ctx)
	fmt.Println(u.Name, ok, ctx.Value(skey{"a"}), ctx.Value(skey{"b"}), ctx.Value(0), ctx.Value(otherKey), ctx.Value(key(0)).(*user).Name)
	m := myCtx{ctx, "ex"}
	child, cancel := context.WithCancel(m)
	fmt.Println(child.Value("extra"), child.Value(userKey).(*user).Name, child.Err())
	out := make(chan string)
	go worker(child, 1, out)
	cancel()
	fmt.Println(<-out)
	c2, cancelCause := context.WithCancelCause(ctx)
	go worker(c2, 2, out)
	cancelCause(stopErr{"test"})
	fmt.Println(<-out)
	var se stopErr
	fmt.Println(errors.As(context.Cause(c2), &se), se.why)
	c3, cancel3 := context.WithTimeout(ctx, time.Millisecond)
	defer cancel3()
	<-c3.Done()
	fmt.Println(c3.Err(), errors.Is(c3.Err(), context.DeadlineExceeded))
	_, has := c3.Deadline()
	_, has2 := ctx.Deadline()
	fmt.Println(has, has2)
	done := make(chan struct{})
	c4, cancel4 := context.WithCancel(context.Background())
	stop := context.AfterFunc(c4, func() { fmt.Println("after func"); close(done) })
	cancel4()
	<-done
	fmt.Println(stop())
	fmt.Println(context.Background(), context.TODO())
	c5 := context.WithoutCancel(c4)
	fmt.Println(c4.Err(), c5.Err())
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithValue(ctx, []int{1}, 2)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithValue(ctx, nil, 2)
	}()
}
