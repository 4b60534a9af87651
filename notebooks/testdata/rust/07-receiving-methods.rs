/*+*/
use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    let writer = tx.clone();
    thread::spawn(move || {
        writer.send("Worth the wait").unwrap();
    });
/*-*/
    let msg = rx.recv().unwrap();
/*+*/
    println!("Got: {}", msg);
/*-*/
    match rx.try_recv() {
        Ok(msg) => println!("Got: {}", msg),
        Err(_) => println!("Nothing yet!"),
    }

    use std::time::Duration;

    match rx.recv_timeout(Duration::from_secs(2)) {
        Ok(msg) => println!("Got: {}", msg),
        Err(_) => println!("Timed out!"),
    }
/*+*/
    drop(tx);
}
/*-*/
