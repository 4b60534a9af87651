package main

import (
	"bytes"
	"fmt"
	"math/bits"
	"sort"
	"strings"
)

type BitSet []uint64

func (s *BitSet) Add(n int) {
	for len(*s) <= n/64 {
		*s = append(*s, 0)
	}
	(*s)[n/64] |= 1 << (n % 64)
}
func (s BitSet) Has(n int) bool { return n/64 < len(s) && s[n/64]>>(n%64)&1 == 1 }
func (s BitSet) Len() (n int) {
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return
}
func (s BitSet) All() func(func(int) bool) {
	return func(yield func(int) bool) {
		for i, w := range s {
			for ; w != 0; w &= w - 1 {
				if !yield(i*64 + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}
func (s BitSet) String() string {
	var b strings.Builder
	sep := "{"
	for n := range s.All() {
		fmt.Fprint(&b, sep, n)
		sep = " "
	}
	if sep == "{" {
		return "{}"
	}
	return b.String() + "}"
}

type Perm uint16

const (
	X Perm = 1 << iota
	W
	R
)

func (p Perm) String() string {
	out := []byte("---")
	for i, c := range "rwx" {
		if p&(R>>i) != 0 {
			out[i] = byte(c)
		}
	}
	return string(out)
}

type huff struct {
	c    rune
	n    int
	l, r *huff
}

func (h *huff) codes(prefix string, out map[rune]string) {
	if h.l == nil {
		out[h.c] = prefix
		return
	}
	h.l.codes(prefix+"0", out)
	h.r.codes(prefix+"1", out)
}

func huffman(s string) map[rune]string {
	counts := map[rune]int{}
	for _, r := range s {
		counts[r]++
	}
	var nodes []*huff
	for r, n := range counts {
		nodes = append(nodes, &huff{c: r, n: n})
	}
	for len(nodes) > 1 {
		sort.Slice(nodes, func(i, j int) bool {
			a, b := nodes[i], nodes[j]
			return a.n < b.n || a.n == b.n && a.c < b.c
		})
		nodes = append(nodes[2:], &huff{c: min(nodes[0].c, nodes[1].c), n: nodes[0].n + nodes[1].n, l: nodes[0], r: nodes[1]})
	}
	out := map[rune]string{}
	nodes[0].codes("", out)
	return out
}

func rle(s []byte) (out []byte) {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] && j-i < 9 {
			j++
		}
		out = append(out, '0'+byte(j-i), s[i])
		i = j
	}
	return
}

func crc8(data []byte) (crc uint8) {
	for _, b := range data {
		crc ^= b
		for range 8 {
			if crc&0x80 != 0 {
				crc = crc<<1 ^ 0x07
			} else {
				crc <<= 1
			}
		}
	}
	return
}

func xor(data, key []byte) []byte {
	out := bytes.Clone(data)
	for i := range out {
		out[i] ^= key[i%len(key)]
	}
	return out
}

func main() {
	var s BitSet
	for _, n := range []int{1, 64, 200, 63, 1} {
		s.Add(n)
	}
	fmt.Println(s, s.Len(), s.Has(64), s.Has(65), s.Has(1000), BitSet(nil))
	fmt.Println(R|W, X, Perm(0), R|W|X, []Perm{R, W})
	fmt.Printf("%v %d %03b %s\n", R|X, R|X, R|X, Perm(7)&^W)
	fmt.Println(huffman("abracadabra"))
	fmt.Println(string(rle([]byte("aaabbbbbbbbbbbbc"))), len(rle(nil)))
	fmt.Printf("%#02x %d\n", crc8([]byte("123456789")), crc8(nil))
	enc := xor([]byte("secret"), []byte{1, 2, 3})
	fmt.Println(enc, string(xor(enc, []byte{1, 2, 3})))
	fmt.Println(bits.Reverse16(1), bits.LeadingZeros8(1), bits.TrailingZeros(8), bits.Len8(255), bits.ReverseBytes32(0x01020304) == 0x04030201)
	x := uint32(0xdeadbeef)
	fmt.Printf("%x %x %08b %o %X\n", x>>16, x&0xffff, uint8(x), x, []byte{byte(x >> 24), byte(x >> 16)})
	var gray [8]uint8
	for i := range gray {
		gray[i] = uint8(i) ^ uint8(i)>>1
	}
	fmt.Printf("%03b\n", gray)
}
