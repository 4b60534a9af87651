#include "textflag.h"

// An entry passes its number on. R26 holds a function value when Go calls it;
// R19 and R20 are nobody's between two functions.

#define E1(n) MOVD $(n), R19; B ·jump(SB); PCALIGN $16;
#define E4(n) E1(n) E1(n+1) E1(n+2) E1(n+3)
#define E16(n) E4(n) E4(n+4) E4(n+8) E4(n+12)
#define E64(n) E16(n) E16(n+16) E16(n+32) E16(n+48)
#define E256(n) E64(n) E64(n+64) E64(n+128) E64(n+192)
#define E1024(n) E256(n) E256(n+256) E256(n+512) E256(n+768)
#define E4096(n) E1024(n) E1024(n+1024) E1024(n+2048) E1024(n+3072)

// func entries()
TEXT ·entries(SB), NOSPLIT|NOFRAME, $0-0
	PCALIGN $16
	E4096(0)
	E4096(4096)
	E4096(8192)
	E4096(12288)

// func jump()
TEXT ·jump(SB), NOSPLIT|NOFRAME, $0-0
	MOVD $·targets(SB), R20
	MOVD (R20)(R19<<3), R26
	MOVD (R26), R20
	JMP  (R20)

// func firstEntry() unsafe.Pointer
TEXT ·firstEntry(SB), NOSPLIT, $0-8
	MOVD $·entries(SB), R0
	MOVD R0, ret+0(FP)
	RET
