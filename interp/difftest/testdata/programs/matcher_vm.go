package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

type TokenKind int

const (
	NUM TokenKind = iota
	OP
	LPAREN
	RPAREN
	IDENT
	EOF
)

//go:noinline
func (k TokenKind) String() string {
	return [...]string{"NUM", "OP", "LPAREN", "RPAREN", "IDENT", "EOF"}[k]
}

type Token struct {
	Kind TokenKind
	Text string
	Pos  int
}

type SyntaxError struct {
	Pos int
	Msg string
}

func (e *SyntaxError) Error() string { return strconv.Itoa(e.Pos) + ": " + e.Msg }

func lex(src string) (toks []Token, err error) {
	for i := 0; i < len(src); {
		c := rune(src[i])
		switch {
		case unicode.IsSpace(c):
			i++
		case unicode.IsDigit(c) || c == '.':
			j := i
			for j < len(src) && (unicode.IsDigit(rune(src[j])) || src[j] == '.') {
				j++
			}
			toks = append(toks, Token{NUM, src[i:j], i})
			i = j
		case unicode.IsLetter(c):
			j := strings.IndexFunc(src[i:], func(r rune) bool { return !unicode.IsLetter(r) })
			if j < 0 {
				j = len(src) - i
			}
			toks = append(toks, Token{IDENT, src[i : i+j], i})
			i += j
		case strings.ContainsRune("+-*/^", c):
			toks = append(toks, Token{OP, string(c), i})
			i++
		case c == '(', c == ')':
			k := LPAREN
			if c == ')' {
				k = RPAREN
			}
			toks = append(toks, Token{k, string(c), i})
			i++
		default:
			return toks, &SyntaxError{i, fmt.Sprintf("unexpected %q", c)}
		}
	}
	return append(toks, Token{EOF, "", len(src)}), nil
}

type Expr interface {
	Eval(env map[string]float64) (float64, error)
	fmt.Stringer
}
type (
	Num   float64
	Var   string
	Unary struct {
		Op string
		X  Expr
	}
	Binary struct {
		Op   string
		L, R Expr
	}
)

var ErrDivZero = errors.New("division by zero")

func (n Num) Eval(map[string]float64) (float64, error) { return float64(n), nil }
func (v Var) Eval(env map[string]float64) (float64, error) {
	if x, ok := env[string(v)]; ok {
		return x, nil
	}
	return 0, fmt.Errorf("undefined: %s", string(v))
}
func (u Unary) Eval(env map[string]float64) (float64, error) {
	x, err := u.X.Eval(env)
	return -x, err
}
func (b Binary) Eval(env map[string]float64) (float64, error) {
	l, err := b.L.Eval(env)
	if err != nil {
		return 0, err
	}
	r, err := b.R.Eval(env)
	if err != nil {
		return 0, err
	}
	switch b.Op {
	case "+":
		return l + r, nil
	case "-":
		return l - r, nil
	case "*":
		return l * r, nil
	case "/":
		if r == 0 {
			return 0, fmt.Errorf("%v: %w", b, ErrDivZero)
		}
		return l / r, nil
	}
	panic("bad op " + b.Op)
}
func (n Num) String() string    { return strconv.FormatFloat(float64(n), 'g', -1, 64) }
func (v Var) String() string    { return string(v) }
func (u Unary) String() string  { return "(" + u.Op + u.X.String() + ")" }
func (b Binary) String() string { return "(" + b.L.String() + " " + b.Op + " " + b.R.String() + ")" }

type parser struct {
	toks []Token
	i    int
}

func (p *parser) peek() Token { return p.toks[p.i] }
func (p *parser) next() Token { t := p.toks[p.i]; p.i++; return t }

var prec = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2}

func (p *parser) expr(min int) Expr {
	left := p.unary()
	for {
		t := p.peek()
		pr, ok := prec[t.Text]
		if t.Kind != OP || !ok || pr < min {
			return left
		}
		p.next()
		left = Binary{t.Text, left, p.expr(pr + 1)}
	}
}

func (p *parser) unary() Expr {
	switch t := p.next(); t.Kind {
	case NUM:
		f, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			panic(&SyntaxError{t.Pos, err.Error()})
		}
		return Num(f)
	case IDENT:
		return Var(t.Text)
	case LPAREN:
		e := p.expr(1)
		if t := p.next(); t.Kind != RPAREN {
			panic(&SyntaxError{t.Pos, "want ), got " + t.Kind.String()})
		}
		return e
	case OP:
		if t.Text == "-" {
			return Unary{"-", p.unary()}
		}
		fallthrough
	default:
		panic(&SyntaxError{t.Pos, fmt.Sprintf("unexpected %v %q", t.Kind, t.Text)})
	}
}

func parse(src string) (e Expr, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *SyntaxError:
			err = r
		default:
			panic(r)
		}
	}()
	toks, err := lex(src)
	if err != nil {
		return nil, err
	}
	p := &parser{toks: toks}
	e = p.expr(1)
	if t := p.peek(); t.Kind != EOF {
		return nil, &SyntaxError{t.Pos, "trailing " + t.Text}
	}
	return e, nil
}

func main() {
	env := map[string]float64{"x": 3, "pi": 3.14}
	for _, src := range []string{"1+2*3", "(1+2)*-x", "pi*x/2", "1/(x-3)", "y+1", "1 +", "2 $ 3", "(1", "1 2", "1.2.3"} {
		e, err := parse(src)
		if err != nil {
			var se *SyntaxError
			fmt.Printf("%-10s error %v %t\n", src, err, errors.As(err, &se))
			continue
		}
		v, err := e.Eval(env)
		fmt.Printf("%-10s %v = %.4g, %v, %T\n", src, e, v, err, e)
		if errors.Is(err, ErrDivZero) {
			fmt.Println("   divided by zero")
		}
	}
	toks, _ := lex("a+(1)")
	fmt.Println(toks)
	fmt.Printf("%+v\n", toks[1])
}
