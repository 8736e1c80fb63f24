package jobs

import (
	"testing"

	"example.com/shop/catalog"
)

func TestStart(t *testing.T) {
	r := Start(catalog.Default())
	r.Stop()
	if len(r.seen) != 3 {
		t.Errorf("seen %v", r.seen)
	}
}
