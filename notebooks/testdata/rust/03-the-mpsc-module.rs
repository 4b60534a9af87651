use std::sync::mpsc;
/*+*/
fn main() {
    let _ = mpsc::channel::<String>();
}
/*-*/
