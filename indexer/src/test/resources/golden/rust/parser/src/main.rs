mod lexer;
use crate::lexer::Lexer;

fn main() {
    let mut lexer = Lexer::new();
    lexer.next();
    finish();
    println!("done");
}

fn finish() {}
