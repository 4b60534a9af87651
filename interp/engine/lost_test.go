package engine_test

import (
	"strings"
	"testing"
)

func TestLost(t *testing.T) {
	tests := []struct {
		name, imports, decls, body string
		reason, fatal              string
		code                       int
	}{
		{"exit", "fmt os", "", "fmt.Println(`last words`)\nos.Exit(3)",
			"the cell called os.Exit(3)", "", 3},
		{"log", "fmt log", "", "fmt.Println(`last words`)\nlog.Fatal(`no more`)",
			"the cell called log.Fatal", "", 1},
		{"stack", "fmt", "func f(n int) int { return f(n+1) + 1 }", "fmt.Println(`last words`)\nf(0)",
			"the Go runtime ended the process: stack overflow", "stack overflow", 2},
		{"maps", "fmt", "", `fmt.Println("last words")
m := map[int]int{}
for i := 0; i < 8; i++ {
	rt.Go(func() { for j := 0; ; j++ { m[j%100] = j } })
}
for j := 0; ; j++ { m[j%100] = j }`,
			"the Go runtime ended the process: concurrent map writes", "concurrent map writes", 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "maps" && raceEnabled {
				t.Skip("the race detector stops the worker before the map does")
			}
			b := start(t)
			u := b.unit(test.imports, test.decls, test.body)
			o := b.Run(t.Context(), u)
			if o.Lost == nil {
				t.Fatalf("ended with %s", tell(o))
			}
			if o.Lost.Reason != test.reason || o.Lost.Fatal != test.fatal || o.Lost.Code != test.code {
				t.Errorf("ended with %s", tell(o))
			}
			if got := b.stdout(u.Cell); got != "last words\n" {
				t.Errorf("printed %q", got)
			}
			if o := b.run(t, "", ""); o.Lost == nil || o.Lost.Reason != test.reason {
				t.Errorf("a lost worker runs on: %s", tell(o))
			}
		})
	}
}

func TestKill(t *testing.T) {
	b := start(t)
	b.Kill()
	<-b.Done()
	if o := b.run(t, "", ""); o.Lost == nil || o.Lost.Signal != "killed" || !strings.Contains(o.Lost.Reason, "killed") {
		t.Fatalf("ended with %s", tell(o))
	}
}
