package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
)

type Address struct {
	Street string `json:"street"`
	City   string `json:"city,omitempty"`
}
type Base struct {
	ID      int       `json:"id"`
	Created time.Time `json:"created"`
}
type Status int

func (s Status) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[Status]string{0: "off", 1: "on"}[s])
}
func (s *Status) UnmarshalJSON(b []byte) error {
	var t string
	if err := json.Unmarshal(b, &t); err != nil {
		return err
	}
	switch t {
	case "on":
		*s = 1
	case "off":
		*s = 0
	default:
		return fmt.Errorf("bad status %q", t)
	}
	return nil
}

type Color struct{ r, g int }

func (c Color) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("%d/%d", c.r, c.g)), nil }
func (c *Color) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%d/%d", &c.r, &c.g)
	return err
}

type User struct {
	Base
	Name    string            `json:"name"`
	Age     int               `json:"age,omitempty"`
	Email   *string           `json:"email"`
	Tags    []string          `json:"tags"`
	Addr    Address           `json:"addr"`
	Addrs   []*Address        `json:"addrs,omitempty"`
	Meta    map[string]any    `json:"meta,omitempty"`
	M       map[string]Status `json:"m,omitempty"`
	State   Status            `json:"state"`
	Col     Color             `json:"col"`
	Any     any               `json:"any"`
	Skip    string            `json:"-"`
	Num     int64             `json:"num,string"`
	private int
	Raw     json.RawMessage `json:"raw,omitempty"`
	F       float64
	B       []byte
}

type Kind string
type Tree struct {
	Val         Kind
	Left, Right *Tree `json:",omitempty"`
}

func main() {
	e := "a@b.c"
	u := User{Base: Base{7, time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)}, Name: "Ann <x>", Email: &e, Tags: []string{"a"}, Addr: Address{"S", ""},
		Addrs: []*Address{{"T", "C"}, nil}, Meta: map[string]any{"k": []int{1}, "s": Status(1)}, M: map[string]Status{"z": 1, "a": 0}, State: 1, Col: Color{1, 2},
		Any: Address{"in any", "x"}, Skip: "no", Num: 5, private: 3, F: 1e21, B: []byte("hi")}
	b, err := json.Marshal(u)
	fmt.Println(string(b), err)
	b, _ = json.MarshalIndent(Tree{"root", &Tree{Val: "l"}, nil}, "", "  ")
	fmt.Println(string(b))
	var v User
	err = json.Unmarshal([]byte(`{"id": 9, "created": "2024-01-02T03:04:05Z", "name":"Bob","age":5,"email":null,"tags":["x","y"],"addr":{"street":"Q"},
	"addrs":[{"city":"C"},null],"meta":{"a":1.5,"b":[true,null]},"m":{"q":"on"},"state":"on","col":"3/4","any":{"z":1},"num":"77","raw":{"a": 1},"F":2.5,"B":"aGk=","unknown":1}`), &v)
	fmt.Println(err)
	fmt.Println(v.ID, v.Created.Year(), v.Name, v.Age, v.Email == nil, v.Tags, v.Addr, v.Addrs[0].City, v.Addrs[1] == nil, v.Meta, v.M, int(v.State), v.Col, v.Any, v.Num, string(v.Raw), v.F, string(v.B))
	var t Tree
	fmt.Println(json.Unmarshal([]byte(`{"Val":"a","left":{"Val":"b"}}`), &t), t.Left.Val, t.Right == nil)
	err = json.Unmarshal([]byte(`{"state":"maybe"}`), &v)
	fmt.Println(err)
	err = json.Unmarshal([]byte(`{"name": 5}`), &v)
	fmt.Println(err)
	err = json.Unmarshal([]byte(`{bad`), &v)
	fmt.Println(err)
	var anyv any
	json.Unmarshal([]byte(`{"a":[1,"x",null,{"b":true}]}`), &anyv)
	fmt.Println(anyv)
	m := anyv.(map[string]any)
	for _, x := range m["a"].([]any) {
		switch x := x.(type) {
		case float64:
			fmt.Println("num", x)
		case string:
			fmt.Println("str", x)
		case nil:
			fmt.Println("nil")
		case map[string]any:
			fmt.Println("obj", x["b"].(bool))
		}
	}
	var list []Address
	fmt.Println(json.Unmarshal([]byte(`[{"street":"1"},{"street":"2"}]`), &list), list)
	var mm map[string]Address
	fmt.Println(json.Unmarshal([]byte(`{"h":{"street":"1"}}`), &mm), mm)
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent(">", " ")
	enc.Encode(map[string]any{"b": Address{"s", "c"}, "a": []Status{0, 1}})
	dec := json.NewDecoder(strings.NewReader(`{"street":"one"} {"street":"two"}`))
	for dec.More() {
		var a Address
		if err := dec.Decode(&a); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%+v\n", a)
	}
	anon := struct {
		X int `json:"x"`
		Y []Kind
	}{1, []Kind{"k"}}
	b, _ = json.Marshal(anon)
	fmt.Println(string(b))
	b, _ = json.Marshal([]any{1, "a", nil, Status(1), Color{5, 6}, &u.Addr, map[string]int{"z": 1, "a": 2}, [2]bool{true}})
	fmt.Println(string(b))
	_, err = json.Marshal(make(chan int))
	fmt.Println(err)
	fmt.Println(json.Valid([]byte(`{}`)))
}
