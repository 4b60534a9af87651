package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
)

type Currency string

type Money struct {
	Amount int64
	Cur    Currency
}

func (m Money) String() string { return fmt.Sprintf("%s %d.%02d", m.Cur, m.Amount/100, m.Amount%100) }

type InsufficientFunds struct {
	Have, Want Money
}

func (e InsufficientFunds) Error() string { return fmt.Sprintf("have %v, want %v", e.Have, e.Want) }

var ErrFrozen = errors.New("account frozen")

type Event interface{ apply(*Account) error }
type (
	Deposit  struct{ Money }
	Withdraw struct{ Money }
	Freeze   struct{}
)

func (d Deposit) apply(a *Account) error { a.balance.Amount += d.Amount; return nil }
func (w Withdraw) apply(a *Account) error {
	if a.balance.Amount < w.Amount {
		return &InsufficientFunds{a.balance, w.Money}
	}
	a.balance.Amount -= w.Amount
	return nil
}
func (Freeze) apply(a *Account) error { a.frozen = true; return nil }

type Account struct {
	mu      sync.Mutex
	id      string
	balance Money
	frozen  bool
	history []Event
}

func (a *Account) Do(events ...Event) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	for i, e := range events {
		if a.frozen {
			return fmt.Errorf("account %s, event %d: %w", a.id, i, ErrFrozen)
		}
		if err := e.apply(a); err != nil {
			return fmt.Errorf("account %s, event %d (%T): %w", a.id, i, e, err)
		}
		a.history = append(a.history, e)
	}
	return nil
}

type Bank struct{ accounts map[string]*Account }

func (b *Bank) Open(id string, start int64) *Account {
	if b.accounts == nil {
		b.accounts = make(map[string]*Account)
	}
	a := &Account{id: id, balance: Money{start, "EUR"}}
	b.accounts[id] = a
	return a
}

func (b Bank) Report() string {
	ids := make([]string, 0, len(b.accounts))
	for id := range b.accounts {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	var sb strings.Builder
	for _, id := range ids {
		fmt.Fprintf(&sb, "%-6s|%12v|%d\n", id, b.accounts[id].balance, len(b.accounts[id].history))
	}
	return sb.String()
}

func main() {
	var b Bank
	ann, bob := b.Open("ann", 10050), b.Open("bob", 5)
	eur := func(n int64) Money { return Money{n, "EUR"} }
	fmt.Println(ann.Do(Deposit{eur(950)}, Withdraw{eur(1)}))
	err := bob.Do(Deposit{eur(1)}, Withdraw{eur(100)}, Freeze{})
	fmt.Println(err)
	var inf *InsufficientFunds
	if errors.As(err, &inf) {
		fmt.Println("short by", eur(inf.Want.Amount-inf.Have.Amount))
	}
	err = bob.Do(Freeze{}, Deposit{eur(5)})
	fmt.Println(err, errors.Is(err, ErrFrozen), errors.Unwrap(err) == ErrFrozen)
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if i%2 == 0 {
				ann.Do(Deposit{eur(10)})
			} else {
				ann.Do(Withdraw{eur(5)})
			}
		})
	}
	wg.Wait()
	fmt.Print(b.Report())
	fmt.Printf("%v %+v %T\n", bob.history, bob.history[0], bob.history)
	counts := map[string]int{}
	for _, e := range ann.history {
		counts[fmt.Sprintf("%T", e)]++
	}
	fmt.Println(counts)
}
