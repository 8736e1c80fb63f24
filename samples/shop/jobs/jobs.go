// Package jobs does the shop's background work.
package jobs

import (
	"log"
	"sync"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/pool"
	"example.com/shop/price"
)

// Runner keeps prices fresh.
type Runner struct {
	pool  *pool.Pool
	state string

	mu   sync.Mutex
	seen []string // under mu: no race
}

// Start boots a runner: the feed begins to work while the cache is warmed.
func Start(c *catalog.Catalog) *Runner {
	r := &Runner{pool: pool.New(3)}
	r.boot(c)
	return r
}

func (r *Runner) boot(c *catalog.Catalog) {
	go r.feed(93) // race: the paths part here ...
	for _, sku := range []string{"mug", "pen", "cap"} {
		r.pool.Submit(func() { r.note(sku) })
	}
	r.warm(c) // ... and here
}

func (r *Runner) feed(rate int) {
	r.setState("feeding")
	price.SetRate(rate)
	log.Printf("jobs: rate is now %d", rate)
}

func (r *Runner) warm(c *catalog.Catalog) {
	time.Sleep(5 * time.Millisecond)
	r.setState("warming")
	for _, it := range c.Find("") {
		price.Convert(it.Cents)
	}
}

func (r *Runner) setState(s string) { r.state = s }

func (r *Runner) note(sku string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seen = append(r.seen, sku)
}

// Stop waits for the work at hand.
func (r *Runner) Stop() { r.pool.Wait() }
