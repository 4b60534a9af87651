package difftest_test

import (
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// The reasons to leave out what compiles.
const (
	rejected  = "Go rejects it"
	unsteady  = "it does not print the same each time"
	endless   = "it does not end"
	heavy     = "it is about speed: it computes for long even when it is compiled"
	printFile = "it prints the name of its source file"
)

// heavyTime is the processor time of a compiled program that an interpreter
// needs half a minute for. Only fib(35) and the like come near it.
const heavyTime = 40 * time.Millisecond

// expect finds out what the programs should do that do not state it: each is
// compiled, and run twice.
func expect(t *testing.T, programs []*program) {
	var unstated []*program
	for _, p := range programs {
		if p.want == nil {
			unstated = append(unstated, p)
		}
	}
	compile(t, unstated, "main.go", func(p *program, exe, failure string) {
		if failure != "" {
			p.leftOut = rejected
			return
		}
		o, used, reason := steady(t, p, exe)
		p.want, p.leftOut = &o, reason
		switch {
		case o.end == hung:
			p.leftOut = endless
		case used > heavyTime:
			p.leftOut = heavy
		}
	})
}

// steady runs an executable twice. used is the processor time that it needs.
func steady(t *testing.T, p *program, exe string) (o outcome, used time.Duration, reason string) {
	inFolder(t, p, func(dir string) { o, used = execute(exe, dir) })
	inFolder(t, p, func(dir string) {
		again, usedAgain := execute(exe, dir)
		used = min(used, usedAgain)
		if again != o {
			reason = unsteady
		}
	})
	return o, used, reason
}

// reexamine looks again at programs that did not do what was expected, before
// they are called wrong. What a comment states may hold only inside the package's
// own tests, so now the compiled program says what is expected. A program whose
// output changes after all, or with the name of its file, is left out.
func reexamine(t *testing.T, doubtful []*program) {
	first := make(map[*program]outcome, len(doubtful))
	var mu sync.Mutex
	compile(t, doubtful, "main.go", func(p *program, exe, failure string) {
		if failure != "" {
			p.leftOut = rejected
			return
		}
		o, _, reason := steady(t, p, exe)
		p.leftOut = reason
		if !p.stated && o != *p.want {
			p.leftOut = unsteady
		}
		mu.Lock()
		defer mu.Unlock()
		first[p] = o
	})
	const other = "renamed.go"
	compile(t, remaining(doubtful), other, func(p *program, exe, failure string) {
		if failure != "" {
			p.leftOut = rejected
			return
		}
		o, _, reason := steady(t, p, exe)
		p.leftOut = reason
		mu.Lock()
		defer mu.Unlock()
		if o != first[p] {
			p.leftOut = unsteady
			if strings.Contains(o.stdout+o.text, other) {
				p.leftOut = printFile
			}
		}
	})
	for _, p := range remaining(doubtful) {
		if o := first[p]; !p.matches(o) {
			p.want, p.stated, p.unordered = &o, false, false
		}
	}
}

// inFolder has use run p in its folder.
func inFolder(t *testing.T, p *program, use func(dir string)) {
	dir := p.dir
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "difftest"); err != nil {
			t.Error(err)
			return
		}
		defer func() {
			if err := os.RemoveAll(dir); err != nil {
				t.Error(err)
			}
		}()
	}
	use(dir)
}

// parallel calls f for each element, two at a time: the time limit is for
// machines with two cores.
func parallel[T any](list []T, f func(i int, x T)) {
	const width = 2
	next := make(chan int)
	var wg sync.WaitGroup
	for range width {
		wg.Go(func() {
			for i := range next {
				f(i, list[i])
			}
		})
	}
	for i := range list {
		next <- i
	}
	close(next)
	wg.Wait()
}
