package protocol

// KernelInfoReply introduces the kernel. Source: messaging, "Kernel info".
type KernelInfoReply struct {
	Reply
	ProtocolVersion       string       `json:"protocol_version"`
	Implementation        string       `json:"implementation"`
	ImplementationVersion string       `json:"implementation_version"`
	LanguageInfo          LanguageInfo `json:"language_info"`
	Banner                string       `json:"banner"`
	HelpLinks             []HelpLink   `json:"help_links"`
	// SupportedFeatures lists the optional features of JEP 92 ("debugger",
	// "kernel subshells"), never nil on the wire.
	SupportedFeatures []string `json:"supported_features"`
}

// MsgType is kernel_info_reply.
func (KernelInfoReply) MsgType() string { return "kernel_info_reply" }

// LanguageInfo describes the kernel's language to editors and exporters.
type LanguageInfo struct {
	Name              string `json:"name"`
	Version           string `json:"version"`
	MIMEType          string `json:"mimetype"`
	FileExtension     string `json:"file_extension"` // with its dot
	PygmentsLexer     string `json:"pygments_lexer"`
	CodeMirrorMode    string `json:"codemirror_mode"`
	NbconvertExporter string `json:"nbconvert_exporter"`
}

// HelpLink is an entry of a front end's help menu.
type HelpLink struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// ConnectReply names the kernel's ports; 0 for ipc. Source: messaging,
// "Connect".
type ConnectReply struct {
	Reply
	ShellPort   int `json:"shell_port"`
	IOPubPort   int `json:"iopub_port"`
	StdinPort   int `json:"stdin_port"`
	HBPort      int `json:"hb_port"`
	ControlPort int `json:"control_port"`
}

// MsgType is connect_reply.
func (ConnectReply) MsgType() string { return "connect_reply" }

// InterruptReply confirms an interrupt. Source: messaging, "Kernel interrupt".
type InterruptReply struct {
	Reply
}

// MsgType is interrupt_reply.
func (InterruptReply) MsgType() string { return "interrupt_reply" }

// ShutdownRequest asks the kernel to end, with Restart because a new one will
// be started. Source: messaging, "Kernel shutdown".
type ShutdownRequest struct {
	Restart bool `json:"restart"`
}

// ShutdownReply confirms a shutdown, to the asker and to all on iopub.
type ShutdownReply struct {
	Reply
	Restart bool `json:"restart"`
}

// MsgType is shutdown_reply.
func (ShutdownReply) MsgType() string { return "shutdown_reply" }
