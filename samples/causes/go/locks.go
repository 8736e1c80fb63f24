// Ways to hold a lock at a line, and not to hold one. Each Put is followed by a Get in another goroutine, which takes no
// lock: Put's locks are what there is to tell.
package main

import (
	"sync"
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

type Plain struct {
	mu sync.Mutex
	n  int
}

func (c *Plain) Put(v int) {
	c.mu.Lock()
	c.n = v
	c.mu.Unlock()
}

func (c *Plain) Get() int { return c.n }

type Deferred struct {
	mu sync.Mutex
	n  int
}

func (c *Deferred) Put(v int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v > 0 {
		c.n = v
	}
}

func (c *Deferred) Get() int { return c.n }

// Early gives the lock back before it writes.
type Early struct {
	mu   sync.Mutex
	seen bool
	n    int
}

func (c *Early) Put(v int) {
	c.mu.Lock()
	c.seen = true
	c.mu.Unlock()
	c.n = v
}

func (c *Early) Get() int { return c.n }

// Returning gives it back on a branch that ends the function.
type Returning struct {
	mu sync.Mutex
	n  int
}

func (c *Returning) Put(v int) {
	c.mu.Lock()
	if v < 0 {
		c.mu.Unlock()
		return
	}
	c.n = v
	c.mu.Unlock()
}

func (c *Returning) Get() int { return c.n }

// Branching gives it back on a branch that leads on to the write: held or not, as v says.
type Branching struct {
	mu sync.Mutex
	n  int
}

func (c *Branching) Put(v int) {
	c.mu.Lock()
	if v > 1 {
		c.mu.Unlock()
	}
	c.n = v
	if v <= 1 {
		c.mu.Unlock()
	}
}

func (c *Branching) Get() int { return c.n }

// Optional takes it where a flag says so.
type Optional struct {
	mu   sync.Mutex
	safe bool
	n    int
}

func (c *Optional) Put(v int) {
	if c.safe {
		c.mu.Lock()
		defer c.mu.Unlock()
	}
	c.n = v
}

func (c *Optional) Get() int { return c.n }

// Trying may have it or not.
type Trying struct {
	mu sync.Mutex
	n  int
}

func (c *Trying) Put(v int) {
	ok := c.mu.TryLock()
	c.n = v
	if ok {
		c.mu.Unlock()
	}
}

func (c *Trying) Get() int { return c.n }

// Outer is locked by whoever calls.
type Outer struct {
	mu sync.Mutex
	n  int
}

func (c *Outer) PutLocked(v int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.set(v)
}

func (c *Outer) set(v int) { c.n = v }

func (c *Outer) Get() int { return c.n }

// Released is called behind the lock, not under it.
type Released struct {
	mu   sync.Mutex
	seen bool
	n    int
}

func (c *Released) PutLater(v int) {
	c.mu.Lock()
	c.seen = true
	c.mu.Unlock()
	c.fill(v)
}

func (c *Released) fill(v int) { c.n = v }

func (c *Released) Get() int { return c.n }

// Within is locked by a function that is given another one.
type Within struct {
	mu sync.Mutex
	n  int
}

func (c *Within) with(do func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	do()
}

func (c *Within) store(v int) { c.n = v }

func (c *Within) Get() int { return c.n }

// Started writes in a goroutine that is started under the lock, which holds none.
type Started struct {
	mu sync.Mutex
	n  int
}

func (c *Started) Put(v int) {
	done := make(chan bool)
	c.mu.Lock()
	go func() {
		c.n = v
		close(done)
	}()
	c.mu.Unlock()
	<-done
}

func (c *Started) Get() int { return c.n }

func main() {
	plain, deferred, early, returning := &Plain{}, &Deferred{}, &Early{}, &Returning{}
	after(func() { plain.Put(1) }, func() { plain.Get() })
	after(func() { deferred.Put(1) }, func() { deferred.Get() })
	after(func() { early.Put(1) }, func() { early.Get() })
	after(func() { returning.Put(1) }, func() { returning.Get() })
	branching, optional, trying := &Branching{}, &Optional{}, &Trying{}
	after(func() { branching.Put(1) }, func() { branching.Get() })
	after(func() { optional.Put(1) }, func() { optional.Get() })
	after(func() { trying.Put(1) }, func() { trying.Get() })
	outer, released, within, started := &Outer{}, &Released{}, &Within{}, &Started{}
	after(func() { outer.PutLocked(1) }, func() { outer.Get() })
	after(func() { released.PutLater(1) }, func() { released.Get() })
	after(func() { within.with(func() { within.store(1) }) }, func() { within.Get() })
	after(func() { started.Put(1) }, func() { started.Get() })
}
