package progen

import (
	"encoding/binary"
	"math/rand/v2"
)

// Seed returns the choices that seed n stands for.
func Seed(n uint64) []byte { return binary.LittleEndian.AppendUint64(nil, n) }

// choices decides what a program looks like: first by the bytes of a fuzzer,
// then at random.
type choices struct {
	bytes []byte
	rest  *rand.Rand
}

func newChoices(data []byte) *choices {
	var seed [8]byte
	n := copy(seed[:], data)
	return &choices{data[n:], rand.New(rand.NewPCG(binary.LittleEndian.Uint64(seed[:]), 1))}
}

// n returns a number in [0, limit).
func (c *choices) n(limit int) int {
	if len(c.bytes) == 0 {
		return c.rest.IntN(limit)
	}
	b := c.bytes[0]
	c.bytes = c.bytes[1:]
	return int(b) % limit
}

// percent is true in p of 100 cases.
func (c *choices) percent(p int) bool { return c.n(100) < p }

// one returns one of xs.
func one[T any](c *choices, xs ...T) T { return xs[c.n(len(xs))] }
