use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();

    /*+*/ let helper = /*-*/ thread::spawn(move || {
        let message = "Hi from thread!";
        tx.send(message).unwrap();
        println!("Message sent!");
    });

    let received = rx.recv().unwrap();
    println!("Got: {}", received);
    /*+*/ helper.join().unwrap(); /*-*/
}
