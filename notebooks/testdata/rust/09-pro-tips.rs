/*+*/
use std::sync::mpsc;
use std::thread;

fn main() {
    ownership_moves();
    clone_before_spawn_and_drop();
    iterator();
}

fn ownership_moves() {
    let (tx, rx) = mpsc::channel();
/*-*/
    let s = String::from("hello");
    tx.send(s).unwrap();
/*+*/
    println!("Got: {}", rx.recv().unwrap());
}

fn clone_before_spawn_and_drop() {
    let (tx, rx) = mpsc::channel();
/*-*/
    for id in 1..=3 {
        let mine = tx.clone();
        thread::spawn(move || {
            mine.send(id).unwrap();
        });
    }

    drop(tx);
/*+*/
    println!("1 + 2 + 3 = {}", rx.iter().sum::<i32>());
}

fn iterator() {
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || {
        for word in ["one", "two", "three"] {
            tx.send(word).unwrap();
        }
    });
/*-*/
    for msg in rx {
        println!("Got: {}", msg);
    }
/*+*/
    println!("No sender is left.");
}
/*-*/
