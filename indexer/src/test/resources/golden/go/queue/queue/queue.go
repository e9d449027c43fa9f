package queue

import "fmt"

type Queue struct {
	items []Item
}

func New() *Queue {
	return &Queue{}
}

func (q *Queue) Push(item Item) {
	q.grow()
	fmt.Println(item.Name())
}

func (q *Queue) grow() {}
