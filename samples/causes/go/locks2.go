// More ways to hold a lock: to read, another one, the lock of a copy, a channel, sync.Once, in loops and clauses.
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

// ReadOnly is written under a lock that is held only to read.
type ReadOnly struct {
	mu sync.RWMutex
	n  int
}

func (c *ReadOnly) Put(v int) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.n = v
}

func (c *ReadOnly) Get() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.n
}

// Writing takes the same lock to write: only who reads is wrong.
type Writing struct {
	mu sync.RWMutex
	n  int
}

func (c *Writing) Put(v int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n = v
}

func (c *Writing) Get() int { return c.n }

// Two has two locks, and uses one for each direction.
type Two struct {
	in, out sync.Mutex
	n       int
}

func (c *Two) Put(v int) {
	c.in.Lock()
	c.n = v
	c.in.Unlock()
}

func (c *Two) Get() int {
	c.out.Lock()
	defer c.out.Unlock()
	return c.n
}

// Copied locks the lock of a copy of itself: nobody else does.
type Copied struct {
	mu sync.Mutex
	n  *int
}

func (c Copied) Put(v int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	*c.n = v
}

func (c *Copied) Get() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return *c.n
}

// Pointed has a pointer to a lock: a copy of it has the same one.
type Pointed struct {
	mu *sync.Mutex
	n  *int
}

func (c Pointed) Put(v int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	*c.n = v
}

func (c Pointed) Get() int { return *c.n }

// Embedded is its own lock.
type Embedded struct {
	sync.Mutex
	n int
}

func (c *Embedded) Put(v int) {
	c.Lock()
	defer c.Unlock()
	c.n = v
}

func (c *Embedded) Get() int { return c.n }

// Gated has a channel of capacity one for a lock.
type Gated struct {
	gate chan struct{}
	n    int
}

func NewGated() *Gated { return &Gated{gate: make(chan struct{}, 1)} }

func (c *Gated) Put(v int) {
	c.gate <- struct{}{}
	c.n = v
	<-c.gate
}

func (c *Gated) Get() int { return c.n }

// Pooled has a channel of a larger capacity: several may come in at once.
type Pooled struct {
	slots chan struct{}
	n     int
}

func NewPooled() *Pooled { return &Pooled{slots: make(chan struct{}, 4)} }

func (c *Pooled) Put(v int) {
	c.slots <- struct{}{}
	c.n = v
	<-c.slots
}

func (c *Pooled) Get() int { return c.n }

// Signalled has a channel of capacity one that is sent to when all is done: no lock.
type Signalled struct {
	done chan struct{}
	n    int
}

func NewSignalled() *Signalled { return &Signalled{done: make(chan struct{}, 1)} }

func (c *Signalled) Put(v int) {
	c.n = v
	c.done <- struct{}{}
}

func (c *Signalled) Get() int { return c.n }

// OnceSet is set by sync.Once and read beside it.
type OnceSet struct {
	once sync.Once
	n    int
}

func (c *OnceSet) Put(v int) {
	c.once.Do(func() {
		c.n = v
	})
}

func (c *OnceSet) Get() int { return c.n }

// Looping takes the lock in each round.
type Looping struct {
	mu sync.Mutex
	n  int
}

func (c *Looping) Put(v int) {
	for i := 0; i < v; i++ {
		c.mu.Lock()
		c.n = i
		c.mu.Unlock()
	}
}

func (c *Looping) Get() int { return c.n }

// Trailing has given it back when the round ends.
type Trailing struct {
	mu   sync.Mutex
	seen int
	n    int
}

func (c *Trailing) Put(v int) {
	for i := 0; i < v; i++ {
		c.mu.Lock()
		c.seen++
		c.mu.Unlock()
		c.n = i
	}
}

func (c *Trailing) Get() int { return c.n }

// Clause holds it in one clause of a switch alone.
type Clause struct {
	mu   sync.Mutex
	seen int
	n    int
}

func (c *Clause) Put(v int) {
	switch v {
	case 0:
		c.mu.Lock()
		c.seen = v
		c.mu.Unlock()
	default:
		c.n = v
	}
}

func (c *Clause) Get() int { return c.n }

func main() {
	readOnly, writing, two := &ReadOnly{}, &Writing{}, &Two{}
	after(func() { readOnly.Put(1) }, func() { readOnly.Get() })
	after(func() { writing.Put(1) }, func() { writing.Get() })
	after(func() { two.Put(1) }, func() { two.Get() })
	copied, pointed := &Copied{n: new(int)}, Pointed{mu: &sync.Mutex{}, n: new(int)}
	after(func() { copied.Put(1) }, func() { copied.Get() })
	after(func() { pointed.Put(1) }, func() { pointed.Get() })
	embedded, gated, pooled := &Embedded{}, NewGated(), NewPooled()
	after(func() { embedded.Put(1) }, func() { embedded.Get() })
	after(func() { gated.Put(1) }, func() { gated.Get() })
	after(func() { pooled.Put(1) }, func() { pooled.Get() })
	signalled := NewSignalled()
	after(func() { signalled.Put(1) }, func() { signalled.Get() })
	onceSet, looping, trailing, clause := &OnceSet{}, &Looping{}, &Trailing{}, &Clause{}
	after(func() { onceSet.Put(1) }, func() { onceSet.Get() })
	after(func() { looping.Put(1) }, func() { looping.Get() })
	after(func() { trailing.Put(1) }, func() { trailing.Get() })
	after(func() { clause.Put(1) }, func() { clause.Get() })
}
