package web

import (
	"net/http/httptest"
	"testing"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/pool"
)

func TestRequests(t *testing.T) {
	s := New(catalog.Default())
	p := pool.New(3)
	for i, path := range []string{"/", "/item/mug", "/buy/pen"} {
		p.Submit(func() {
			time.Sleep(time.Duration(3*i) * time.Millisecond)
			s.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", path, nil))
		})
	}
	p.Wait()
}
