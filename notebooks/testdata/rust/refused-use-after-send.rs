// What notebook 9 says of Rust: a value that was sent can't be used again (E0382).
use std::sync::mpsc;

fn main() {
    let (tx, _rx) = mpsc::channel();
    let s = String::from("hello");
    tx.send(s).unwrap();
    println!("{}", s);
}
