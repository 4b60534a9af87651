package protocol_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"gopost/kernel/protocol"
)

func encode(t *testing.T, c protocol.Content) string {
	t.Helper()
	b, err := protocol.Encode(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The forms on the wire, as jupyter_client's documentation has them.
func TestEncode(t *testing.T) {
	yes, indent := protocol.OK(), "  "
	for _, c := range []struct {
		content protocol.Content
		msgType string
		want    string
	}{
		{protocol.Status{ExecutionState: "busy"}, "status", `{"execution_state":"busy"}`},
		{protocol.Stream{Name: "stdout", Text: "<a> & \"b\"\n"}, "stream", `{"name":"stdout","text":"<a> & \"b\"\n"}`},
		{protocol.ExecuteInput{Code: "1", ExecutionCount: 3}, "execute_input", `{"code":"1","execution_count":3}`},
		{
			protocol.ExecuteResult{ExecutionCount: 3, Data: protocol.Bundle{"text/plain": "2"}}, "execute_result",
			`{"execution_count":3,"data":{"text/plain":"2"},"metadata":{},"transient":{}}`,
		},
		{
			protocol.DisplayData{
				Data: protocol.Bundle{
					"application/json":                 `{"n": [1, "<b>"]}`,
					"application/vnd.vegalite.v5+json": `[1]`,
					"image/png":                        "iVBO",
					"text/html":                        "<b>x</b>",
				},
				Metadata:  protocol.BundleMetadata{"image/png": `{"width": 2}`},
				Transient: protocol.Transient{DisplayID: "d"},
			}, "display_data",
			`{"data":{"application/json":{"n":[1,"<b>"]},"application/vnd.vegalite.v5+json":[1],"image/png":"iVBO","text/html":"<b>x</b>"},` +
				`"metadata":{"image/png":{"width":2}},"transient":{"display_id":"d"}}`,
		},
		{
			protocol.UpdateDisplayData{Data: protocol.Bundle{"application/json": "no JSON"}}, "update_display_data",
			`{"data":{"application/json":"no JSON"},"metadata":{},"transient":{}}`,
		},
		{protocol.ClearOutput{Wait: true}, "clear_output", `{"wait":true}`},
		{
			protocol.Error{Failure: protocol.Failure{Name: "Panic", Value: "v", Traceback: []string{"a", "b"}}}, "error",
			`{"ename":"Panic","evalue":"v","traceback":["a","b"]}`,
		},
		{protocol.Welcome{}, "iopub_welcome", `{"subscription":""}`},
		{
			protocol.ExecuteReply{Reply: yes, ExecutionCount: 1, UserExpressions: map[string]protocol.ExpressionResult{
				"a": {Reply: yes, Data: protocol.Bundle{}, Metadata: protocol.BundleMetadata{}},
				"b": {Reply: protocol.Failed(protocol.Failure{Name: "E"})},
			}, Payload: []protocol.Payload{}}, "execute_reply",
			`{"status":"ok","execution_count":1,"user_expressions":{"a":{"status":"ok","data":{},"metadata":{}},` +
				`"b":{"status":"error","ename":"E","evalue":"","traceback":[]}},"payload":[]}`,
		},
		{protocol.PlainReply{Request: "execute_request", Reply: protocol.Aborted()}, "execute_reply", `{"status":"aborted"}`},
		{
			protocol.CompleteReply{Reply: yes, Matches: []string{"x"}, CursorEnd: 1, Metadata: protocol.CompleteMetadata{
				Types: []protocol.CompletionType{{End: 1, Text: "x", Type: "variable", Signature: "var x int"}},
			}}, "complete_reply",
			`{"status":"ok","matches":["x"],"cursor_start":0,"cursor_end":1,"metadata":{"_jupyter_types_experimental":` +
				`[{"start":0,"end":1,"text":"x","type":"variable","signature":"var x int"}]}}`,
		},
		{protocol.InspectReply{Reply: yes}, "inspect_reply", `{"status":"ok","found":false,"data":{},"metadata":{}}`},
		{protocol.IsCompleteReply{Status: "complete"}, "is_complete_reply", `{"status":"complete"}`},
		{protocol.IsCompleteReply{Status: "incomplete", Indent: &indent}, "is_complete_reply", `{"status":"incomplete","indent":"  "}`},
		{
			protocol.HistoryReply{Reply: yes, History: []protocol.HistoryItem{
				{Session: 1, Line: 2, Input: "a"},
				{Session: 1, Line: 2, Input: "a", WithOutput: true},
				{Session: 1, Line: 2, Input: "a", Output: "b", WithOutput: true},
			}}, "history_reply",
			`{"status":"ok","history":[[1,2,"a"],[1,2,["a",null]],[1,2,["a","b"]]]}`,
		},
		{protocol.CommInfoReply{Reply: yes, Comms: map[string]protocol.CommInfo{"c": {TargetName: "t"}}}, "comm_info_reply", `{"status":"ok","comms":{"c":{"target_name":"t"}}}`},
		{protocol.CommOpen{CommID: "c", TargetName: "t", Data: protocol.NoData()}, "comm_open", `{"comm_id":"c","target_name":"t","data":{}}`},
		{protocol.CommMsg{CommID: "c", Data: protocol.NoData()}, "comm_msg", `{"comm_id":"c","data":{}}`},
		{protocol.CommClose{CommID: "c", Data: protocol.NoData()}, "comm_close", `{"comm_id":"c","data":{}}`},
		{protocol.InputRequest{Prompt: "p", Password: true}, "input_request", `{"prompt":"p","password":true}`},
		{protocol.InterruptReply{Reply: yes}, "interrupt_reply", `{"status":"ok"}`},
		{protocol.ShutdownReply{Reply: yes, Restart: true}, "shutdown_reply", `{"status":"ok","restart":true}`},
	} {
		if got := encode(t, c.content); got != c.want || c.content.MsgType() != c.msgType {
			t.Errorf("%s is %s\nwant %s as %s", c.content.MsgType(), got, c.msgType, c.want)
		}
	}
}

func TestEncodeBrokenMetadata(t *testing.T) {
	_, err := protocol.Encode(protocol.DisplayData{Metadata: protocol.BundleMetadata{"image/png": "{"}})
	if err == nil || !strings.Contains(err.Error(), "display_data") {
		t.Errorf("the error is %v", err)
	}
}

func TestDecodeExecuteRequest(t *testing.T) {
	for _, c := range []struct {
		content       string
		stores, stops bool
	}{
		{`{"code":"x"}`, true, true},
		{`{"code":"x","store_history":null,"stop_on_error":null,"unknown":[1]}`, true, true},
		{`{"code":"x","silent":true}`, false, false},
		{`{"code":"x","silent":true,"store_history":true,"stop_on_error":true}`, false, false},
		{`{"code":"x","store_history":false}`, false, true},
		{`{"code":"x","stop_on_error":false}`, true, false},
	} {
		var q protocol.ExecuteRequest
		if err := protocol.Decode("execute_request", []byte(c.content), &q); err != nil {
			t.Errorf("%s: %v", c.content, err)
		}
		if q.Code != "x" || q.Stores() != c.stores || q.Stops() != c.stops {
			t.Errorf("%s: %+v stores %v, stops %v", c.content, q, q.Stores(), q.Stops())
		}
	}
}

func TestHeader(t *testing.T) {
	a := protocol.NewAuthor()
	at := time.Date(2024, 2, 3, 4, 5, 6, 7_008_000, time.FixedZone("", 3600))
	raw, id := a.Header("status", at)
	h, err := protocol.ParseHeader(raw)
	want := protocol.Header{
		MsgID: id, MsgType: "status", Session: a.Session, Username: "gopost",
		Date: "2024-02-03T03:05:06.007008Z", Version: protocol.Version,
	}
	if err != nil || h != want {
		t.Errorf("%s was read as %+v (%v), want %+v", raw, h, err, want)
	}
	if !a.Wrote(id) || a.Wrote("x"+id) || protocol.NewAuthor().Wrote(id) {
		t.Errorf("Wrote(%s) is wrong", id)
	}
	if _, next := a.Header("status", at); next == id {
		t.Errorf("two messages have the ID %s", id)
	}
}

func TestCursor(t *testing.T) {
	const text = "aä世🎈b"
	offsets := []int{0, 1, 3, 6, 10, 11}
	for cursor, offset := range offsets {
		if got := protocol.ByteOffset(text, &cursor); got != offset {
			t.Errorf("ByteOffset(%d) is %d, want %d", cursor, got, offset)
		}
		if got := protocol.CodePoints(text, offset); got != cursor {
			t.Errorf("CodePoints(%d) is %d, want %d", offset, got, cursor)
		}
	}
	for cursor, want := range map[int]int{-1: 0, 6: 11, 1 << 40: 11} {
		if got := protocol.ByteOffset(text, &cursor); got != want {
			t.Errorf("ByteOffset(%d) is %d, want %d", cursor, got, want)
		}
	}
	if got := protocol.ByteOffset(text, nil); got != len(text) {
		t.Errorf("ByteOffset(nil) is %d", got)
	}
	if a, b := protocol.CodePoints(text, -5), protocol.CodePoints(text, 100); a != 0 || b != 5 {
		t.Errorf("CodePoints outside the text are %d and %d", a, b)
	}
}

func FuzzCursor(f *testing.F) {
	f.Add("aä世🎈b", 3)
	f.Add("\xff\xfe", 1)
	f.Fuzz(func(t *testing.T, text string, cursor int) {
		offset := protocol.ByteOffset(text, &cursor)
		if offset < 0 || offset > len(text) {
			t.Fatalf("the offset %d is outside of %q", offset, text)
		}
		n := utf8.RuneCountInString(text)
		if got, want := protocol.CodePoints(text, offset), min(max(cursor, 0), n); got != want {
			t.Errorf("cursor %d of %q came back as %d, want %d", cursor, text, got, want)
		}
	})
}

// Whatever a client sends is read or refused with a sentence, and what was
// read can be written again.
func FuzzDecode(f *testing.F) {
	f.Add(`{"code":"1+1","silent":false,"user_expressions":{"a":"b"},"cursor_pos":3}`)
	f.Add(`{"hist_access_type":"range","session":0,"start":-1,"stop":null,"n":1e3}`)
	f.Add(`{"comm_id":"c","target_name":"t","data":{"x":[1]}}`)
	f.Add(`[1,2,["a",null]]`)
	f.Add(`{"data":{"application/json":{"a":1},"text/plain":7}}`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, dst := range []any{
			&protocol.Header{}, &protocol.ExecuteRequest{}, &protocol.CompleteRequest{}, &protocol.InspectRequest{},
			&protocol.IsCompleteRequest{}, &protocol.HistoryRequest{}, &protocol.CommOpen{}, &protocol.CommInfoRequest{},
			&protocol.ShutdownRequest{}, &protocol.InputReply{}, &protocol.HistoryItem{}, &protocol.DisplayData{},
		} {
			if err := protocol.Decode("fuzz_request", []byte(text), dst); err != nil {
				if err.Error() == "" {
					t.Errorf("%T: an error without words", dst)
				}
				continue
			}
			if _, err := json.Marshal(dst); err != nil {
				t.Errorf("%T: %s was read but can't be written: %v", dst, text, err)
			}
		}
	})
}
