package main

import "example.com/app/queue"

func main() {
	q := queue.New()
	q.Push(queue.Make())
	run()
}

func run() {}
