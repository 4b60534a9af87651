use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();

    let tx1 = tx.clone();
    let tx2 = tx.clone();

    thread::spawn(move || {
        tx1.send("From thread 1").unwrap();
    });

    thread::spawn(move || {
        tx2.send("From thread 2").unwrap();
    });

    drop(tx);

    for msg in rx {
        println!("Got: {}", msg);
    }
}
