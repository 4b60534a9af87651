package kernel

import (
	"gopost/interp"
	"gopost/kernel/protocol"
)

// answerComplete offers what could stand at the cursor. Source: messaging,
// "Completion".
func (k *kernel) answerComplete(r *request) answer {
	var q protocol.CompleteRequest
	if err := r.decode(&q); err != nil {
		return r.refuse(err)
	}
	cursor := protocol.ByteOffset(q.Code, q.CursorPos)
	found := interp.Completion{Start: cursor, End: cursor}
	if in, err := k.interpreter(k.ctx); err == nil {
		found = in.Complete(q.Code, cursor)
	}
	start, end := protocol.CodePoints(q.Code, found.Start), protocol.CodePoints(q.Code, found.End)
	reply := protocol.CompleteReply{
		Reply:       protocol.OK(),
		Matches:     make([]string, 0, len(found.Matches)),
		CursorStart: start,
		CursorEnd:   end,
		Metadata:    protocol.CompleteMetadata{Types: make([]protocol.CompletionType, 0, len(found.Matches))},
	}
	for _, m := range found.Matches {
		reply.Matches = append(reply.Matches, m.Text)
		reply.Metadata.Types = append(reply.Metadata.Types, protocol.CompletionType{
			Start: start, End: end, Text: m.Text, Type: m.Kind, Signature: m.Signature,
		})
	}
	return answer{content: reply}
}

// answerInspect shows what is known of the name at the cursor. Source:
// messaging, "Introspection".
func (k *kernel) answerInspect(r *request) answer {
	var q protocol.InspectRequest
	if err := r.decode(&q); err != nil {
		return r.refuse(err)
	}
	reply := protocol.InspectReply{Reply: protocol.OK()}
	if in, err := k.interpreter(k.ctx); err == nil {
		found := in.Inspect(q.Code, protocol.ByteOffset(q.Code, q.CursorPos), q.DetailLevel)
		reply.Found, reply.Data = found.Data != nil, protocol.Bundle(found.Data)
	}
	return answer{content: reply}
}

// answerIsComplete says whether Enter should run the text. Source: messaging,
// "Code completeness".
func (k *kernel) answerIsComplete(r *request) answer {
	var q protocol.IsCompleteRequest
	if err := r.decode(&q); err != nil {
		return r.refuse(err)
	}
	in, err := k.interpreter(k.ctx)
	if err != nil {
		return answer{content: protocol.IsCompleteReply{Status: "unknown"}}
	}
	if _, _, ok := pageAsked(q.Code); ok {
		return answer{content: protocol.IsCompleteReply{Status: "complete"}}
	}
	found := in.IsComplete(q.Code)
	reply := protocol.IsCompleteReply{Status: found.Status}
	if found.Status == "incomplete" {
		reply.Indent = &found.Indent
	}
	return answer{content: reply}
}
