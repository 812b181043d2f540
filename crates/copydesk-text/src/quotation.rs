//! Quotation marks paired with a stack, paragraph by paragraph, in every style that news uses.

use crate::letter::{after, before, is_alphanumeric, is_blank};
use crate::marks::{Mark, MarkStyle, Side};
use crate::outline::Paragraph;
use crate::token::Token;

/// Text between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The first byte of the opening mark.
    pub start: u32,
    /// The byte after the closing mark; after the paragraph where none closes it.
    pub end: u32,
    /// The first byte between the marks.
    pub inner_start: u32,
    /// The byte after the last between the marks.
    pub inner_end: u32,
    /// How many quotations hold this one.
    pub depth: u8,
    /// The paragraph it stands in, as an index.
    pub paragraph: u32,
    /// The style of its opening mark.
    pub style: MarkStyle,
    /// Whether a closing mark stands in its paragraph.
    pub closed: bool,
    /// The quotation, as an index, that goes on with this one: news opens each paragraph of a long quotation and
    /// closes only the last.
    pub continues: Option<u32>,
}

/// More marks open at a time than any writer nests: beyond it, the outer ones are taken as never closed.
const DEEPEST: usize = 6;

/// How a mark may serve where it stands.
#[derive(Clone, Copy)]
struct Place {
    opens: bool,
    closes: bool,
}

/// Appends the quotations of one paragraph, whose marks are given by the tokens they are, to `found`. `open` is working
/// memory.
pub(crate) fn pair(
    text: &str,
    paragraph: (u32, &Paragraph),
    marks: &[(u32, Mark)],
    tokens: &[Token],
    found: &mut Vec<Quotation>,
    open: &mut Vec<u32>,
) {
    open.clear();
    let signs = marks.iter().map(|(at, mark)| (&tokens[*at as usize], *mark));
    let singles_left = signs.clone().filter(|(token, mark)| may_close_single(text, token, *mark)).count();
    let rest = Rest { tokens, marks };
    let mut pairing =
        Pairing { text, index: paragraph.0, end: paragraph.1.end, found, open, singles_left, rest };
    for (token, mark) in signs {
        pairing.rest.marks = &pairing.rest.marks[1..];
        pairing.read(token, mark);
    }
}

/// Links the unclosed quotations to the paragraphs that go on with them.
pub(crate) fn link(found: &mut [Quotation], paragraphs: &[Paragraph]) {
    let mut waiting: Option<usize> = None;
    for at in 0..found.len() {
        let (here, first) = (found[at], paragraphs[found[at].paragraph as usize].start == found[at].start);
        if let Some(earlier) = waiting.take() {
            let goes_on =
                first && here.style == found[earlier].style && here.paragraph == found[earlier].paragraph + 1;
            if goes_on {
                found[earlier].continues = Some(at as u32);
            } else if here.paragraph == found[earlier].paragraph {
                waiting = Some(earlier);
            }
        }
        if !here.closed && here.depth == 0 {
            waiting = Some(at);
        }
    }
}

/// The marks of a paragraph that are still to be read.
struct Rest<'a> {
    tokens: &'a [Token],
    marks: &'a [(u32, Mark)],
}

/// No more marks are looked at to tell whether one stands inside another of its like.
const LOOK_AHEAD: usize = 32;

struct Pairing<'a> {
    text: &'a str,
    index: u32,
    end: u32,
    found: &'a mut Vec<Quotation>,
    open: &'a mut Vec<u32>,
    /// Signs from here on that could close a single-marked quotation.
    singles_left: usize,
    rest: Rest<'a>,
}

