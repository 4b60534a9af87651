// What notebook 4 says of Rust: a receiver has no clone method (E0599).
use std::sync::mpsc;

fn main() {
    let (_tx, rx) = mpsc::channel::<String>();
    let _rx2 = rx.clone();
}
