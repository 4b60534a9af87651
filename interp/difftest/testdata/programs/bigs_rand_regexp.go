package main

import (
	"crypto/md5"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"math/big"
	"math/rand"
	randv2 "math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"unique"
)

type Money struct{ *big.Rat }

func (m Money) String() string { return "$" + m.FloatString(2) }

func main() {
	f := big.NewInt(1)
	for i := int64(1); i <= 30; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f, f.BitLen(), f.Cmp(big.NewInt(5)), f.String()[:5])
	a, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	q, r := new(big.Int).DivMod(a, big.NewInt(97), new(big.Int))
	fmt.Println(q, r, new(big.Int).Exp(big.NewInt(2), big.NewInt(100), big.NewInt(1000007)), new(big.Int).GCD(nil, nil, big.NewInt(48), big.NewInt(18)))
	fmt.Printf("%x %d %v %s %20d|\n", big.NewInt(255), big.NewInt(-5), a, a, big.NewInt(7))
	rt := big.NewRat(1, 3)
	rt.Add(rt, big.NewRat(1, 6))
	fmt.Println(rt, rt.FloatString(5), Money{big.NewRat(5, 4)})
	fl := new(big.Float).SetPrec(100).SetFloat64(2)
	fmt.Println(new(big.Float).Sqrt(fl).Text('f', 25))
	fmt.Println(big.NewInt(97).ProbablyPrime(10))
	rng := rand.New(rand.NewSource(42))
	fmt.Println(rng.Intn(100), rng.Intn(100), rng.Float64() < 1, rng.Perm(5))
	pcg := randv2.New(randv2.NewPCG(1, 2))
	fmt.Println(pcg.IntN(100), pcg.IntN(100), pcg.Perm(4))
	xs := []string{"a", "b", "c", "d"}
	pcg.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
	fmt.Println(xs)
	re := regexp.MustCompile(`(?P<user>\w+)@(?P<host>[\w.]+)`)
	s := "mail ann@x.org and bob@y.com"
	fmt.Println(re.MatchString(s), re.FindString(s), re.FindStringSubmatch(s), re.FindAllString(s, -1), re.FindStringIndex(s))
	fmt.Println(re.ReplaceAllString(s, "${host}:$user"), re.SubexpNames(), re.NumSubexp(), re.SubexpIndex("host"))
	fmt.Println(re.ReplaceAllStringFunc(s, strings.ToUpper), regexp.QuoteMeta("a.b*c"), regexp.MustCompile(`\s+`).Split("a b   c", -1))
	_, err := regexp.Compile("a(b")
	fmt.Println(err)
	fmt.Printf("%x\n%x\n", sha256.Sum256([]byte("go")), md5.Sum([]byte("go")))
	h := fnv.New32a()
	h.Write([]byte("hello"))
	fmt.Println(h.Sum32(), crc32.ChecksumIEEE([]byte("hello")))
	fmt.Println(path.Join("a", "../b", "c.txt"), path.Ext("x.tar.gz"), path.Base("/a/b"), filepath.Dir("/a/b/c"))
	ok, _ := filepath.Match("*.go", "main.go")
	fmt.Println(ok)
	u1, u2 := unique.Make("dup"), unique.Make("d"+strings.ToLower("UP"))
	fmt.Println(u1 == u2, u1.Value(), unique.Make(3) == unique.Make(4))
	dir, err := os.MkdirTemp("", "prog")
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "f.txt")
	fmt.Println(err, os.WriteFile(name, []byte("one\ntwo\n"), 0o600))
	data, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", data, err)
	file, _ := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	fmt.Fprintln(file, "three")
	file.Close()
	st, _ := os.Stat(name)
	fmt.Println(st.Size(), st.Name(), st.IsDir(), st.Mode().IsRegular())
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		fmt.Println(e.Name(), e.IsDir())
	}
	os.Setenv("PROG_X", "env value")
	v, has := os.LookupEnv("PROG_X")
	fmt.Println(os.Getenv("PROG_X"), v, has, os.ExpandEnv("<$PROG_X>"))
}
