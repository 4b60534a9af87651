package main

import "embed"

// library is what exported notebooks carry copies of. It stands here, and not
// in the packages themselves, so that programs which import those do not carry
// their source.
//
//go:embed LICENSE mpsc/*.go mpsc/core/*.go interp/display/*.go
var library embed.FS
