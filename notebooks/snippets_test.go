package notebooks_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// snippets are the tutorial's pieces of Rust in its order, without comments.
var snippets = []struct{ notebook, rust string }{
	{"02-what-is-a-channel", `let (sender, receiver) = mpsc::channel();`},
	{"03-the-mpsc-module", `use std::sync::mpsc;`},
	{"04-sender-and-receiver", `
		use std::sync::mpsc;
		use std::thread;
		let (tx, rx) = mpsc::channel();
		thread::spawn(move || { tx.send("Hello!").unwrap(); });`},
	{"04-sender-and-receiver", `
		let message = rx.recv().unwrap();
		println!("Got: {}", message);`},
	{"05-a-simple-story", `
		use std::sync::mpsc;
		use std::thread;
		fn main() {
			let (tx, rx) = mpsc::channel();
			thread::spawn(move || {
				let message = "Hi from thread!";
				tx.send(message).unwrap();
				println!("Message sent!");
			});
			let received = rx.recv().unwrap();
			println!("Got: {}", received);
		}`},
	{"06-multiple-producers", `
		use std::sync::mpsc;
		use std::thread;
		fn main() {
			let (tx, rx) = mpsc::channel();
			let tx1 = tx.clone();
			let tx2 = tx.clone();
			thread::spawn(move || { tx1.send("From thread 1").unwrap(); });
			thread::spawn(move || { tx2.send("From thread 2").unwrap(); });
			drop(tx);
			for msg in rx { println!("Got: {}", msg); }
		}`},
	{"07-receiving-methods", `let msg = rx.recv().unwrap();`},
	{"07-receiving-methods", `
		match rx.try_recv() {
			Ok(msg) => println!("Got: {}", msg),
			Err(_) => println!("Nothing yet!"),
		}`},
	{"07-receiving-methods", `
		use std::time::Duration;
		match rx.recv_timeout(Duration::from_secs(2)) {
			Ok(msg) => println!("Got: {}", msg),
			Err(_) => println!("Timed out!"),
		}`},
	{"09-pro-tips", `let s = String::from("hello"); tx.send(s).unwrap();`},
	{"09-pro-tips", `for msg in rx`},
}

var (
	comment    = regexp.MustCompile(`(?m)//.*$`)
	completion = regexp.MustCompile(`(?s)/\*\+\*/.*?/\*-\*/`)
	blank      = regexp.MustCompile(`\s+`)
)

// bare is Rust text without comments and layout.
func bare(rust string) string {
	return blank.ReplaceAllString(comment.ReplaceAllString(rust, ""), "")
}

func TestSnippets(t *testing.T) {
	rest := map[string]string{} // what follows the last snippet found, by notebook
	for _, name := range names(t) {
		for _, c := range read(t, name).Cells {
			rest[name] += bare(strings.Join(c.rust(), "\n"))
		}
	}
	for _, s := range snippets {
		_, after, found := strings.Cut(rest[s.notebook], bare(s.rust))
		if !found {
			t.Errorf("%s: the snippet is missing or out of order:\n%s", s.notebook, s.rust)
			continue
		}
		rest[s.notebook] = after
	}
}

func TestSnippetsAreTheTutorials(t *testing.T) {
	rest := bare(readTutorial(t))
	for _, s := range snippets {
		_, after, found := strings.Cut(rest, bare(s.rust))
		if !found {
			t.Errorf("the tutorial has no such snippet after the one before:\n%s", s.rust)
			continue
		}
		rest = after
	}
}

// Go follows each cell with Rust in it.
func TestRustHasItsGo(t *testing.T) {
	each(t, func(t *testing.T, nb notebook) {
		for i, c := range nb.Cells {
			if c.Type != "markdown" || len(c.rust()) == 0 {
				continue
			}
			if i+1 >= len(nb.Cells) || nb.Cells[i+1].Type != "code" {
				t.Errorf("no Go cell follows the Rust of cell %s", c.ID)
			}
		}
	})
}

// The programs in testdata are the notebooks' Rust, word for word, with
// completions between /*+*/ and /*-*/ that make them whole programs.
func TestRustProgramsAreTheNotebooks(t *testing.T) {
	each(t, func(t *testing.T, nb notebook) {
		var fences string
		for _, c := range nb.Cells {
			fences += bare(strings.Join(c.rust(), "\n"))
		}
		path := filepath.Join("testdata", "rust", nb.name+".rs")
		program, err := os.ReadFile(path)
		if os.IsNotExist(err) {
			program = nil
		} else if err != nil {
			t.Fatal(err)
		}
		if got := bare(completion.ReplaceAllString(string(program), "")); got != fences {
			t.Errorf("%s, without its completions, is\n%s\nand the notebook's Rust is\n%s", path, got, fences)
		}
	})
}
