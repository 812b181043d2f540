//! How far a word or a number reaches, where it does not simply end at a blank.

use crate::abbreviation::{self, Abbreviation};
use crate::letter::{after, before, byte, is_alphanumeric, is_letter};

/// What the stop that a word ends with says about the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// That of an abbreviation in the lexicon.
    Listed(Abbreviation),
    /// That of an initial: the name goes on.
    Initial,
    /// That of another abbreviation: `U.S.`
    Lettered,
}

/// The end of a word whose first letters end at `end`, and what its stop is, if it ends with one.
pub(crate) fn word_end(text: &str, start: usize, mut end: usize) -> (usize, Option<Stop>) {
    while let Some(next) = inner_sign_end(text, start, end) {
        end = letters_end(text, next);
    }
    let stop = closing_stop(text, start, end);
    (end + usize::from(stop.is_some()), stop)
}

/// The end of the letters and digits from `at` on.
pub(crate) fn letters_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
        }
        match after(text, at) {
            Some(c) if !c.is_ascii() && (is_alphanumeric(c) || is_joining(c)) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// Signs that stand inside words without parting them: combining accents, soft hyphens, joiners.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// The end of a sign at `end` that holds a word together with what follows it.
fn inner_sign_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let sign = after(text, end)?;
    if !matches!(sign, '\'' | '’' | '-' | '‐' | '‑' | '.' | '&') {
        return None;
    }
    let next_at = end + sign.len_utf8();
    let next = after(text, next_at)?;
    let joins = match sign {
        '\'' | '’' => is_letter(next) && clitic_end(text, end, sign).is_none(),
        '.' => stop_joins(text, start, end, next),
        '&' => next.is_ascii_uppercase() && text.as_bytes()[start].is_ascii_uppercase() && end - start <= 3,
        _ => is_alphanumeric(next),
    };
    joins.then_some(next_at)
}

/// The end of a possessive `'s` right after a word.
pub(crate) fn clitic_end(text: &str, at: usize, apostrophe: char) -> Option<usize> {
    let end = at + apostrophe.len_utf8() + 1;
    if !text.as_bytes().get(end - 1)?.eq_ignore_ascii_case(&b's') {
        return None;
    }
    let after_word =
        before(text, at).is_some_and(|c| is_alphanumeric(c) || matches!(c, '.' | '”' | '"' | '»'));
    let free = !after(text, end).is_some_and(is_alphanumeric);
    (after_word && free).then_some(end)
}

/// `U.S`, `e.g`, `reuters.com`, `Mexico-U.S` and `D-N.Y`, but not `end.The`.
fn stop_joins(text: &str, start: usize, end: usize, next: char) -> bool {
    if !is_letter(next) {
        return false;
    }
    let part = last_part(&text[start..end]);
    let joined = || matches!(part.as_bytes(), [.., b'-', letter] if letter.is_ascii_uppercase());
    part.chars().nth(1).is_none() || joined() || (next.is_lowercase() && end - start > 2)
}

fn last_part(word: &str) -> &str {
    let stop = word.bytes().rposition(|byte| byte == b'.');
    &word[stop.map_or(0, |at| at + 1)..]
}

/// The stop at `end` if it belongs to the word: `U.S.`, `Mr.`, the initial in `Richard M. Hale`.
fn closing_stop(text: &str, start: usize, end: usize) -> Option<Stop> {
    if text.as_bytes().get(end) != Some(&b'.') || text.as_bytes().get(end + 1) == Some(&b'.') {
        return None;
    }
    let word = &text[start..end];
    if let Some(listed) = abbreviation::find(word).or_else(|| joined_title(word)) {
        return Some(Stop::Listed(listed));
    }
    if is_initial(text, word, end) {
        return Some(Stop::Initial);
    }
    let last = last_part(word);
    (last.len() == 1 && last.len() < word.len()).then_some(Stop::Lettered)
}

/// The title in `then-Sen.`
fn joined_title(word: &str) -> Option<Abbreviation> {
    let title = &word[memchr::memrchr(b'-', word.as_bytes())? + 1..];
    abbreviation::find(title).filter(|found| *found == Abbreviation::Title)
}

fn is_initial(text: &str, word: &str, end: usize) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let spaced = || text[end + 1..].trim_start_matches(' ').chars().next();
    capital && word != "I" && spaced().is_some_and(char::is_uppercase)
}

/// The end of a number that starts with a digit.
pub(crate) fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let is = |at: usize, of: u8| bytes.get(at).is_some_and(|next| byte::CLASS[*next as usize] & of != 0);
    let mut end = start;
    loop {
        end = letters_end(text, end);
        match bytes.get(end) {
            Some(b'.' | b',' | b':' | b'\'') if is(end + 1, byte::DIGIT) && is(end - 1, byte::DIGIT) => {
                end += 1;
            }
            Some(b'-') if is(end + 1, byte::LETTER) => end += 1,
            _ => return end,
        }
    }
}
