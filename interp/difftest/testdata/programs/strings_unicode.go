package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

type Path string

func (p Path) Base() Path { return p[strings.LastIndex(string(p), "/")+1:] }

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func main() {
	s := "Hello, 世界! é e\u0301 😀"
	fmt.Println(len(s), utf8.RuneCountInString(s), []rune(s)[7], string([]rune(s)[7:9]), reverse("añb"))
	for i, r := range "a世\xffz" {
		fmt.Printf("%d:%c:%U:%d ", i, r, r, utf8.RuneLen(r))
	}
	fmt.Println()
	fmt.Println(s[7], s[7:10], s[:5] == "Hello", s > "Hella", s[len(s)-4:])
	fmt.Println([]byte("hé"), string([]byte{0xe4, 0xb8, 0x96}), string(rune(0x4e16)), string([]rune{65, 0x1F600, -1}))
	fmt.Printf("%q %+q %x %v\n", "\x00\u2028\t😀\xff", "é", "é", []byte("\xff"))
	var b strings.Builder
	for i := range 3 {
		fmt.Fprintf(&b, "%d-", i)
	}
	b.WriteByte('x')
	b.WriteRune('世')
	b.WriteString("end")
	fmt.Println(b.String(), b.Len())
	fmt.Println(strings.Split("a,b,c", ","), strings.SplitN("a,b,c", ",", 2), strings.Fields("  a  b "), strings.Join([]string{"x", "y"}, "+"))
	fmt.Println(strings.Repeat("ab", 3), strings.Replace("aaa", "a", "b", 2), strings.ReplaceAll("aaa", "a", "c"), strings.Title("go lang"), strings.ToUpper("straße"))
	fmt.Println(strings.Contains("seafood", "foo"), strings.Index("chicken", "ken"), strings.Count("cheese", "e"), strings.HasPrefix("golang", "go"), strings.EqualFold("Go", "GO"))
	fmt.Println(strings.Trim("xxhixx", "x"), strings.TrimLeft("aab", "a"), strings.TrimSuffix("a.go", ".go"), strings.TrimFunc("12a34", unicode.IsDigit))
	before, after, found := strings.Cut("k=v=w", "=")
	fmt.Println(before, after, found)
	fmt.Println(strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, "aBcÉé"))
	fmt.Println(strings.FieldsFunc("a1b2c", unicode.IsDigit), strings.IndexFunc("abc1", unicode.IsDigit), strings.ContainsRune("ab", 'b'))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>"), strings.Compare("a", "b"))
	fmt.Println(Path("/usr/lib/x.so").Base(), Path("a")+"b", len(Path("世")))
	n, err := strconv.Atoi("42")
	_, err2 := strconv.ParseInt("999999999999999999999", 10, 64)
	_, err3 := strconv.ParseFloat("x", 64)
	_, err4 := strconv.ParseBool("maybe")
	fmt.Println(n, err, err2, err3, err4)
	u, _ := strconv.ParseUint("ff", 16, 8)
	q, _ := strconv.Unquote(`"a\tb"`)
	fmt.Println(u, strconv.Quote("a\n☺"), q, strconv.FormatInt(-255, 2), strconv.FormatFloat(1.0/3, 'f', 4, 64), strconv.QuoteToASCII("é"), strconv.Itoa(-7), strconv.AppendBool(nil, true))
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.ToUpper([]byte("abc")), string(bytes.TrimSpace([]byte(" x "))), bytes.Contains([]byte("seafood"), []byte("foo")))
	var buf bytes.Buffer
	buf.WriteString("line1\nline2")
	line, err := buf.ReadString('\n')
	fmt.Printf("%q %v %q %d\n", line, err, buf.String(), buf.Len())
	fmt.Println(utf8.ValidString("a\xff"), utf8.RuneError, utf16.Encode([]rune("😀")), strings.ToValidUTF8("a\xffb", "?"))
	rr, size := utf8.DecodeRuneInString("世界")
	fmt.Println(string(rr), size, utf8.AppendRune(nil, 'é'), unicode.Is(unicode.Han, '世'), unicode.IsLetter('é'), unicode.IsSpace('\u00a0'))
	multi := `raw \n "quoted"
second	line`
	fmt.Println(multi, len(multi), strings.Count(multi, "\n"))
	s2 := s
	bs := []byte(s2)
	bs[0] = 'J'
	fmt.Println(s2[:5], string(bs[:5]))
	cmp := ""
	for _, w := range strings.Fields("banana apple cherry") {
		if cmp == "" || w < cmp {
			cmp = w
		}
	}
	fmt.Println(cmp, "Z" < "a", "é" > "z", "" < "a")
	const c = "const世"
	fmt.Println(c[5], len(c), c[1:3], "lit"[1], string("abc"[1]))
	sw := strings.NewReader("abc")
	by, _ := sw.ReadByte()
	sw.UnreadByte()
	fmt.Println(by, sw.Len(), sw.Size())
	caesar := func(s string, k rune) string {
		return strings.Map(func(r rune) rune {
			switch {
			case 'a' <= r && r <= 'z':
				return 'a' + (r-'a'+k+26)%26
			case 'A' <= r && r <= 'Z':
				return 'A' + (r-'A'+k+26)%26
			}
			return r
		}, s)
	}
	fmt.Println(caesar("Hello, World", 3), caesar(caesar("abcxyz", 5), -5))
}
