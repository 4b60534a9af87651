package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"
)

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i := range p[:n] {
		switch c := p[i]; {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return n, err
}

type counter struct{ n, calls int }

func (c *counter) Write(p []byte) (int, error) { c.n += len(p); c.calls++; return len(p), nil }

type fast struct {
	s    string
	used string
}

func (f *fast) Read(p []byte) (int, error) {
	f.used = "Read"
	n := copy(p, f.s)
	f.s = f.s[n:]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}
func (f *fast) WriteTo(w io.Writer) (int64, error) {
	f.used = "WriteTo"
	n, err := io.WriteString(w, f.s)
	f.s = ""
	return int64(n), err
}

type sinkFrom struct{ got, how string }

func (s *sinkFrom) Write(p []byte) (int, error) {
	s.how = "Write"
	s.got += string(p)
	return len(p), nil
}
func (s *sinkFrom) ReadFrom(r io.Reader) (int64, error) {
	s.how = "ReadFrom"
	b, err := io.ReadAll(r)
	s.got += string(b)
	return int64(len(b)), err
}

type strWriter struct{ parts []string }

func (w *strWriter) Write(p []byte) (int, error) {
	w.parts = append(w.parts, "w:"+string(p))
	return len(p), nil
}
func (w *strWriter) WriteString(s string) (int, error) {
	w.parts = append(w.parts, "s:"+s)
	return len(s), nil
}

type closer struct {
	io.Reader
	closed *bool
}

func (c closer) Close() error { *c.closed = true; return errors.New("closing") }

type bytesR struct{ s string }

func (b *bytesR) ReadByte() (byte, error) {
	if b.s == "" {
		return 0, io.EOF
	}
	c := b.s[0]
	b.s = b.s[1:]
	return c, nil
}

type limited struct{ left int }

var errFull = errors.New("disk full")

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.left {
		n := l.left
		l.left = 0
		return n, errFull
	}
	l.left -= len(p)
	return len(p), nil
}

type at string

func (a at) ReadAt(p []byte, off int64) (int, error) {
	if off >= int64(len(a)) {
		return 0, io.EOF
	}
	n := copy(p, a[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

type scanMe struct{ a, b int }

func (s *scanMe) Scan(st fmt.ScanState, verb rune) error {
	_, err := fmt.Fscanf(st, "%d-%d", &s.a, &s.b)
	return err
}

func main() {
	io.Copy(os.Stdout, rot13{strings.NewReader("Uryyb, Jbeyq!\n")})
	c := &counter{}
	n, err := io.Copy(c, strings.NewReader(strings.Repeat("x", 100000)))
	fmt.Println(n, err, c.n)
	f := &fast{s: "quick"}
	var buf bytes.Buffer
	io.Copy(&buf, f)
	fmt.Println(buf.String(), f.used)
	s := &sinkFrom{}
	io.Copy(s, rot13{strings.NewReader("nop")})
	fmt.Println(*s)
	w := &strWriter{}
	io.WriteString(w, "direct")
	fmt.Fprintf(w, "%d", 5)
	bw := bufio.NewWriter(w)
	bw.WriteString("buffered")
	bw.WriteByte('!')
	bw.Flush()
	fmt.Printf("%q\n", w.parts)
	var closed bool
	var rc io.ReadCloser = closer{strings.NewReader("body"), &closed}
	all, _ := io.ReadAll(rc)
	fmt.Println(string(all), rc.Close(), closed)
	var br io.ByteReader = &bytesR{"ab"}
	for {
		b, err := br.ReadByte()
		if err != nil {
			fmt.Println(err == io.EOF)
			break
		}
		fmt.Print(string(b), " ")
	}
	_, err = io.Copy(&limited{5}, strings.NewReader("too long for it"))
	fmt.Println(errors.Is(err, errFull), err)
	bw = bufio.NewWriterSize(&limited{3}, 16)
	fmt.Fprint(bw, "abcdefgh")
	fmt.Println(bw.Flush())
	tee := io.TeeReader(strings.NewReader("tee"), c)
	io.Copy(io.Discard, tee)
	fmt.Println(c.n)
	mr := io.MultiReader(strings.NewReader("one "), rot13{strings.NewReader("gjb")})
	b, _ := io.ReadAll(mr)
	fmt.Println(string(b))
	mw := io.MultiWriter(&buf, c)
	fmt.Fprint(mw, "both")
	fmt.Println(buf.String(), c.n)
	sr := io.NewSectionReader(at("0123456789"), 2, 5)
	b, err = io.ReadAll(sr)
	fmt.Println(string(b), err)
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.CloseWithError(errFull)
	}()
	b, err = io.ReadAll(pr)
	fmt.Println(string(b), err)
	sc := bufio.NewScanner(rot13{strings.NewReader("svefg yvar\nfrpbaq\n")})
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader("a bb  ccc"))
	sc.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		adv, tok, err := bufio.ScanWords(data, atEOF)
		if string(tok) == "bb" {
			tok = []byte("B!")
		}
		return adv, tok, err
	})
	for sc.Scan() {
		fmt.Print(sc.Text(), ",")
	}
	fmt.Println()
	rd := bufio.NewReader(&fast{s: "line1\nline2"})
	l1, err1 := rd.ReadString('\n')
	l2, err2 := rd.ReadString('\n')
	fmt.Printf("%q %v %q %v\n", l1, err1, l2, err2)
	var sm scanMe
	k, err := fmt.Sscan("3-4", &sm)
	fmt.Println(k, err, sm)
	tw := tabwriter.NewWriter(os.Stdout, 0, 8, 2, '.', tabwriter.AlignRight)
	fmt.Fprintln(tw, "a\tbbb\tc")
	fmt.Fprintln(tw, "aaaa\tb\tccccc")
	tw.Flush()
	_, isWT := io.Reader(f).(io.WriterTo)
	_, isS := io.Reader(f).(io.Seeker)
	fmt.Println(isWT, isS)
	lr := io.LimitReader(rot13{strings.NewReader("nopqrs")}, 3)
	b, _ = io.ReadAll(lr)
	p := make([]byte, 4)
	_, err = io.ReadFull(strings.NewReader("ab"), p)
	fmt.Println(string(b), err)
}
