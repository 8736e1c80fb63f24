package cart

import (
	"testing"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/pool"
	"example.com/shop/price"
)

var mug = catalog.Item{SKU: "mug", Cents: 900, Stock: 12}

// The cases run in parallel and share what they should not.
func TestCart(t *testing.T) {
	shared, checked := &Cart{}, 0
	cases := []struct {
		name string
		do   func()
	}{
		{"add", func() { shared.Add(mug) }},
		{"add all", func() { shared.AddAll([]catalog.Item{mug, mug}) }},
		{"total", func() { shared.Total() }},
	}
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			time.Sleep(time.Duration(4+4*i) * time.Millisecond)
			c.do()
			checked++ // race: a variable of the test, captured
			t.Logf("%s: %d checked", c.name, checked)
		})
	}
}

func TestCheckout(t *testing.T) {
	c := &Cart{}
	c.Add(catalog.Item{SKU: "gift"})
	if _, err := c.Checkout(); err == nil {
		t.Error("sold out, but no error")
	}
}

func TestRateFeed(t *testing.T) {
	c := &Cart{}
	c.Add(mug)
	p := pool.New(3)
	p.Submit(func() { time.Sleep(2 * time.Millisecond); price.SetRate(92) })
	p.Submit(func() { time.Sleep(4 * time.Millisecond); c.Total() })
	p.Submit(func() { time.Sleep(8 * time.Millisecond); price.Convert(100) })
	time.Sleep(12 * time.Millisecond)
	t.Logf("%d lookups", price.Lookups())
	p.Wait()
}
