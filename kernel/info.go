package kernel

import (
	"runtime"
	"strings"

	"gopost/kernel/protocol"
)

// answerKernelInfo introduces the kernel. It needs no interpreter, so front
// ends get it while the worker still starts. Source: messaging, "Kernel info".
func (k *kernel) answerKernelInfo(*request) answer {
	goVersion := strings.TrimPrefix(runtime.Version(), "go")
	return answer{content: protocol.KernelInfoReply{
		Reply:                 protocol.OK(),
		ProtocolVersion:       protocol.Version,
		Implementation:        "gopost",
		ImplementationVersion: k.version,
		LanguageInfo: protocol.LanguageInfo{
			Name:              "go",
			Version:           language(goVersion),
			MIMEType:          "text/x-go",
			FileExtension:     ".go",
			PygmentsLexer:     "go",
			CodeMirrorMode:    "go",
			NbconvertExporter: "script",
		},
		Banner: "gopost " + k.version + ", Go " + goVersion +
			": Go cells with message passing as in Rust's std::sync::mpsc. %help shows what else there is.",
		HelpLinks: []protocol.HelpLink{
			{Text: "A Tour of Go", URL: "https://go.dev/tour/"},
			{Text: "The Go language", URL: "https://go.dev/ref/spec"},
			{Text: "Go's standard library", URL: "https://pkg.go.dev/std"},
			{Text: "Rust's std::sync::mpsc", URL: "https://doc.rust-lang.org/std/sync/mpsc/"},
		},
		// Neither of JEP 92's features, "debugger" and "kernel subshells", is
		// there; iopub_welcome is part of the protocol version.
		SupportedFeatures: []string{},
	}}
}

// answerConnect names the ports. Source: messaging, "Connect".
func (k *kernel) answerConnect(*request) answer {
	return answer{content: protocol.ConnectReply{
		Reply:       protocol.OK(),
		ShellPort:   k.conn.ShellPort,
		IOPubPort:   k.conn.IOPubPort,
		StdinPort:   k.conn.StdinPort,
		HBPort:      k.conn.HBPort,
		ControlPort: k.conn.ControlPort,
	}}
}

// language is the version of the language, 1.26 for the release 1.26.3. Front
// ends write it into notebooks, which should not change with every release.
func language(release string) string {
	parts := strings.SplitN(release, ".", 3)
	return strings.Join(parts[:min(2, len(parts))], ".")
}
