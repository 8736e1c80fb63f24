// What threads of Rust may race on: statics, memory behind raw pointers, what a closure has a pointer to. Rust's own
// locks are atomics to ThreadSanitizer, which prints no lock for them.
#![no_main]

use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

static mut COUNT: u64 = 0;
static mut KEPT: u64 = 0;
static mut LEFT: u64 = 0;
static mut STOCK: u64 = 3;

struct Shared<T>(UnsafeCell<T>);
unsafe impl<T> Sync for Shared<T> {}

struct Pond {
    level: u32,
    fish: u32,
}

static POND: Shared<Pond> = Shared(UnsafeCell::new(Pond { level: 0, fish: 0 }));

impl Pond {
    #[inline(never)]
    fn fill(&mut self, n: u32) {
        self.level = n;
    }

    #[inline(never)]
    fn look(&self) -> u32 {
        self.level
    }

    #[inline(never)]
    fn spawn(&mut self) {
        self.fish += 1;
    }
}

extern "C" {
    fn pthread_create(thread: *mut usize, how: *const u8, run: Start, with: *mut u8) -> i32;
    fn pthread_join(thread: usize, result: *mut *mut u8) -> i32;
}

type Start = extern "C" fn(*mut u8) -> *mut u8;

extern "C" fn run(work: *mut u8) -> *mut u8 {
    let work: fn() = unsafe { std::mem::transmute(work) };
    work();
    work as *mut u8
}

fn start(work: fn()) -> usize {
    let mut thread = 0;
    unsafe { pthread_create(&mut thread, std::ptr::null(), run, work as *mut u8) };
    thread
}

fn join(thread: usize) {
    unsafe { pthread_join(thread, std::ptr::null_mut()) };
}

fn pause() {
    thread::sleep(Duration::from_millis(20));
}

/// Runs one function, and another a while later in another thread. A sleep orders nothing.
fn after(first: fn(), second: fn()) {
    let a = start(first);
    pause();
    let b = start(second);
    join(a);
    join(b);
}

fn count() {
    unsafe {
        COUNT += 1;
    }
}

static GUARD: Mutex<u32> = Mutex::new(0);

fn put_kept() {
    let mut guard = GUARD.lock().unwrap();
    *guard += 1;
    unsafe {
        KEPT = 4;
    }
}

fn get_kept() {
    let kept = unsafe { KEPT };
    std::hint::black_box(kept);
}

// The guard is gone before the write.
fn put_left() {
    let mut guard = GUARD.lock().unwrap();
    *guard += 1;
    drop(guard);
    unsafe {
        LEFT = 4;
    }
}

fn get_left() {
    let left = unsafe { LEFT };
    std::hint::black_box(left);
}

fn take() {
    unsafe {
        if STOCK > 0 {
            STOCK -= 1;
        }
    }
}

fn fill() {
    unsafe { (*POND.0.get()).fill(3) }
}

fn look() {
    std::hint::black_box(unsafe { (*POND.0.get()).look() });
}

fn spawn() {
    unsafe { (*POND.0.get()).spawn() }
}

struct Pointer(*mut u32);
unsafe impl Send for Pointer {}

fn captured() {
    let mut found = 0u32;
    let pointer = Pointer(&mut found);
    let t = thread::spawn(move || {
        let pointer = pointer;
        unsafe { *pointer.0 = 1 };
    });
    pause();
    std::hint::black_box(found);
    t.join().unwrap();
}

#[no_mangle]
pub extern "C" fn main() -> i32 {
    after(count, count);
    after(put_kept, get_kept);
    after(put_left, get_left);
    after(take, take);
    after(fill, look);
    after(spawn, spawn);
    captured();
    0
}
