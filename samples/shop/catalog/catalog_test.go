package catalog

import (
	"testing"
	"time"

	"example.com/shop/pool"
)

// after runs a job late enough not to meet the ones before it inside a map:
// the runtime would end the program. A sleep orders nothing for the detector.
func after(ms int, job func()) func() {
	return func() {
		time.Sleep(time.Duration(ms) * time.Millisecond)
		job()
	}
}

func TestDefault(t *testing.T) {
	p := pool.New(2)
	p.Submit(after(1, func() { Default() }))
	p.Submit(after(6, func() { Default() }))
	p.Wait()
}

func TestRestock(t *testing.T) {
	c := New(Item{"mug", 900, 12}, Item{"pen", 150, 80})
	p := pool.New(4)
	p.Submit(after(1, func() { c.Restock("mug", 5) }))
	p.Submit(after(6, func() { c.Get("mug") }))
	p.Submit(after(12, func() { c.Find("m") }))
	p.Submit(after(18, func() { c.Put(Item{"cap", 1900, 7}) }))
	p.Wait()
	if n := p.Finished; n != 4 {
		t.Errorf("%d of 4 jobs counted", n)
	}
}

func TestFind(t *testing.T) {
	c := New(Item{"mug", 900, 12}, Item{"mat", 2500, 3}, Item{"pen", 150, 80})
	if n := len(c.Find("m")); n != 2 {
		t.Errorf("%d items begin with m, want 2", n)
	}
}
