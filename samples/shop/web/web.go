// Package web serves the shop.
package web

import (
	"fmt"
	"net/http"

	"example.com/shop/cart"
	"example.com/shop/catalog"
)

// Server answers requests and counts them.
type Server struct {
	mux     *http.ServeMux
	catalog *catalog.Catalog
	cart    cart.Cart
	hits    int
	last    string
}

// New makes a server for a catalogue.
func New(c *catalog.Catalog) *Server {
	s := &Server{mux: http.NewServeMux(), catalog: c}
	s.mux.HandleFunc("/", s.logged(s.index))
	s.mux.HandleFunc("/item/", s.logged(s.item))
	s.mux.HandleFunc("/buy/", s.logged(s.buy))
	return s
}

// ServeHTTP is called by one goroutine a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

func (s *Server) logged(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		h(w, r)
		s.last = r.URL.Path // race: as hits
	}
}

func (s *Server) count() { s.hits++ } // race: one counter for all requests

func (s *Server) index(w http.ResponseWriter, r *http.Request) {
	s.count()
	fmt.Fprintln(w, "welcome, visitor", s.hits)
}

func (s *Server) item(w http.ResponseWriter, r *http.Request) {
	s.count()
	if it, ok := s.catalog.Get(r.URL.Path[len("/item/"):]); ok {
		fmt.Fprintln(w, it.SKU, it.Cents)
	}
}

func (s *Server) buy(w http.ResponseWriter, r *http.Request) {
	s.count()
	if it, ok := s.catalog.Get(r.URL.Path[len("/buy/"):]); ok {
		s.cart.Add(it)
	}
}
