package interp_test

import "testing"

// A loop that starts goroutines starts each with its own function, also when
// those before it end while the next is being made.
func TestGoroutinesOfALoopAreTheirOwn(t *testing.T) {
	for name, spawn := range map[string]string{
		"go statement": "go func() { got <- i }()",
		"compiled":     "wg.Go(func() { got <- i })",
		"variable":     "work := func() { got <- i }\n\tgo work()",
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t)
			for n := range 150 {
				got := s.show(t, n+1, `got := make(chan int, 40)
import "sync"
var wg sync.WaitGroup
for i := range 40 {
	`+spawn+`
}
wg.Wait()
sum := 0
for range 40 {
	sum += <-got
}
sum`)
				if got != "= 780" {
					t.Fatalf("the sum of 0 to 39 is %s", got)
				}
			}
		})
	}
}
