// Loops whose variable a goroutine uses. Up to language version 1.21 all rounds share it.
package main

import "time"

func rounds() {
	for i := 0; i < 3; i++ {
		go func() {
			use(i)
		}()
		pause()
	}
}

func items(list []int) {
	for _, v := range list {
		go func() {
			use(v)
		}()
		pause()
	}
}

// copied has a variable for each round; what they share is another.
func copied(list []int) {
	last := 0
	for _, v := range list {
		v := v
		go func() {
			last = v
		}()
		pause()
	}
	use(last)
}

func pause()    { time.Sleep(10 * time.Millisecond) }
func use(n int) { _ = n }

func main() {
	rounds()
	items([]int{1, 2, 3})
	copied([]int{1, 2, 3})
}
