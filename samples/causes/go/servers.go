// What the handlers of a server share, of which each request has a goroutine of its own.
package main

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"time"
)

// visits counts requests, and nothing guards it.
type visits struct {
	last string
}

func (v *visits) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	v.last = r.URL.Path
	time.Sleep(10 * time.Millisecond)
}

// guarded has a lock that one of its handlers does not take.
type guarded struct {
	mu sync.Mutex
	n  int
}

func (g *guarded) add(http.ResponseWriter, *http.Request) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.n = 1
}

func (g *guarded) get(http.ResponseWriter, *http.Request) {
	time.Sleep(10 * time.Millisecond)
	if g.n > 1 {
		panic("more than one")
	}
}

// watched is set by a handler and read by the program itself.
type watched struct {
	path string
}

func (w *watched) ServeHTTP(_ http.ResponseWriter, r *http.Request) { w.path = r.URL.Path }

// shelf has no lock at all, in any of its methods.
type shelf struct {
	books []string
	size  int
}

func (s *shelf) put(n int) { s.size = n }
func (s *shelf) get() int  { return s.size }

// locked has methods that lock; one does not.
type locked struct {
	mu   sync.Mutex
	size int
}

func (l *locked) put(n int) {
	l.mu.Lock()
	l.size = n
	l.mu.Unlock()
}
func (l *locked) get() int { return l.size }

// called is locked by those who call it, as far as its methods tell.
type called struct {
	sync.Mutex
	size int
}

func (c *called) lockAndPut(n int) {
	c.Lock()
	c.put(n)
	c.Unlock()
}
func (c *called) put(n int) { c.size = n }
func (c *called) get() int  { return c.size }

// ask sends requests, each on a connection of its own, at once.
func ask(handler http.Handler, paths ...string) {
	server := httptest.NewServer(handler)
	defer server.Close()
	var wg sync.WaitGroup
	for _, path := range paths {
		wg.Add(1)
		go func(path string) {
			defer wg.Done()
			client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
			if answer, err := client.Get(server.URL + path); err == nil {
				answer.Body.Close()
			}
		}(path)
	}
	wg.Wait()
}

// after runs one function, and another a while later in another goroutine. A sleep orders nothing.
func after(first, second func()) {
	done := make(chan bool, 2)
	go func() { first(); done <- true }()
	go func() { time.Sleep(20 * time.Millisecond); second(); done <- true }()
	<-done
	<-done
}

func main() {
	ask(&visits{}, "/a", "/b")

	g := &guarded{}
	mux := http.NewServeMux()
	mux.HandleFunc("/add", g.add)
	mux.HandleFunc("/get", g.get)
	ask(mux, "/add", "/get")

	w := &watched{}
	server := httptest.NewServer(w)
	go http.Get(server.URL + "/here")
	time.Sleep(50 * time.Millisecond)
	_ = w.path

	s := &shelf{}
	after(func() { s.put(1) }, func() { s.get() })
	l := &locked{}
	after(func() { l.put(1) }, func() { l.get() })
	c := &called{}
	after(func() { c.lockAndPut(1) }, func() { c.get() })
}
