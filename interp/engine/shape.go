package engine

import "strings"

// improvements are the generators of yaegi for which there is better code, by
// name.
var improvements = map[string]improvement{
	"add": twoOperands("+"), "sub": twoOperands("-"), "mul": twoOperands("*"), "quo": twoOperands("/"), "rem": twoOperands("%"),
	"and": twoOperands("&"), "or": twoOperands("|"), "xor": twoOperands("^"), "andNot": twoOperands("&^"),
	"shl": twoOperands("<<"), "shr": twoOperands(">>"),
	"equal": twoOperands("=="), "notEqual": twoOperands("!="), "lower": twoOperands("<"), "lowerEqual": twoOperands("<="),
	"greater": twoOperands(">"), "greaterEqual": twoOperands(">="),
	"addAssign": assigning("+"), "subAssign": assigning("-"), "mulAssign": assigning("*"),
	"quoAssign": assigning("/"), "remAssign": assigning("%"), "andAssign": assigning("&"),
	"orAssign": assigning("|"), "xorAssign": assigning("^"), "andNotAssign": assigning("&^"),
	"shlAssign": assigning("<<"), "shrAssign": assigning(">>"),
	"inc": assigning("+"), "dec": assigning("-"),
	"branch": condition, "not": negation,
	"call": invoke, "reset": zeroing, "callBin": compiledCall, "assign": assignment, "_return": result, "getIndexArray": element,
	"getIndexSeq": field, "getPtrIndexSeq": fieldOfPointer, "isNotNil": isNotNil, "isNilChild": isNil,
	"assignFromCall": spread,
}

// shape is what the body of a function does to its variables.
type shape struct {
	// kept are the variables that may be used after they have been defined anew:
	// those that a function literal uses or that have an address.
	kept map[int]bool
	// leaks says that something may outlive a call.
	leaks bool
}

// keeps says whether the variable at p must be a new one each time it is
// defined.
func (s *shape) keeps(p place) bool { return !p.own() || s.kept[p.index] }

// survey finds out the shapes of all bodies.
func (g *graph) survey() {
	for _, b := range g.bodies {
		b.shape.kept = map[int]bool{}
	}
	for _, v := range g.vertices {
		if v.body != nil {
			g.look(v)
		}
	}
}

// look takes a node into account.
func (g *graph) look(v *vertex) {
	switch kind := g.kindOf(v.node); kind {
	case "addressExpr", "sliceExpr":
		v.body.shape.leaks = true
		g.keep(v)
	case "selectorExpr":
		if strings.Contains(v.generator, "Method") { // may take the address of its operand
			v.body.shape.leaks = true
			g.keep(v)
		}
	case "identExpr":
		if *at[int](v.node, g.level) > 0 {
			g.keep(v)
		}
	default:
		if !plain[kind] {
			v.body.shape.leaks = true
		}
	}
}

// keep marks the variables that occur under v.
func (g *graph) keep(v *vertex) {
	if v == nil || v.body == nil {
		return
	}
	if g.kindOf(v.node) == "identExpr" {
		if p, ok := g.placeOf(v, v.node); ok && p.depth >= 0 {
			b := v.body
			for range p.depth {
				if b == nil {
					return
				}
				b = b.outer
			}
			if b != nil {
				b.shape.kept[p.index] = true
			}
		}
	}
	for _, c := range g.childrenOf(v.node) {
		g.keep(g.of[c])
	}
}

// plain are the kinds of nodes that let nothing outlive a call.
var plain = map[string]bool{
	"blockStmt": true, "exprStmt": true, "parenExpr": true, "labeledStmt": true, "gotoStmt": true, "breakStmt": true,
	"continueStmt": true, "forStmt0": true, "forStmt1": true, "forStmt2": true, "forStmt3": true, "forStmt4": true,
	"forStmt5": true, "forStmt6": true, "forStmt7": true, "ifStmt0": true, "ifStmt1": true, "ifStmt2": true,
	"ifStmt3": true, "landExpr": true, "lorExpr": true, "binaryExpr": true, "unaryExpr": true, "basicLit": true,
	"returnStmt": true, "callExpr": true, "assignStmt": true, "assignXStmt": true, "defineStmt": true,
	"defineXStmt": true, "incDecStmt": true, "indexExpr": true, "starExpr": true, "declStmt": true, "varDecl": true,
	"valueSpec": true, "fieldList": true, "fieldExpr": true, "funcType": true, "rangeStmt": true, "switchStmt": true,
	"caseClause": true, "caseBody": true, "compositeLitExpr": true, "keyValueExpr": true, "typeAssertExpr": true,
	"arrayType": true, "sliceType": true, "mapType": true, "chanType": true, "structType": true, "interfaceType": true,
}
