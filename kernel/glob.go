package kernel

// glob reports whether the whole of text matches pattern, in SQLite's GLOB
// language, which front ends of ipykernel use for searching the history: * is
// any text, newlines included, ? any one character, [a-z] and [^a-z] one
// character in or not in a set. path.Match won't do, for it stops at slashes.
func glob(pattern, text []rune) bool {
	// One star to return to is enough: what an earlier star could match
	// otherwise, the latest one can match too. So this takes at most
	// len(pattern) * len(text) steps.
	star, mark := -1, 0
	p, t := 0, 0
	for t < len(text) {
		if p < len(pattern) && pattern[p] == '*' {
			star, mark = p, t
			p++
			continue
		}
		if n := matchOne(pattern[p:], text[t]); n > 0 {
			p += n
			t++
			continue
		}
		if star < 0 {
			return false
		}
		mark++
		p, t = star+1, mark
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

// matchOne returns how many runes of pattern describe c; 0 when they don't.
func matchOne(pattern []rune, c rune) int {
	if len(pattern) == 0 {
		return 0
	}
	switch pattern[0] {
	case '?':
		return 1
	case '[':
		return matchSet(pattern, c)
	case c:
		return 1
	}
	return 0
}

// matchSet is matchOne for a pattern that starts with a set. A set that isn't
// closed matches nothing.
func matchSet(pattern []rune, c rune) int {
	i := 1
	negated := i < len(pattern) && pattern[i] == '^'
	if negated {
		i++
	}
	found := false
	for first := true; i < len(pattern); first = false {
		if pattern[i] == ']' && !first {
			if found != negated {
				return i + 1
			}
			return 0
		}
		lo, hi := pattern[i], pattern[i]
		if i+2 < len(pattern) && pattern[i+1] == '-' && pattern[i+2] != ']' {
			hi = pattern[i+2]
			i += 2
		}
		found = found || lo <= c && c <= hi
		i++
	}
	return 0
}
