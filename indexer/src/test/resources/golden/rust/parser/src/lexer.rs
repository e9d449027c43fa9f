pub struct Lexer {
    pos: usize,
}

impl Lexer {
    pub fn new() -> Lexer {
        Lexer { pos: 0 }
    }

    pub fn next(&mut self) -> Token {
        self.skip();
        Token::of(self.pos)
    }

    fn skip(&mut self) {}
}

pub struct Token;

impl Token {
    pub fn of(pos: usize) -> Token {
        check(pos);
        Token
    }
}

fn check(pos: usize) {}
