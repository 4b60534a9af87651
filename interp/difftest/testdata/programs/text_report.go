package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

type Date struct{ Y, M, D int }

func ParseDate(s string) (d Date, err error) {
	if n, err := fmt.Sscanf(s, "%d-%d-%d", &d.Y, &d.M, &d.D); err != nil {
		return Date{}, fmt.Errorf("date %q (%d parts): %w", s, n, err)
	}
	return d, nil
}

func (d Date) String() string               { return fmt.Sprintf("%04d-%02d-%02d", d.Y, d.M, d.D) }
func (d Date) Compare(o Date) int           { return cmp.Or(d.Y-o.Y, d.M-o.M, d.D-o.D) }
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

type Sale struct {
	Date
	Item  string
	Qty   int
	Price float64
}

func (s Sale) Total() float64 { return float64(s.Qty) * s.Price }

type Summary struct {
	Item  string
	Total float64
	Dates []Date
}

type LineError struct {
	Line int
	Err  error
}

func (e *LineError) Error() string { return "line " + strconv.Itoa(e.Line) + ": " + e.Err.Error() }
func (e *LineError) Unwrap() error { return e.Err }

const input = `2024-03-01,pen,10,1.5
2024-02-29,ink,2,12.25
# comment

2024-03-02,pen,5,1.4
bad line
2024-xx-01,pad,1,1
2024-01-01,pad,x,3
2024-03-02,ink,1,11`

func parse(src string) (sales []Sale, errs []error) {
	sc := bufio.NewScanner(strings.NewReader(src))
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, ",")
		if len(f) != 4 {
			errs = append(errs, &LineError{n, fmt.Errorf("%d fields", len(f))})
			continue
		}
		d, err := ParseDate(f[0])
		if err != nil {
			errs = append(errs, &LineError{n, err})
			continue
		}
		q, err := strconv.Atoi(f[2])
		if err != nil {
			errs = append(errs, &LineError{n, err})
			continue
		}
		p, _ := strconv.ParseFloat(f[3], 64)
		sales = append(sales, Sale{d, f[1], q, p})
	}
	return
}

func main() {
	sales, errs := parse(input)
	for _, err := range errs {
		fmt.Println("error:", err)
	}
	slices.SortFunc(sales, func(a, b Sale) int { return cmp.Or(a.Compare(b.Date), strings.Compare(a.Item, b.Item)) })
	tw := tabwriter.NewWriter(os.Stdout, 4, 0, 2, ' ', tabwriter.Debug)
	fmt.Fprintln(tw, "date\titem\tqty\ttotal\t")
	for _, s := range sales {
		fmt.Fprintf(tw, "%v\t%s\t%d\t%.2f\t\n", s.Date, s.Item, s.Qty, s.Total())
	}
	tw.Flush()
	byItem := map[string]*Summary{}
	for _, s := range sales {
		sum := byItem[s.Item]
		if sum == nil {
			sum = &Summary{Item: s.Item}
			byItem[s.Item] = sum
		}
		sum.Total += s.Total()
		sum.Dates = append(sum.Dates, s.Date)
	}
	var list []*Summary
	for _, s := range byItem {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b *Summary) int { return cmp.Compare(b.Total, a.Total) })
	for i, s := range list {
		fmt.Printf("%d %-5s%8.2f %v %+v\n", i+1, s.Item, s.Total, s.Dates, *s)
	}
	fmt.Println(sales[0], sales[0].String())
	fmt.Printf("%v %+v %s\n", sales[0], sales[0], sales[0].Date)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintf(w, "%-10s|%10s|%+.1e|%x\n", "left", "right", 12345.678, "hex")
	for i := range 3 {
		fmt.Fprintf(w, "%*d%s", i+2, i, strings.Repeat("-", i))
	}
	fmt.Fprintln(w)
}
