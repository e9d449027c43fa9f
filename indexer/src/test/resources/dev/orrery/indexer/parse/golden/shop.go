// Package shop sells.
package shop

import (
	"fmt"
	"os"

	st "example.org/shop/stock"
	. "example.org/shop/util"
	_ "example.org/shop/side"
)

const Limit = 10

const (
	Open State = iota
	Done
)

var clock, other = NewClock(), 2

type State int

type Alias = st.Store

type Sellable[T any] interface {
	fmt.Stringer
	Sell(to *Customer, more ...Item) (T, error)
}

type Line struct {
	Item  Item
	Count int `json:"count"`
}

type Order struct {
	*Base
	st.Mixin
	ID, code int
	Lines    []Line
	store    *st.Store
	handler  func(int) error
}

func NewOrder(id int) *Order {
	o := &Order{ID: id, store: st.Open("x")}
	o.store.Lock()
	defer o.store.Unlock()
	go o.watch(make(chan int))
	return o
}

func (o *Order) Sell(to *Customer, more ...Item) (receipt *Receipt, err error) {
	for i, line := range o.Lines {
		if err := o.store.Take(line.Item, i); err != nil {
			return nil, fmt.Errorf("take: %w", err)
		}
	}
	total := sum(o.Lines)
	func() { print(total) }()
	switch v := to.Address().(type) {
	case *Street:
		v.Visit()
	}
	r := Receipt{}
	r.Sign(func(key Key) { key.Use() })
	return &r, nil
}

func (Line) Price() int { return 0 }

func Map[T, U any](in []T, f func(T) U) []U {
	return append([]U(nil), f(in[0]))
}

func (s Set[K]) Has(key K) bool {
	_, ok := s.items[key]
	return ok
}

func init() {
	Map[int, string](nil, nil)
	os.Exit(int(1))
}

func TestSell(t *testing.T) {
	t.Run("x", func(t *testing.T) { NewOrder(1).Sell(nil) })
}

func BenchmarkSell(b *testing.B) {}
