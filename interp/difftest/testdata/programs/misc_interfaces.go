package main

import (
	"database/sql/driver"
	"encoding"
	"fmt"
	"hash"
	"image"
	"image/color"
	"io"
	"io/fs"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing/fstest"
	"text/scanner"
	"time"
)

type checker struct{ w, h int }

func (c checker) ColorModel() color.Model { return color.GrayModel }
func (c checker) Bounds() image.Rectangle { return image.Rect(0, 0, c.w, c.h) }
func (c checker) At(x, y int) color.Color {
	if (x+y)%2 == 0 {
		return color.White
	}
	return ink(7)
}

type ink uint8

func (i ink) RGBA() (r, g, b, a uint32) { v := uint32(i) * 0x101; return v, v, v, 0xffff }

type sum struct{ n uint32 }

func (s *sum) Write(p []byte) (int, error) {
	for _, b := range p {
		s.n += uint32(b)
	}
	return len(p), nil
}
func (s *sum) Sum(b []byte) []byte { return append(b, byte(s.n>>8), byte(s.n)) }
func (s *sum) Reset()              { s.n = 0 }
func (s *sum) Size() int           { return 2 }
func (s *sum) BlockSize() int      { return 1 }
func (s *sum) Sum32() uint32       { return s.n }

type handler struct{ greeting string }

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Path", r.URL.Path)
	if r.Method == http.MethodPost {
		b, _ := io.ReadAll(r.Body)
		w.WriteHeader(http.StatusCreated)
		fmt.Fprintf(w, "posted %s", b)
		return
	}
	fmt.Fprintf(w, "%s %s", h.greeting, r.URL.Query().Get("name"))
}

type roundTripper struct{ n int }

func (rt *roundTripper) RoundTrip(r *http.Request) (*http.Response, error) {
	rt.n++
	return &http.Response{StatusCode: 418, Status: "418 teapot", Body: io.NopCloser(strings.NewReader("tea for " + r.Host)), Request: r}, nil
}

type constSource int64

func (c constSource) Int63() int64 { return int64(c) }
func (c constSource) Seed(int64)   {}

type valuer struct{ n int64 }

func (v valuer) Value() (driver.Value, error) { return v.n, nil }

type text string

func (t text) MarshalText() ([]byte, error) { return []byte(strings.ToUpper(string(t))), nil }

type info struct{ name string }

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return 3 }
func (i info) Mode() fs.FileMode  { return 0o644 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }

func main() {
	img := checker{3, 2}
	r, _, _, _ := img.At(1, 0).RGBA()
	fmt.Println(img.Bounds(), r, color.GrayModel.Convert(img.At(0, 0)), color.RGBAModel.Convert(ink(7)))
	var im image.Image = img
	fmt.Println(im.Bounds().Dx(), im.At(1, 1) == color.White)
	var h hash.Hash32 = &sum{}
	io.WriteString(h, "abc")
	fmt.Println(h.Sum32(), h.Sum([]byte{1}), h.Size())
	srv := handler{"hello"}
	rec := httptest.NewRecorder()
	srv.ServeHTTP(rec, httptest.NewRequest("GET", "/x?name=bob", nil))
	fmt.Println(rec.Code, rec.Body, rec.Header().Get("X-Path"))
	mux := http.NewServeMux()
	mux.Handle("GET /a/{id}", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "id=", r.PathValue("id")) }))
	mux.Handle("/", srv)
	ts := httptest.NewServer(mux)
	defer ts.Close()
	for _, p := range []string{"/a/42", "/other?name=ann"} {
		resp, err := http.Get(ts.URL + p)
		b, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		fmt.Println(resp.StatusCode, string(b), err)
	}
	resp, _ := http.Post(ts.URL+"/p", "text/plain", strings.NewReader("data"))
	b, _ := io.ReadAll(resp.Body)
	fmt.Println(resp.Status, string(b), resp.Header["X-Path"])
	rt := &roundTripper{}
	c := http.Client{Transport: rt}
	resp, err := c.Get("http://kettle.test/")
	b, _ = io.ReadAll(resp.Body)
	fmt.Println(resp.StatusCode, string(b), err, rt.n)
	rng := rand.New(constSource(1 << 40))
	fmt.Println(rng.Int63(), rng.Int63n(10))
	var v driver.Valuer = valuer{5}
	val, _ := v.Value()
	fmt.Println(val)
	var tm encoding.TextMarshaler = text("loud")
	tb, _ := tm.MarshalText()
	fmt.Println(string(tb))
	fsys := fstest.MapFS{"a/b.txt": {Data: []byte("content")}, "c.txt": {Data: []byte("cc")}}
	fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		fmt.Print(p, ":", d.IsDir(), " ")
		return err
	})
	data, err := fs.ReadFile(fsys, "a/b.txt")
	fmt.Println(string(data), err)
	de := fs.FileInfoToDirEntry(info{"made-up"})
	fmt.Println(de, de.Name(), fs.FormatFileInfo(info{"f"}))
	var s scanner.Scanner
	s.Init(strings.NewReader("x := 3 + foo"))
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		fmt.Print(s.TokenText(), "|")
	}
	fmt.Fprintln(os.Stdout)
}
