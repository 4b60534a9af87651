package check_test

import (
	"go/scanner"
	"go/token"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
	"testing"
)

// TestMutations makes one slip in a right program, again and again (a token is
// left out, written twice, or another one), and compares all that is said of
// it with what the compiler says.
func TestMutations(t *testing.T) {
	c := newCompiler(t)
	files, err := filepath.Glob("../lower/testdata/programs/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no programs to make slips in: %v", err)
	}
	var programs []string
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if regexp.MustCompile(`(?m)^package main$`).Match(src) && onlyKnown(string(src)) {
			programs = append(programs, string(src))
		}
	}
	random := rand.New(rand.NewSource(1))
	var mu sync.Mutex
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	same, all := 0, 0
	for range 200 {
		src := slip(random, programs[random.Intn(len(programs))])
		wait.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			want := c.errors(t, mistake{"program", src, ""})
			if want == "" {
				return // the slip is none
			}
			have := complaints(src)
			mu.Lock()
			defer mu.Unlock()
			all++
			if have == want {
				same++
			} else {
				t.Logf("have\n%s\nwant\n%s", have, want)
			}
		})
	}
	wait.Wait()
	t.Logf("of %d wrong programs, %d have exactly the compiler's errors", all, same)
	if same*100 < all*95 {
		t.Errorf("only %d of %d wrong programs have exactly the compiler's errors", same, all)
	}
}

// onlyKnown says whether a program imports only what newCompiler has.
func onlyKnown(src string) bool {
	for _, m := range regexp.MustCompile(`(?m)^(?:import |\t)"([\w/]+)"$`).FindAllStringSubmatch(src, -1) {
		if !slices.Contains(compilerPackages(), m[1]) {
			return false
		}
	}
	return true
}

// slip changes one token of a program behind its package clause.
func slip(random *rand.Rand, src string) string {
	var tokens [][2]int
	file := token.NewFileSet().AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, []byte(src), nil, 0)
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		if lit == "" {
			lit = tok.String()
		}
		if lit != "\n" {
			tokens = append(tokens, [2]int{file.Offset(pos), file.Offset(pos) + len(lit)})
		}
	}
	any := func() (start, end int) {
		t := tokens[2+random.Intn(len(tokens)-2)]
		return t[0], t[1]
	}
	start, end := any()
	switch random.Intn(3) {
	case 0:
		return src[:start] + src[end:]
	case 1:
		return src[:end] + " " + src[start:end] + src[end:]
	}
	from, to := any()
	return src[:start] + src[from:to] + src[end:]
}
