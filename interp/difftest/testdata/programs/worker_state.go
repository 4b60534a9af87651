package main

import (
	"fmt"
	"strings"
)

type State uint8

const (
	Idle State = iota
	Running
	Stopped
	numStates
)

var stateNames = map[State]string{Idle: "idle", Running: "running", Stopped: "stopped"}

func (s State) String() string { return stateNames[s] }

type Transition struct{ From, To State }
type Hook func(*Machine, Transition) error
type Machine struct {
	state State
	hooks map[Transition][]Hook
	trace []Transition
	data  struct {
		count int
		tags  map[string]struct{}
	}
}

func (m *Machine) On(from, to State, hs ...Hook) *Machine {
	if m.hooks == nil {
		m.hooks = make(map[Transition][]Hook)
	}
	t := Transition{from, to}
	m.hooks[t] = append(m.hooks[t], hs...)
	return m
}

type TransitionError struct {
	Transition
	Reason string
}

func (e TransitionError) Error() string { return fmt.Sprintf("%v -> %v: %s", e.From, e.To, e.Reason) }

func (m *Machine) To(s State) error {
	t := Transition{m.state, s}
	hs, ok := m.hooks[t]
	if !ok {
		return TransitionError{t, "not allowed"}
	}
	for i, h := range hs {
		if err := h(m, t); err != nil {
			return fmt.Errorf("hook %d: %w", i, err)
		}
	}
	m.state = s
	m.trace = append(m.trace, t)
	return nil
}

func count(m *Machine, _ Transition) error { m.data.count++; return nil }
func tag(name string) Hook {
	return func(m *Machine, t Transition) error {
		if m.data.tags == nil {
			m.data.tags = map[string]struct{}{}
		}
		if _, dup := m.data.tags[name]; dup {
			return TransitionError{t, "dup tag " + name}
		}
		m.data.tags[name] = struct{}{}
		return nil
	}
}

type Matrix [numStates][numStates]bool

func (m *Machine) Matrix() (mx Matrix) {
	for t := range m.hooks {
		mx[t.From][t.To] = true
	}
	return
}

func (mx Matrix) String() string {
	var b strings.Builder
	for from, row := range mx {
		fmt.Fprintf(&b, "%-8v", State(from))
		for _, ok := range row {
			b.WriteByte(map[bool]byte{true: 'x', false: '.'}[ok])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func main() {
	m := new(Machine).On(Idle, Running, count, tag("r")).On(Running, Stopped, count).On(Stopped, Idle).On(Idle, Idle)
	for _, s := range []State{Running, Running, Stopped, Idle, Running, State(9)} {
		if err := m.To(s); err != nil {
			fmt.Println("error:", err)
			if te, ok := err.(TransitionError); ok {
				fmt.Printf("  %v %+v\n", te.Transition, te)
			}
			continue
		}
		fmt.Println("now", m.state)
	}
	fmt.Println(m.trace, m.data.count, m.data.tags)
	fmt.Print(m.Matrix())
	fmt.Printf("%v %+v %d %T\n", m.trace[0], m.trace[0], m.trace[0], m.trace)
}
