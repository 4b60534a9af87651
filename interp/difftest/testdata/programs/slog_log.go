package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"strings"
)

type Token string

func (Token) LogValue() slog.Value { return slog.StringValue("REDACTED") }

type User struct {
	ID   int
	Name string
}

func (u User) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("id", u.ID), slog.String("name", u.Name))
}

type Level int

func (l Level) String() string { return fmt.Sprintf("L%d", int(l)) }

type Plain struct{ A, B int }

type handler struct {
	prefix string
	out    *[]string
}

func (h handler) Enabled(_ context.Context, l slog.Level) bool { return l >= slog.LevelWarn }
func (h handler) Handle(_ context.Context, r slog.Record) error {
	var b strings.Builder
	fmt.Fprint(&b, h.prefix, r.Level, " ", r.Message)
	r.Attrs(func(a slog.Attr) bool { fmt.Fprint(&b, " ", a.Key, "=", a.Value.Resolve()); return true })
	*h.out = append(*h.out, b.String())
	return nil
}
func (h handler) WithAttrs(as []slog.Attr) slog.Handler {
	h.prefix += fmt.Sprint(as, " ")
	return h
}
func (h handler) WithGroup(n string) slog.Handler { h.prefix += n + "."; return h }

type writer struct{ lines int }

func (w *writer) Write(p []byte) (int, error) {
	w.lines++
	fmt.Printf("%d> %s", w.lines, p)
	return len(p), nil
}

type lvl struct{ slog.Level }

func main() {
	noTime := func(g []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(g) == 0 {
			return slog.Attr{}
		}
		return a
	}
	opts := &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: noTime}
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, opts), slog.NewJSONHandler(os.Stdout, opts)} {
		l := slog.New(h)
		l.Info("hello world", "n", 1, "tok", Token("secret"), "user", User{1, "ann"}, "lvl", Level(3), "err", errors.New("bad \"x\""), "p", Plain{1, 2}, "nil", nil)
		l.With("a", 1).WithGroup("g").Debug("grouped", slog.Group("in", "x", 1.5, "y", true), "users", []User{{2, "bob"}})
		l.Warn("odd", "key")
		l.Log(context.Background(), slog.Level(2), "custom level", slog.Any("m", map[string]int{"k": 1}))
	}
	var out []string
	l := slog.New(handler{"", &out})
	l.Info("ignored")
	l.Warn("kept", "tok", Token("x"), "n", 2)
	l.With("w", Level(1)).WithGroup("grp").Error("failed", "err", errors.New("e"))
	fmt.Printf("%q\n", out)
	w := &writer{}
	lg := log.New(w, "[app] ", log.Lmsgprefix)
	lg.Println("one", 2, Level(3))
	lg.Printf("%v|%+v", Plain{1, 2}, User{3, "c"})
	lg.SetPrefix("new ")
	lg.SetFlags(0)
	lg.Print("x", "y", 1, 2)
	var buf bytes.Buffer
	log.SetOutput(&buf)
	log.SetFlags(0)
	log.Print("standard")
	fmt.Print(buf.String())
	func() {
		defer func() { fmt.Printf("%T %v\n", recover(), "recovered") }()
		lg.Panicf("panic %d", 1)
	}()
	fmt.Println(slog.LevelInfo, lvl{slog.LevelError}, slog.Level(1))
}
