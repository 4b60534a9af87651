package kernel_test

import (
	"fmt"
	"slices"
	"testing"

	"gopost/kernel"
	"gopost/kernel/kerneltest"
	"gopost/kernel/protocol"
)

// lines gives the numbers of history items.
func lines(items []protocol.HistoryItem) []int {
	out := []int{}
	for _, h := range items {
		out = append(out, h.Line)
	}
	return out
}

func TestHistory(t *testing.T) {
	h := kernel.NewHistory()
	for i, source := range []string{"1+2", "a/b\nc", "1+2", "x[0]", "1*2"} {
		h.Input(i+1, source)
	}
	for _, c := range []struct {
		what string
		got  []protocol.HistoryItem
		want []int
	}{
		{"range all", h.Range(0, 1, 0), []int{1, 2, 3, 4, 5}},
		{"range from 0", h.Range(0, 0, 0), []int{1, 2, 3, 4, 5}},
		{"range by number", h.Range(1, 2, 4), []int{2, 3}},
		{"range past the end", h.Range(0, 4, 100), []int{4, 5}},
		{"range from the end", h.Range(0, -2, 0), []int{4, 5}},
		{"range to the end", h.Range(0, 1, -3), []int{1, 2}},
		{"range turned round", h.Range(0, 4, 2), []int{}},
		{"range of an earlier session", h.Range(-1, 0, 0), []int{}},
		{"range of an unknown session", h.Range(7, 0, 0), []int{}},
		{"tail", h.Tail(2), []int{4, 5}},
		{"tail of more", h.Tail(100), []int{1, 2, 3, 4, 5}},
		{"tail of nothing", h.Tail(0), []int{}},
		{"tail of less", h.Tail(-1), []int{}},
		{"search a text", h.Search("1+2", -1, false), []int{1, 3}},
		{"search once", h.Search("1+2", -1, true), []int{3}},
		{"search a part", h.Search("+", -1, false), []int{}},
		{"search with ? and *", h.Search("1?2*", -1, false), []int{1, 3, 5}},
		{"search the last", h.Search("1?2*", 2, false), []int{3, 5}},
		{"search the last once", h.Search("1*", 5, true), []int{3, 5}},
		{"search over slashes and lines", h.Search("a*c", -1, false), []int{2}},
		{"search a set", h.Search("1[*-]2", -1, false), []int{5}},
		{"search a range", h.Search("[0-9]+[1-3]", -1, false), []int{1, 3}},
		{"search no set", h.Search("1[^*]2", -1, false), []int{1, 3}},
		{"search a bracket", h.Search("x[[]0[]]", -1, false), []int{4}},
		{"search an open set", h.Search("x[0", -1, false), []int{}},
		{"search all", h.Search("*", -1, false), []int{1, 2, 3, 4, 5}},
		{"search stars", h.Search("**2**", -1, false), []int{1, 3, 5}},
		{"search nothing", h.Search("", -1, false), []int{}},
	} {
		if got := lines(c.got); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

func TestHistoryIsBounded(t *testing.T) {
	h := kernel.NewHistory()
	for i := range 25_000 {
		h.Input(i+1, fmt.Sprint(i))
	}
	all := h.Range(0, 0, 0)
	if len(all) > 10_000 || len(all) < 5_000 || all[len(all)-1].Line != 25_000 {
		t.Errorf("%d cells are kept, the last %+v", len(all), all[len(all)-1])
	}
}

func TestHistoryRequests(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	f.Run("value 3")
	f.Run("out x")
	no := false
	c := f.ExecuteRequest(protocol.ExecuteRequest{Code: "out not kept", StoreHistory: &no})
	c.ExpectOK()
	n := 1
	stop := 2
	for _, q := range []struct {
		request protocol.HistoryRequest
		want    []protocol.HistoryItem
	}{
		{
			protocol.HistoryRequest{Access: "tail", Output: true},
			[]protocol.HistoryItem{
				{Session: 1, Line: 1, Input: "value 3", Output: "3", WithOutput: true},
				{Session: 1, Line: 2, Input: "out x", WithOutput: true},
			},
		},
		{
			protocol.HistoryRequest{Access: "tail", N: &n, Raw: true},
			[]protocol.HistoryItem{{Session: 1, Line: 2, Input: "out x"}},
		},
		{
			protocol.HistoryRequest{Access: "range", Session: 0, Start: 1, Stop: &stop},
			[]protocol.HistoryItem{{Session: 1, Line: 1, Input: "value 3"}},
		},
		{
			protocol.HistoryRequest{Access: "search", Pattern: "out*", Unique: true},
			[]protocol.HistoryItem{{Session: 1, Line: 2, Input: "out x"}},
		},
		{
			protocol.HistoryRequest{Access: "search", Pattern: "none"},
			[]protocol.HistoryItem{},
		},
	} {
		var got protocol.HistoryReply
		f.Send(kerneltest.Shell, "history_request", q.request).ExpectFramed(&got)
		if got.Status != "ok" || got.History == nil || !slices.Equal(got.History, q.want) {
			t.Errorf("%+v: %+v", q.request, got)
		}
	}
}
