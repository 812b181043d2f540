//! The tokens of a line, found in one pass over its bytes, and which of them are quotation marks or may end a sentence.

use crate::block::Run;
use crate::extent::{self, Stop, clitic_end, letters_end, number_end};
use crate::letter::byte::{self, CLASS};
use crate::letter::{after, is_blank, is_letter};
use crate::marks::Mark;
use crate::token::{Case, Kind, Token};

/// What was met while the tokens of a paragraph were read. Working memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Met {
    /// The quotation marks, by their token's index.
    pub(crate) marks: Vec<(u32, Mark)>,
    /// The tokens that may end a sentence, by their index: full stops, and words that end with one.
    pub(crate) stops: Vec<(u32, Option<Stop>)>,
}

/// Reads the tokens of the line that starts at `from`; gives the start of the next one. No token holds a line end.
pub(crate) fn line(text: &str, from: usize, tokens: &mut Vec<Token>, met: &mut Met) -> usize {
    met.marks.clear();
    met.stops.clear();
    let mut scan = Scan { text, bytes: text.as_bytes(), tokens, met };
    let mut at = from;
    while let Some(first) = scan.bytes.get(at) {
        let class = CLASS[*first as usize];
        if class & byte::LETTER != 0 {
            at = scan.word(at, class);
            continue;
        }
        at = match class {
            byte::BLANK => at + 1,
            byte::PLAIN => scan.push(at, at + 1, Kind::Mark),
            byte::DIGIT => scan.number(at),
            byte::WIDE => scan.wide(at),
            _ if *first == b'\n' => return at + 1,
            _ => scan.sign(at, *first),
        };
    }
    at
}

struct Scan<'a> {
    text: &'a str,
    bytes: &'a [u8],
    tokens: &'a mut Vec<Token>,
    met: &'a mut Met,
}

impl Scan<'_> {
    /// A word that starts with an ASCII letter, and the blank behind it.
    #[inline]
    fn word(&mut self, start: usize, first: u8) -> usize {
        let (mut end, mut others) = (start + 1, 0);
        while let Some(run) = Run::at(self.bytes, end) {
            (end, others) = (end + run.len, others | run.case);
            if run.len < 8 {
                break;
            }
        }
        let mut behind = 0;
        while let Some(next) = self.bytes.get(end) {
            behind = CLASS[*next as usize];
            if behind & byte::ALPHANUMERIC == 0 {
                break;
            }
            others |= behind;
            end += 1;
        }
        let case = Case::of_classes(first, others);
        if behind & (byte::JOINS | byte::WIDE) != 0 {
            return self.joined_word(start, end, case);
        }
        self.add(start, end, Kind::Word, case) + usize::from(behind == byte::BLANK)
    }

    /// A word with a sign behind its letters that may belong to it. `case` is that of the letters.
    fn joined_word(&mut self, start: usize, letters: usize, case: Case) -> usize {
        let wide = self.bytes.get(letters).is_some_and(|next| !next.is_ascii());
        let first_end = if wide { letters_end(self.text, letters) } else { letters };
        let (end, stop) = extent::word_end(self.text, start, first_end);
        if stop.is_some() {
            self.met.stops.push((self.next(), stop));
        }
        let plain = end - usize::from(stop.is_some()) == letters;
        self.add(start, end, Kind::Word, if plain { case } else { Case::of(&self.text[start..end]) })
    }

    fn number(&mut self, start: usize) -> usize {
        let end = number_end(self.text, start);
        let digits = self.bytes[start..end].iter().all(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
        let case = if digits { Case::Lower } else { Case::of(&self.text[start..end]) };
        self.add(start, end, Kind::Number, case)
    }

    /// An ASCII sign that is no plain mark.
    fn sign(&mut self, at: usize, sign: u8) -> usize {
        match sign {
            b'.' | b'!' | b'?' => {
                self.met.stops.push((self.next(), None));
                self.run(at, sign)
            }
            b'-' => self.run(at, sign),
            b'"' => self.mark(at, at + 1, Mark::of_sign('"')),
            b'`' | b'\'' => self.typewritten(at, sign),
            _ => self.push(at, at + 1, Kind::Symbol),
        }
    }

    /// One mark said several times: `...`, `--`, `?!` is two.
    fn run(&mut self, at: usize, sign: u8) -> usize {
        let more = self.bytes[at..].iter().take_while(|byte| **byte == sign).count();
        self.push(at, at + more, Kind::Mark)
    }

    /// A sign that is a quotation mark alone and doubled, or an apostrophe.
    fn typewritten(&mut self, at: usize, sign: u8) -> usize {
        if let Some(end) = (sign == b'\'').then(|| clitic_end(self.text, at, '\'')).flatten() {
            return self.clitic(at, end);
        }
        let doubled = self.bytes.get(at + 1) == Some(&sign);
        let end = at + 1 + usize::from(doubled);
        self.mark(at, end, Mark::of(&self.text[at..end]))
    }

    /// What starts with a character beyond ASCII.
    fn wide(&mut self, at: usize) -> usize {
        let c = after(self.text, at).expect("a token starts on a character");
        let end = at + c.len_utf8();
        if is_blank(c) {
            return end;
        }
        if is_letter(c) {
            return self.joined_word(at, at, Case::Lower);
        }
        if let Some(end) = (c == '’').then(|| clitic_end(self.text, at, c)).flatten() {
            return self.clitic(at, end);
        }
        if let Some(mark) = Mark::of_sign(c) {
            return self.mark(at, end, Some(mark));
        }
        if c == '…' {
            self.met.stops.push((self.next(), None));
        }
        self.push(at, end, if is_punctuation(c) { Kind::Mark } else { Kind::Symbol })
    }

    fn clitic(&mut self, at: usize, end: usize) -> usize {
        let small = self.bytes[end - 1] == b's';
        self.add(at, end, Kind::Word, if small { Case::Lower } else { Case::Capitalized })
    }

    fn mark(&mut self, at: usize, end: usize, mark: Option<Mark>) -> usize {
        self.met.marks.push((self.next(), mark.expect("its caller knows the sign")));
        self.push(at, end, Kind::QuotationMark)
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind) -> usize {
        self.add(start, end, kind, Case::Lower)
    }

    #[inline]
    fn add(&mut self, start: usize, end: usize, kind: Kind, case: Case) -> usize {
        self.tokens.push(Token { start: start as u32, end: end as u32, kind, case });
        end
    }

    /// The index of the token that is about to be added.
    fn next(&self) -> u32 {
        self.tokens.len() as u32
    }
}

fn is_punctuation(c: char) -> bool {
    match c {
        '…' | '–' | '—' | '‒' | '―' | '‐' | '‑' | '·' | '•' | '¡' | '¿' => true,
        _ => matches!(
            c,
            '\u{3001}'..='\u{3003}' | '\u{ff0c}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff01}' | '\u{ff1f}'
        ),
    }
}
