package queue

type Item struct{ name string }

func (i Item) Name() string {
	return trim(i.name)
}

func trim(s string) string { return s }

func Make() Item { return Item{} }
