// Package catalog keeps what the shop sells.
package catalog

import (
	"strings"
	"sync"
)

// Item is one thing for sale; Cents is its price in the shop's own currency.
type Item struct {
	SKU   string
	Cents int
	Stock int
}

// Catalog finds items by SKU.
type Catalog struct {
	mu    sync.Mutex
	items map[string]Item
}

var shared *Catalog

// Default is the catalogue of the whole process, made when first asked for.
func Default() *Catalog {
	if shared == nil { // race: lazy initialisation without a sync.Once
		shared = New(Item{"mug", 900, 12}, Item{"pen", 150, 80}, Item{"cap", 1900, 7})
	}
	return shared
}

// New makes a catalogue of items.
func New(items ...Item) *Catalog {
	c := &Catalog{items: make(map[string]Item)}
	for _, it := range items {
		c.Put(it)
	}
	return c
}

// Put adds or replaces an item.
func (c *Catalog) Put(it Item) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[it.SKU] = it
}

// Get looks an item up.
func (c *Catalog) Get(sku string) (Item, bool) {
	it, ok := c.items[sku] // race: the map is written under mu, and read without it
	return it, ok
}

// Find lists the items whose SKU begins with prefix.
func (c *Catalog) Find(prefix string) []Item {
	var found []Item
	for sku, it := range c.items { // race: as in Get
		if strings.HasPrefix(sku, prefix) {
			found = append(found, it)
		}
	}
	return found
}

// Restock adds n pieces of an item.
func (c *Catalog) Restock(sku string, n int) {
	if it, ok := c.Get(sku); ok {
		it.Stock += n
		c.Put(it)
	}
}
