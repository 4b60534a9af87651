package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return fmt.Sprint(len(*l), " items") }
func (l *list) Set(s string) error { *l = append(*l, strings.Split(s, ",")...); return nil }

type level int

func (l level) String() string { return [...]string{"low", "mid", "high"}[l] }
func (l *level) Set(s string) error {
	for i, n := range []string{"low", "mid", "high"} {
		if s == n {
			*l = level(i)
			return nil
		}
	}
	return errors.New("no such level")
}
func (l *level) Get() any { return *l }

type onoff bool

func (o *onoff) String() string     { return fmt.Sprint(bool(*o)) }
func (o *onoff) Set(s string) error { *o = onoff(s == "true"); return nil }
func (o *onoff) IsBoolFlag() bool   { return true }

func main() {
	fs := flag.NewFlagSet("prog", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	n := fs.Int("n", 3, "how `many`")
	s := fs.String("s", "def", "a string")
	d := fs.Duration("d", time.Second, "a wait")
	b := fs.Bool("b", false, "a switch")
	var l list
	lv := level(1)
	var oo onoff
	fs.Var(&l, "l", "a list")
	fs.Var(&lv, "level", "the level")
	fs.Var(&oo, "oo", "on or off")
	fs.Func("f", "calls", func(s string) error { fmt.Println("called with", s); return nil })
	fs.TextVar(&tv, "t", textVal{"dflt"}, "text")
	err := fs.Parse([]string{"-n", "5", "-s=x y", "-b", "-l", "a,b", "-l", "c", "-level", "high", "-oo", "-d", "2m", "-f", "z", "-t", "txt", "rest", "-n"})
	fmt.Println(err, *n, *s, *d, *b, l, lv, oo, tv, fs.Args(), fs.NArg(), fs.NFlag())
	fs.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
	fmt.Println()
	fs.PrintDefaults()
	fmt.Println(fs.Parse([]string{"-level", "none"}))
	fmt.Println(fs.Parse([]string{"-unknown"}))
	fmt.Println(fs.Lookup("level").Value.(flag.Getter).Get(), fs.Lookup("zzz") == nil)
	err = fs.Parse([]string{"-h"})
	fmt.Println(err == flag.ErrHelp)
}

type textVal struct{ s string }

func (t textVal) MarshalText() ([]byte, error)  { return []byte(t.s), nil }
func (t *textVal) UnmarshalText(b []byte) error { t.s = "<" + string(b) + ">"; return nil }

var tv textVal
