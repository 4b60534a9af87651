package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/gob"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"os"
	"strings"
)

type Color struct{ R, G, B uint8 }

func (c Color) MarshalText() ([]byte, error) {
	return []byte(fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)), nil
}

func (c *Color) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "#%02x%02x%02x", &c.R, &c.G, &c.B)
	return err
}

type Temp float64

func (t Temp) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: "unit"}, Value: "C"})
	return e.EncodeElement(float64(t), start)
}

type Book struct {
	XMLName xml.Name `xml:"book"`
	ID      int      `xml:"id,attr"`
	Title   string   `xml:"title"`
	Authors []string `xml:"authors>author"`
	Color   Color    `xml:"color"`
	Temp    Temp     `xml:"temp"`
	Note    string   `xml:",comment"`
	Inner   *Inner   `xml:"inner,omitempty"`
	Extra
}

type Inner struct {
	Text string `xml:",chardata"`
}

type Extra struct {
	Pages int `xml:"pages"`
}

type Shape interface{ Area() float64 }
type Sq struct{ S float64 }
type Ci struct{ R float64 }

func (s Sq) Area() float64 { return s.S * s.S }
func (c Ci) Area() float64 { return 3 * c.R * c.R }

type Rec struct {
	Name  string
	Vals  map[string][]int
	Next  *Rec
	Shape Shape
}

type Custom struct{ secret string }

func (c Custom) GobEncode() ([]byte, error) { return []byte("enc:" + c.secret), nil }
func (c *Custom) GobDecode(b []byte) error {
	c.secret = strings.TrimPrefix(string(b), "enc:")
	return nil
}

type Header struct {
	Magic   [4]byte
	Version uint16
	Size    int32
}

func main() {
	b := Book{ID: 3, Title: "Go & <XML>", Authors: []string{"A", "B"}, Color: Color{255, 128, 0}, Temp: 21.5, Note: " hi ", Inner: &Inner{"deep"}, Extra: Extra{300}}
	out, err := xml.MarshalIndent(b, "", " ")
	fmt.Println(string(out), err)
	var back Book
	err = xml.Unmarshal([]byte(`<book id="9"><title>T</title><authors><author>X</author></authors><color>#010203</color><pages>5</pages><inner>chars</inner></book>`), &back)
	fmt.Println(err, back.ID, back.Title, back.Authors, back.Color, back.Pages, back.Inner.Text)

	gob.Register(Sq{})
	gob.Register(Ci{})
	var buf bytes.Buffer
	enc := gob.NewEncoder(&buf)
	rec := Rec{"one", map[string][]int{"a": {1, 2}}, &Rec{Name: "two", Shape: Ci{2}}, Sq{3}}
	fmt.Println(enc.Encode(rec), enc.Encode(Custom{"s3"}))
	dec := gob.NewDecoder(&buf)
	var r2 Rec
	fmt.Println(dec.Decode(&r2), r2.Name, r2.Vals, r2.Next.Name)
	fmt.Println(r2.Shape.Area(), r2.Next.Shape.Area())
	fmt.Printf("%T %v\n", r2.Shape, r2.Next.Shape)
	var c Custom
	fmt.Println(dec.Decode(&c), c.secret)

	w := csv.NewWriter(os.Stdout)
	w.Write([]string{"a", "b c", `q"uote`, "x,y"})
	w.WriteAll([][]string{{"1", "2"}, {"", "multi\nline"}})
	rd := csv.NewReader(strings.NewReader("h1;h2\n1;\"two\"\n#c\n3;4;5\n"))
	rd.Comma, rd.Comment = ';', '#'
	for {
		row, err := rd.Read()
		if row == nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%q %v\n", row, err)
	}
	var bin bytes.Buffer
	h := Header{[4]byte{'G', 'O', 'P', 'S'}, 2, -5}
	fmt.Println(binary.Write(&bin, binary.BigEndian, h), hex.EncodeToString(bin.Bytes()), binary.Size(h))
	var h2 Header
	fmt.Println(binary.Read(&bin, binary.BigEndian, &h2), h2 == h, string(h2.Magic[:]))
	fmt.Println(base64.StdEncoding.EncodeToString([]byte("hello?>")), base64.RawURLEncoding.EncodeToString([]byte("hello?>")))
	fmt.Print(hex.Dump([]byte("0123456789abcdefXYZ")))
	fmt.Println(binary.LittleEndian.Uint32([]byte{1, 2, 0, 0}), binary.AppendUvarint(nil, 300))
}
