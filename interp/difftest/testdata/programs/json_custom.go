package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

type Status int

const (
	Active Status = iota + 1
	Closed
)

func (s Status) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[Status]string{Active: "active", Closed: "closed"}[s])
}

func (s *Status) UnmarshalJSON(b []byte) error {
	var str string
	if err := json.Unmarshal(b, &str); err != nil {
		return err
	}
	switch str {
	case "active":
		*s = Active
	case "closed":
		*s = Closed
	default:
		return fmt.Errorf("bad status %q", str)
	}
	return nil
}

type Level uint8

func (l Level) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("L%d", l)), nil }
func (l *Level) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "L%d", l)
	return err
}

type Address struct {
	Street string `json:"street"`
	Zip    string `json:"zip,omitempty"`
}

type Meta struct {
	Created time.Time `json:"created"`
	hidden  int
}

type User struct {
	ID     int             `json:"id"`
	Name   string          `json:"name"`
	Email  *string         `json:"email"`
	Tags   []string        `json:"tags,omitempty"`
	Addr   Address         `json:"addr"`
	Opt    *Address        `json:"opt,omitempty"`
	Status Status          `json:"status"`
	Levels map[Level]Level `json:"levels"`
	Extra  map[string]any  `json:"extra"`
	Raw    json.RawMessage `json:"raw"`
	Skip   string          `json:"-"`
	Dash   int             `json:"-,"`
	Str    int             `json:"str,string"`
	Bytes  []byte          `json:"bytes"`
	Any    any             `json:"any"`
	Zero   time.Duration   `json:"zero,omitzero"`
	NoTag  float64
	unexp  int
	Meta
	Nested struct{ A, B int } `json:"nested"`
	Arr    [2]bool            `json:"arr"`
	Iface  fmt.Stringer       `json:"iface"`
}

type ByPtr struct{ v string }

func (b *ByPtr) MarshalJSON() ([]byte, error) { return json.Marshal("ptr:" + b.v) }

type Bad struct{}

func (Bad) MarshalJSON() ([]byte, error) { return nil, errors.New("will not") }

type Tree struct {
	V    int     `json:"v"`
	Kids []*Tree `json:"kids,omitempty"`
}

type Opt[T any] struct {
	v  T
	ok bool
}

func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if !o.ok {
		return []byte("null"), nil
	}
	return json.Marshal(o.v)
}

func main() {
	u := User{ID: 7, Name: "Ann <&>", Status: Closed, Levels: map[Level]Level{2: 3, 1: 9}, Raw: json.RawMessage(`{"x":[1]}`),
		Skip: "s", Dash: 1, Str: 5, Bytes: []byte("hi"), Any: []any{1, "a", nil, 1.5, Active}, NoTag: 1e21,
		Extra: map[string]any{"z": 1, "a": map[string]int{"k": 1}}}
	b, err := json.Marshal(u)
	fmt.Println(string(b), err)
	var back User
	err = json.Unmarshal(b, &back)
	fmt.Println(err, back.Status == Closed, back.Levels, back.Extra["a"], back.Any, string(back.Raw), back.Str, string(back.Bytes))
	b, err = json.MarshalIndent(struct {
		T *Tree
		S []Status
		M map[string]Status
		P []*ByPtr
		V []ByPtr
		O []Opt[int]
	}{&Tree{1, []*Tree{{2, nil}, {3, nil}}}, []Status{Active}, map[string]Status{"k": Closed}, []*ByPtr{{"a"}}, []ByPtr{{"b"}}, []Opt[int]{{3, true}, {}}}, "", "  ")
	fmt.Println(string(b), err)
	_, err = json.Marshal([]Bad{{}})
	fmt.Println(err)
	var me *json.MarshalerError
	fmt.Println(errors.As(err, &me))
	var s []Status
	err = json.Unmarshal([]byte(`["active","nope"]`), &s)
	fmt.Println(err, s)
	var x struct{ A int }
	err = json.Unmarshal([]byte(`{"A":"str"}`), &x)
	fmt.Println(err)
	err = json.Unmarshal([]byte(`{"A":1,}`), &x)
	var se *json.SyntaxError
	fmt.Println(err, errors.As(err, &se), se.Offset)
	dec := json.NewDecoder(strings.NewReader(`{"a":1} {"a":2,"b":3} {"c":1}`))
	dec.DisallowUnknownFields()
	for {
		var v struct{ A, B int }
		if err := dec.Decode(&v); err != nil {
			fmt.Println("end:", err)
			break
		}
		fmt.Printf("%+v\n", v)
	}
	var any1 any
	json.Unmarshal([]byte(`{"n":1,"s":["a",true,null],"o":{"k":2.5}}`), &any1)
	fmt.Printf("%v %T\n", any1, any1.(map[string]any)["n"])
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent(">", " ")
	enc.Encode(map[string]any{"h": "<b>", "t": Tree{V: 1}})
	_, err = json.Marshal(map[string]any{"c": make(chan int)})
	fmt.Println(err)
	_, err = json.Marshal(func() {})
	fmt.Println(err)
	var t Tree
	fmt.Println(json.Unmarshal([]byte(`{"v":1,"kids":[{"v":2},{"V":3,"kids":[]}]}`), &t), t.Kids[1].V, t.Kids[0].Kids == nil)
	fmt.Println(json.Valid([]byte(`{}`)), json.Valid([]byte(`{`)))
}
