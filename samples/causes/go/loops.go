// Loops whose variable a goroutine uses. From language version 1.22 on each round has its own; one that is declared before
// the loop is shared as ever.
package main

import "time"

func before(list []int) {
	var v int
	for _, v = range list {
		go func() {
			use(v)
		}()
		pause()
	}
}

// inBody changes the round's own variable behind the goroutine's start.
func inBody() {
	for i := 0; i < 3; i++ {
		go func() {
			pause()
			use(i)
		}()
		i += 1
		pause()
		pause()
	}
}

func pause()    { time.Sleep(10 * time.Millisecond) }
func use(n int) { _ = n }

func main() {
	before([]int{1, 2, 3})
	inBody()
}
