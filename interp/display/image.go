package display

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
)

// JSON returns v as encoding/json writes it, which notebooks show as a tree
// that folds. A v that has no JSON form gives a Data that says why.
func JSON(v any) Data {
	b, err := json.Marshal(v)
	if err != nil {
		text := fmt.Sprintf("display.JSON cannot show a %T: %v.", v, err)
		return Data{Forms: map[string]string{mimeText: text}}
	}
	return data(mimeJSON, string(b), string(b))
}

// PNG returns b, the bytes of a PNG file, as a picture.
func PNG(b []byte) Data {
	text := fmt.Sprintf("[PNG picture, %d bytes]", len(b))
	if c, err := png.DecodeConfig(bytes.NewReader(b)); err == nil {
		text = fmt.Sprintf("[picture, %d x %d pixels]", c.Width, c.Height)
	}
	return data(mimePNG, base64.StdEncoding.EncodeToString(b), text)
}

// Image returns m as a picture. An m that PNG cannot hold, such as an empty
// one, gives a Data that says why.
func Image(m image.Image) Data {
	if m == nil {
		return Data{Forms: map[string]string{mimeText: "display.Image got a nil image: give it a picture, such as image.NewRGBA(image.Rect(0, 0, 40, 40))."}}
	}
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&b, m); err != nil {
		return Data{Forms: map[string]string{mimeText: fmt.Sprintf("display.Image cannot show this %T: %v.", m, err)}}
	}
	return PNG(b.Bytes())
}
