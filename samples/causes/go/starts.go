// How goroutines are started and waited for.
package main

import (
	"errors"
	"sync"
	"time"
)

type job struct{ n, extra int }

// goesOn reads what the goroutine writes without waiting.
func goesOn() int {
	j := &job{}
	go func() {
		j.n = 1
	}()
	pause()
	return j.n
}

// sleeps takes a sleep for waiting.
func sleeps() int {
	j := &job{}
	go func() {
		j.n = 1
	}()
	time.Sleep(20 * time.Millisecond)
	return j.n
}

// waits waits for the goroutine, which has started another one.
func waits() int {
	j := &job{}
	done := make(chan bool)
	go func() {
		go func() { j.n = 1 }()
		done <- true
	}()
	<-done
	pause()
	return j.n
}

// setsLate sets what the goroutine reads when it runs already.
func setsLate() {
	j := &job{}
	go func() {
		pause()
		use(j.n)
	}()
	j.n = 1
	pause()
	pause()
}

// setsEarly sets one thing before it starts the goroutine; the goroutine writes another.
func setsEarly() int {
	j := &job{}
	j.n = 1
	go func() {
		j.extra = j.n
	}()
	pause()
	return j.extra
}

// addsInside joins the group in the goroutine.
func addsInside() int {
	j := &job{}
	var wg sync.WaitGroup
	go func() {
		pause()
		wg.Add(1)
		defer wg.Done()
		j.n = 1
	}()
	wg.Wait()
	pause()
	pause()
	return j.n
}

// leavesEarly leaves the group before it is done.
func leavesEarly() int {
	j := &job{}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done()
		j.n = 1
	}()
	wg.Wait()
	pause()
	return j.n
}

// leavesLate is done when it leaves the group; who reads does so before waiting.
func leavesLate() int {
	j := &job{}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		j.n = 1
	}()
	pause()
	n := j.n
	wg.Wait()
	return n
}

// sharesErr has one err for the goroutine and for itself.
func sharesErr() error {
	var err error
	done := make(chan bool)
	go func() {
		err = errors.New("first")
		close(done)
	}()
	pause()
	err = errors.New("second")
	<-done
	return err
}

// named has its result written by a goroutine that outlives it.
func named() (n int, err error) {
	go func() {
		err = errors.New("late")
	}()
	pause()
	return n, err
}

// ownErr has an err of its own in the goroutine: what they share is the job.
func ownErr() int {
	j := &job{}
	go func() {
		err := errors.New("own")
		use(len(err.Error()))
		j.n = 3
	}()
	pause()
	err := errors.New("mine")
	use(len(err.Error()))
	return j.n
}

var (
	lazy  *job
	stock = 3
	total int
)

// instance makes it when it is first asked for.
func instance() *job {
	if lazy == nil {
		lazy = &job{n: 1}
	}
	return lazy
}

// take checks that there is one, then takes it.
func take() bool {
	if stock > 0 {
		stock--
		return true
	}
	return false
}

// sum adds to what it reads.
func sum(n int) {
	total += n
}

var limit int

// setLimit and getLimit have nothing between them.
func setLimit(n int) { limit = n }

//go:noinline
func getLimit() int { return limit }

var mu sync.Mutex
var shelf int

// fill checks under the lock and writes behind it.
func fill() {
	mu.Lock()
	empty := shelf == 0
	mu.Unlock()
	if empty {
		shelf = 4
	}
}

//go:noinline
func empty() int { return shelf }

func pause()    { time.Sleep(10 * time.Millisecond) }
func use(n int) { _ = n }

// after runs one function, and another a while later in another goroutine. A sleep orders nothing.
func after(first, second func()) {
	done := make(chan bool, 2)
	go func() { first(); done <- true }()
	go func() { time.Sleep(20 * time.Millisecond); second(); done <- true }()
	<-done
	<-done
}

func main() {
	goesOn()
	sleeps()
	waits()
	setsLate()
	setsEarly()
	addsInside()
	leavesEarly()
	leavesLate()
	sharesErr()
	named()
	ownErr()
	after(func() { instance() }, func() { instance() })
	after(func() { take() }, func() { take() })
	after(func() { sum(1) }, func() { sum(2) })
	after(func() { setLimit(1) }, func() { getLimit() })
	after(fill, func() { empty() })
}
