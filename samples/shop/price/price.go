// Package price converts prices to the customer's currency.
package price

import "sync/atomic"

var (
	rate    = 100 // race: hundredths, set by the feed while requests read it
	lookups int64
)

// SetRate changes the rate for all conversions from now on.
func SetRate(hundredths int) { rate = hundredths }

// Convert gives an amount in the customer's currency.
func Convert(cents int) int {
	atomic.AddInt64(&lookups, 1)
	return cents * rate / 100
}

// Lookups counts the conversions made so far.
func Lookups() int64 { return lookups } // race: plain read of an atomic counter
