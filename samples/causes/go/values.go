// Values that are copied while others write them.
package main

import "time"

// after runs one function, and another a while later in another goroutine. A sleep orders nothing.
func after(first, second func()) {
	done := make(chan bool, 2)
	go func() { first(); done <- true }()
	go func() { time.Sleep(20 * time.Millisecond); second(); done <- true }()
	<-done
	<-done
}

// Counter is asked by a method that gets a copy: whoever calls it reads all of it.
type Counter struct {
	n    int
	name string
}

func (c *Counter) Inc() { c.n++ }

//go:noinline
func (c Counter) Name() string { return c.name }

// Pointer has the same with pointers: only the field is read.
type Pointer struct {
	n    int
	name string
}

func (p *Pointer) Inc() { p.n++ }

//go:noinline
func (p *Pointer) Count() int { return p.n }

func callName(c *Counter) string {
	return c.Name()
}

func callCount(p *Pointer) int {
	return p.Count()
}

// Config is copied as a whole.
type Config struct {
	host string
	port int
}

type Server struct {
	config Config
	other  Config
}

func (s *Server) SetPort(n int) { s.config.port = n }

func (s *Server) Snapshot() Config {
	return s.config
}

// Port reads the field alone.
func (s *Server) Port() int { return s.config.port }

// Clone copies what a pointer leads to.
func Clone(c *Config) Config {
	d := *c
	return d
}

func SetHost(c *Config, h string) {
	c.host = h
}

// Namer is an interface: the copy is made in a wrapper of the compiler.
type Namer interface{ Name() string }

func callNamer(x Namer) string {
	return x.Name()
}

// ask is called with a value, which the caller copies.
//
//go:noinline
func ask(c Counter) int { return c.n }

func callAsk(c *Counter) int {
	return ask(*c)
}

func main() {
	c, p := &Counter{}, &Pointer{}
	after(func() { c.Inc() }, func() { callName(c) })
	after(func() { p.Inc() }, func() { callCount(p) })
	s := &Server{}
	after(func() { s.SetPort(1) }, func() { s.Snapshot() })
	t := &Server{}
	after(func() { t.SetPort(2) }, func() { t.Port() })
	f := &Config{}
	after(func() { SetHost(f, "a") }, func() { Clone(f) })
	d := &Counter{}
	after(func() { d.Inc() }, func() { callNamer(d) })
	e := &Counter{}
	after(func() { e.Inc() }, func() { callAsk(e) })
}
