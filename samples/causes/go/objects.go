// What a race may be on: maps, slices, channels, objects of the library, atomics. Each case has a near miss beside it.
package main

import (
	"bytes"
	"math/rand"
	"sync/atomic"
	"time"
)

// after runs one function, and another a while later in another goroutine. A sleep orders nothing.
func after(first, second func()) {
	done := make(chan bool, 2)
	go func() { first(); done <- true }()
	go func() { time.Sleep(20 * time.Millisecond); second(); done <- true }()
	<-done
	<-done
}

// Stock is a map that both sides use.
type Stock struct{ items map[string]int }

func (s *Stock) Put(k string, v int) { s.items[k] = v }
func (s *Stock) Get(k string) int    { return s.items[k] }

// Shelf replaces its map as a whole: the race is on the field.
type Shelf struct{ items map[string]int }

func (s *Shelf) Reset()    { s.items = nil }
func (s *Shelf) Has() bool { return s.items != nil }

// Entry is what a map points to; the map itself is only read.
type Entry struct{ hits int }

type Index struct{ entries map[string]*Entry }

func (x *Index) Hit(k string)      { x.entries[k].hits = 7 }
func (x *Index) Hits(k string) int { return x.entries[k].hits }

// List grows on both sides.
type List struct{ words []string }

func (l *List) Add(w string)  { l.words = append(l.words, w) }
func (l *List) Push(w string) { l.words = append(l.words, w) }

// Cells has a slice that nobody grows: both sides use one element.
type Cells struct{ row []int }

func (c *Cells) Set(i, v int) { c.row[i] = v }
func (c *Cells) At(i int) int { return c.row[i] }

// Buffer is used by two goroutines at once.
type Note struct{ text bytes.Buffer }

func (n *Note) Write(s string) { n.text.WriteString(s) }
func (n *Note) Clear()         { n.text.Reset() }

// Paper holds its buffer by a pointer, which is what they race on.
type Paper struct{ text *bytes.Buffer }

func (p *Paper) Turn()       { p.text = &bytes.Buffer{} }
func (p *Paper) Blank() bool { return p.text == nil }

// Dice share a source of random numbers.
type Dice struct{ source *rand.Rand }

func (d *Dice) Roll() int { return d.source.Intn(6) }
func (d *Dice) Toss() int { return d.source.Intn(2) }

// Meter is counted by an atomic and read without.
type Meter struct{ n int64 }

func (m *Meter) Add()         { atomic.AddInt64(&m.n, 1) }
func (m *Meter) Value() int64 { return m.n }

// Gauge is counted without on both sides.
type Gauge struct{ n int64 }

func (g *Gauge) Add() { g.n += 2 }
func (g *Gauge) Sub() { g.n -= 2 }

// Pipe is closed while another goroutine sends.
type Pipe struct{ out chan int }

func (p *Pipe) Send(v int) { p.out <- v }
func (p *Pipe) Stop()      { close(p.out) }

// Hose has its channel taken away.
type Hose struct{ out chan int }

func (h *Hose) Send(v int) { h.out <- v }
func (h *Hose) Cut()       { h.out = nil }

func main() {
	stock, shelf := &Stock{items: map[string]int{}}, &Shelf{items: map[string]int{}}
	after(func() { stock.Put("a", 1) }, func() { stock.Get("a") })
	after(func() { shelf.Reset() }, func() { shelf.Has() })
	index := &Index{entries: map[string]*Entry{"a": {}}}
	after(func() { index.Hit("a") }, func() { index.Hits("a") })
	list, cells := &List{}, &Cells{row: make([]int, 4)}
	after(func() { list.Add("a") }, func() { list.Push("b") })
	after(func() { cells.Set(2, 1) }, func() { cells.At(2) })
	note, paper := &Note{}, &Paper{}
	after(func() { note.Write("a") }, func() { note.Clear() })
	after(func() { paper.Turn() }, func() { paper.Blank() })
	dice := &Dice{source: rand.New(rand.NewSource(1))}
	after(func() { dice.Roll() }, func() { dice.Toss() })
	meter, gauge := &Meter{}, &Gauge{}
	after(func() { meter.Add() }, func() { meter.Value() })
	after(func() { gauge.Add() }, func() { gauge.Sub() })
	pipe, hose := &Pipe{out: make(chan int, 4)}, &Hose{out: make(chan int, 4)}
	after(func() { pipe.Send(1) }, func() { pipe.Stop() })
	after(func() { hose.Send(1) }, func() { hose.Cut() })
}
