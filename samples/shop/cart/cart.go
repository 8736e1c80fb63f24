// Package cart collects what a customer wants to buy.
package cart

import (
	"errors"
	"sync"

	"example.com/shop/catalog"
	"example.com/shop/price"
)

var (
	errEmpty   = errors.New("cart: empty")
	errSoldOut = errors.New("cart: sold out")
)

// Cart is a list of items. It is not made for use by several goroutines.
type Cart struct {
	lines []catalog.Item
}

// Add puts an item into the cart.
func (c *Cart) Add(it catalog.Item) {
	c.lines = append(c.lines, it) // race: when carts are shared
}

// AddAll puts several items into the cart.
func (c *Cart) AddAll(items []catalog.Item) {
	for _, it := range items {
		c.Add(it)
	}
}

// Total is the sum of all items in the customer's currency.
func (c *Cart) Total() int {
	sum := 0
	for _, it := range c.lines {
		sum += price.Convert(it.Cents)
	}
	return sum
}

// Checkout checks stock and sum side by side.
func (c *Cart) Checkout() (total int, err error) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for _, it := range c.lines {
			if it.Stock == 0 {
				err = errSoldOut
			}
		}
	}()
	go func() {
		defer wg.Done()
		if total = c.Total(); total == 0 {
			err = errEmpty // race: both goroutines assign the caller's err
		}
	}()
	wg.Wait()
	return total, err
}
