// What notebook 8 says of Rust: threads that add to one counter without a lock
// don't compile (E0499: borrowed mutably more than once).
use std::thread;

fn main() {
    let mut counter = 0;
    thread::scope(|threads| {
        for _ in 0..8 {
            threads.spawn(|| counter += 1);
        }
    });
    println!("{}", counter);
}