impl Pairing<'_> {
    fn read(&mut self, token: &Token, mark: Mark) {
        let closing_single = may_close_single(self.text, token, mark);
        if closing_single {
            self.singles_left -= 1;
        }
        let place = self.place(token);
        if let Some(depth) = self.closed_by(token, mark, place, closing_single) {
            self.close(depth, token);
        } else if self.may_open(mark, place) {
            self.push(mark.style, token);
        }
    }

    fn place(&self, token: &Token) -> Place {
        let (left, right) = (before(self.text, token.start as usize), after(self.text, token.end as usize));
        let (gap_left, gap_right) = (left.is_none_or(parts), right.is_none_or(parts));
        let detached = left.is_none_or(is_blank) && right.is_none_or(is_blank);
        Place {
            opens: detached
                || right.is_some_and(|c| !is_blank(c) && !ends_clause(c))
                    && (gap_left || left.is_some_and(leads)),
            closes: detached
                || right.is_some_and(ends_clause)
                || !left.is_none_or(is_blank) && (gap_right || !gap_left),
        }
    }

    /// How many open quotations the mark closes: 1 for the innermost, `None` if it closes none.
    fn closed_by(&self, token: &Token, mark: Mark, place: Place, closing_single: bool) -> Option<usize> {
        if !place.closes || (mark.style.is_single() && !closing_single) {
            return None;
        }
        let depth = self.open.iter().rev().position(|at| mark.ends(self.found[*at as usize].style))? + 1;
        let style = self.found[self.open[self.open.len() - depth] as usize].style;
        let opener = mark.side == Side::Open && !matches!(style, MarkStyle::Low | MarkStyle::SingleLow);
        // A sign that looks like an opening one closes only where it cannot open: `“text“`. A straight one closes what
        // its like opened.
        if (opener || mark.side == Side::Either)
            && place.opens
            && !(mark.side == Side::Either && mark.style == style)
        {
            return None;
        }
        // A plural's apostrophe inside single marks (`the ministers’ plan’`) is passed over while another sign is left.
        let plural = style.is_single() && self.singles_left > 0 && self.follows_plural(token);
        (!plural).then_some(depth)
    }

    /// Whether a plural and a word stand around the sign: `the ministers’ plan`.
    fn follows_plural(&self, token: &Token) -> bool {
        let (start, end) = (token.start as usize, token.end as usize);
        self.text[..start].ends_with('s') && self.text[end..].strip_prefix(' ').is_some_and(starts_small)
    }

    fn may_open(&self, mark: Mark, place: Place) -> bool {
        match (mark.style, mark.side) {
            (MarkStyle::Single | MarkStyle::Typewritten, Side::Close) => false,
            (MarkStyle::Single | MarkStyle::StraightSingle, _) => place.opens && self.singles_left > 0,
            (_, Side::Close) => place.opens && !place.closes,
            _ => place.opens,
        }
    }

    fn push(&mut self, style: MarkStyle, token: &Token) {
        if self.open.len() == DEEPEST {
            self.open.remove(0);
        }
        // The same mark again without a close between: the earlier one was never closed, if the rest does not close both.
        let earlier = self.open.iter().rposition(|at| self.found[*at as usize].style == style);
        if let Some(place) = earlier.filter(|_| !self.closes_both(style)) {
            self.open.truncate(place);
        }
        let depth = u8::try_from(self.open.len()).expect("at most the deepest");
        self.open.push(self.found.len() as u32);
        self.found.push(Quotation {
            start: token.start,
            end: self.end,
            inner_start: token.end,
            inner_end: self.end,
            depth,
            paragraph: self.index,
            style,
            closed: false,
            continues: None,
        });
    }

    /// Whether what is left of a paragraph closes two quotations of a style more than it opens: `"It did not "frame" us,"`.
    fn closes_both(&self, style: MarkStyle) -> bool {
        let rest = self.rest.marks.iter().filter(|(_, mark)| mark.style == style).take(LOOK_AHEAD);
        let mut balance = 0;
        for (at, _) in rest {
            let place = self.place(&self.rest.tokens[*at as usize]);
            balance += i32::from(place.closes && !place.opens) - i32::from(place.opens && !place.closes);
        }
        balance >= 2
    }

    fn close(&mut self, depth: usize, token: &Token) {
        let place = self.open.len() - depth;
        let quotation = &mut self.found[self.open[place] as usize];
        (quotation.end, quotation.inner_end, quotation.closed) = (token.end, token.start, true);
        self.open.truncate(place);
    }
}

/// Whether the mark is a single one that stands behind a word and before none.
fn may_close_single(text: &str, token: &Token, mark: Mark) -> bool {
    if !matches!(mark.style, MarkStyle::Single | MarkStyle::StraightSingle) || mark.side == Side::Open {
        return false;
    }
    let next_is_word = after(text, token.end as usize).is_some_and(is_alphanumeric);
    !next_is_word && !before(text, token.start as usize).is_none_or(is_blank)
}

fn starts_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// What may stand before an opening or after a closing mark.
fn parts(c: char) -> bool {
    is_blank(c) || matches!(c, '(' | '[' | ')' | ']' | '-' | '–' | '—' | '/')
}

/// What may stand tight before an opening mark.
fn leads(c: char) -> bool {
    matches!(c, '“' | '"' | '«' | '„' | '‘' | '\'' | '`' | ':' | ',' | '…' | '>')
}

/// What ends a clause and so never follows an opening mark.
fn ends_clause(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '»' | '’')
}
