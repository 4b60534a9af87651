package main

import (
	"encoding/json"
	"fmt"
	"time"
)

type Event struct {
	At   time.Time     `json:"at"`
	Took time.Duration `json:"took"`
	Day  time.Weekday
}

type Stamp struct{ time.Time }

func (s Stamp) String() string { return "stamp " + s.Format(time.Kitchen) }

type Days int

func (d Days) Duration() time.Duration { return time.Duration(d) * 24 * time.Hour }

func main() {
	t := time.Date(2024, time.February, 29, 13, 4, 5, 678900000, time.UTC)
	fmt.Println(t, t.Weekday(), t.YearDay(), t.Month(), t.Unix(), t.UnixMilli())
	fmt.Printf("%v %s %d %T\n", t, t, t.Month(), t)
	fmt.Println(t.Format(time.RFC3339Nano), t.Format("Mon Jan _2 15:04:05 2006"), t.Format("02/01/06 03:04PM .000"))
	fmt.Println(t.AddDate(1, 0, 0), t.Add(Days(1).Duration()), t.Truncate(time.Hour), t.Round(time.Minute))
	u, err := time.Parse("2006-01-02 15:04 MST", "2024-03-10 08:30 UTC")
	fmt.Println(u, err, u.Sub(t), u.After(t), t.Before(u), t.Equal(t.In(time.FixedZone("X", 3600))), t.Compare(u))
	_, err = time.Parse(time.DateOnly, "2024-13-01")
	fmt.Println(err)
	_, err = time.ParseDuration("1x")
	fmt.Println(err)
	d, _ := time.ParseDuration("1h15m30.918s")
	fmt.Println(d, d.Hours(), d.Round(time.Minute), d.Truncate(time.Second), d.Milliseconds(), time.Duration(0), 1500*time.Microsecond, -d)
	fmt.Printf("%v %d %s %T %.1f\n", d, d, d, d, d.Minutes())
	e := Event{t, 3 * time.Second, time.Friday}
	fmt.Printf("%v\n%+v\n", e, e)
	b, _ := json.Marshal(e)
	fmt.Println(string(b))
	var back Event
	fmt.Println(json.Unmarshal(b, &back), back.At.Equal(t), back == e, back.Took)
	fmt.Println(Stamp{t}, []Stamp{{u}})
	fmt.Println(Stamp{t}.Year(), Stamp{t}.Add(time.Hour))
	var zero time.Time
	fmt.Println(zero, zero.IsZero(), t.IsZero())
	loc := time.FixedZone("EST", -5*3600)
	fmt.Println(t.In(loc), t.In(loc).Day(), t.Local().Equal(t))
	y, w := t.ISOWeek()
	fmt.Println(y, w)
	m := map[time.Month]int{time.March: 3}
	fmt.Println(m, time.Month(14), time.Weekday(3))
	start := time.Now()
	time.Sleep(2 * time.Millisecond)
	fmt.Println(time.Since(start) >= 2*time.Millisecond, time.Until(start) < 0)
	timer := time.NewTimer(time.Millisecond)
	<-timer.C
	fmt.Println(timer.Stop(), timer.Reset(time.Hour), timer.Stop())
	done := make(chan string)
	time.AfterFunc(time.Millisecond, func() { done <- "fired" })
	fmt.Println(<-done)
	fmt.Println(time.Unix(0, 0).UTC(), time.UnixMilli(1500).UTC(), time.Unix(1, 5).UTC() == time.Unix(1, 5).UTC())
	const timeout = 2 * time.Second
	var secs = 3
	fmt.Println(timeout*2, time.Duration(secs)*time.Second, timeout.Seconds() == 2)
}
