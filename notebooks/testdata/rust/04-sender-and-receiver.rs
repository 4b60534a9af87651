/*+*/
fn main() {
/*-*/
    use std::sync::mpsc;
    use std::thread;

    let (tx, rx) = mpsc::channel();

    thread::spawn(move || {
        tx.send("Hello!").unwrap();
    });

    let message = rx.recv().unwrap();
    println!("Got: {}", message);
/*+*/
}
/*-*/
