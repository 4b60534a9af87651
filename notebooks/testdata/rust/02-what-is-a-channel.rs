/*+*/
use std::sync::mpsc;

fn main() {
/*-*/
    let (sender, receiver) = mpsc::channel();
/*+*/
    sender.send("red ball").unwrap();
    sender.send("blue ball").unwrap();
    println!("Splash: {}", receiver.recv().unwrap());
    println!("Splash: {}", receiver.recv().unwrap());
}
/*-*/
