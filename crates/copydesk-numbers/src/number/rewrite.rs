//! The English for a number that translation left in another form: one reading, the same value.

use crate::atom::Gap;
use crate::context::Context;
use crate::layer::{Kind, NumberValue};
use crate::lexicon::{Cue, Numeral, Sense};
use crate::number::{digits, money};
use crate::reading::Reading;

/// Writes the English for a reading. `false` if it stays as it is.
pub(crate) fn rewrite(cx: &Context<'_>, reading: &Reading, value: &NumberValue, out: &mut String) -> bool {
    out.clear();
    let behind_a_number = cx.before(reading.first, 1).is_digits() && cx.at(reading.first).follows();
    if value.origin.is_none() || behind_a_number || in_a_quoted_name(cx, reading) {
        return false;
    }
    let mut writer = Writer {
        cx,
        out,
        at: reading.first,
        end: reading.end,
        age: value.kind == Kind::Age,
        quantity: value.kind == Kind::Quantity,
    };
    let ordinal = value.kind == Kind::Ordinal;
    let written = if ordinal { writer.ordinal() } else { writer.all() };
    written.is_some() && reading.span(cx).of(cx.text) != out.as_str()
}

/// `No. 5` for `n°5`.
pub(crate) fn numero(cx: &Context<'_>, reading: &Reading, out: &mut String) -> Option<usize> {
    let sign = reading.first.checked_sub(2)?;
    let is = matches!(cx.word(sign), "n" | "N") && matches!(cx.at(sign + 1).symbol(), Some('°' | 'º'));
    out.clear();
    out.push_str("No. ");
    out.push_str(cx.word(reading.first));
    (is && cx.at(sign + 1).glued() && reading.end == reading.first + 1).then_some(sign)
}

/// Whether it stands in quotation marks around a few words: a title, which is not ours to change.
pub(crate) fn in_a_quoted_name(cx: &Context<'_>, reading: &Reading) -> bool {
    const FEW: usize = 8;
    let mark = |at: usize, marks: &str| cx.at(at).symbol().is_some_and(|mark| marks.contains(mark));
    let opens = (1..=FEW).find(|back| *back <= reading.first && mark(reading.first - back, "“«\"‘„"));
    let closes = (0..FEW).find(|on| mark(reading.end + on, "”»\"’“"));
    match (opens, closes) {
        (Some(back), Some(on)) => {
            back + on <= FEW && !sentence_inside(cx, reading.first - back, reading.end + on)
        }
        _ => false,
    }
}

fn sentence_inside(cx: &Context<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        cx.at(at).is('.') && cx.at(at).glued() && !cx.at(at + 1).glued() || cx.at(at + 1).gap == Gap::Break
    })
}

struct Writer<'a> {
    cx: &'a Context<'a>,
    out: &'a mut String,
    at: usize,
    end: usize,
    age: bool,
    /// Whether a short word behind the digits is its unit: `m`, and no million.
    quantity: bool,
}

impl Writer<'_> {
    /// `21st` for `21e`.
    fn ordinal(&mut self) -> Option<()> {
        let n = self.cx.at(self.at).digits()?;
        let suffix = match (n % 10, n % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        self.out.push_str(self.cx.word(self.at));
        self.out.push_str(suffix);
        Some(())
    }

    fn all(&mut self) -> Option<()> {
        self.currency_first();
        while self.at < self.end {
            self.piece()?;
        }
        Some(())
    }

    /// A symbol that stands last goes first, and so does the code of `MUSD`.
    fn currency_first(&mut self) {
        let last = self.cx.at(self.end - 1);
        if last.symbol().and_then(money::symbol).is_some() {
            let letters = self.cx.at(self.end - 2);
            if letters.is_word()
                && last.glued()
                && letters.currency().is_some_and(|c| c.sense == Sense::Prefix)
            {
                self.out.push_str(self.cx.word(self.end - 2));
                self.end -= 1;
            }
            self.out.extend(last.symbol());
            self.end -= 1;
        } else if let Some(currency) =
            last.currency().filter(|currency| matches!(currency.sense, Sense::Scaled(_)))
        {
            let euro = self.cx.word(self.end - 1).len() < 4;
            self.out.push_str(if euro { "€" } else { currency.code });
            self.out.push_str(if euro { "" } else { " " });
        }
    }

    fn piece(&mut self) -> Option<()> {
        let atom = self.cx.at(self.at);
        if atom.is_digits() || atom.is('.') {
            return self.digits();
        }
        if let Some(mark) = atom.symbol() {
            self.symbol(mark);
            return Some(());
        }
        self.word()
    }

    fn symbol(&mut self, mark: char) {
        if mark != '%' {
            self.gap();
        }
        self.out.push(mark);
        self.at += 1;
    }

    /// The blanks before an atom; none behind a currency's symbol.
    fn gap(&mut self) {
        let symbol = self.out.chars().next_back().and_then(money::symbol).is_some();
        if self.out.is_empty() || symbol || self.out.ends_with(' ') || self.cx.at(self.at).glued() {
            return;
        }
        self.out.push(' ');
    }

    fn digits(&mut self) -> Option<()> {
        let (whole, end) = digits::parts(self.cx, self.at)?;
        self.gap();
        let start = self.out.len();
        (self.at..whole)
            .filter(|at| self.cx.at(*at).is_digits())
            .for_each(|at| self.out.push_str(self.cx.word(at)));
        let mut grouped = whole > self.at + 1;
        self.at = whole;
        if let Some(rest) = self.rest_of_thousands(end) {
            self.out.push_str(self.cx.word(rest));
            (self.at, grouped) = (rest + 1, true);
        } else if let Some(next) = self.thousands(end) {
            self.out.push_str("000");
            (self.at, grouped) = (next, true);
        }
        if grouped {
            group(self.out, start);
        }
        if self.at < end {
            self.out.push('.');
            self.out.push_str(self.cx.word(end - 1));
            self.at = end;
        }
        Some(())
    }

    /// The digits behind `thousand` that belong to the same number.
    fn rest_of_thousands(&self, end: usize) -> Option<usize> {
        let scale = self.cx.at(end).numeral() == Numeral::Scale(3) && end + 1 < self.end;
        (scale && self.cx.at(end + 1).is_digits() && self.at == end).then_some(end + 1)
    }

    /// Past the `k` of `50 k€`.
    fn thousands(&self, end: usize) -> Option<usize> {
        let short = self.cx.at(end).numeral() == Numeral::Abbreviation(3) && self.at == end;
        (short && end < self.cx.atoms.len().min(self.end + 1)).then_some(end + 1)
    }

    fn word(&mut self) -> Option<()> {
        let atom = self.cx.at(self.at);
        let scale = match (atom.numeral(), atom.currency().map(|currency| currency.sense)) {
            (_, Some(Sense::Scaled(power))) if self.at + 1 == self.end => Some(power),
            (Numeral::Leftover(power) | Numeral::Many(power), _) => Some(power),
            (Numeral::Scale(power @ 3..), _) if self.cx.at(self.at + 1).cue() == Cue::De => Some(power),
            (Numeral::Abbreviation(power), _)
                if !self.quantity && (!self.cx.at(self.at).glued() || self.out.contains('€')) =>
            {
                Some(power)
            }
            _ => None,
        };
        match scale {
            Some(power) => self.scale(power)?,
            None => self.plain(),
        }
        self.at += 1;
        Some(())
    }

    fn scale(&mut self, power: u8) -> Option<()> {
        let thousands = power == 6 && self.cx.word(self.at) == "mil";
        let (power, words) = if thousands { (9, 2) } else { (power, 1) };
        self.at += words - 1;
        if self.cx.at(self.at + 1).is('.') && self.at + 1 < self.end {
            self.at += 1;
        }
        let word = match power {
            3 => "thousand",
            6 => "million",
            9 => "billion",
            12 => "trillion",
            _ => return None,
        };
        if !self.out.ends_with('-') {
            self.out.push(' ');
        }
        self.out.push_str(word);
        let de = self.cx.at(self.at + 1).cue() == Cue::De && self.at + 1 < self.end;
        let quote = self.cx.at(self.at + 2).symbol().is_some_and(|mark| "'’".contains(mark));
        if de && !(quote && self.at + 2 >= self.end) {
            self.at += 1 + usize::from(quote);
            if self.at + 1 < self.end {
                self.out.push(' ');
            }
        }
        Some(())
    }

    fn plain(&mut self) {
        let word = self.cx.word(self.at);
        let english = match word {
            "et" | "und" | "y" | "e" if self.cx.at(self.at).cue() == Cue::And => "and",
            "à" | "bis" => "to",
            "ans" | "años" | "anni" | "anos" | "Jahre" if self.age => "years old",
            "ans" | "años" | "anni" | "anos" | "Jahre" => "years",
            "heure" => "h",
            "dólares" | "dollari" => "dollars",
            "Euro" | "euro" if self.at + 1 == self.end && !self.out.ends_with('-') && self.out != "1" => {
                "euros"
            }
            "pour" | "por" | "Prozent" => "percent",
            _ => word,
        };
        self.gap();
        self.out.push_str(english);
        if english == "percent" && word != "percent" && word != "Prozent" {
            self.at += 1;
        }
        self.exponent();
    }

    /// `km²` for `km2`.
    fn exponent(&mut self) {
        let next = self.cx.at(self.at + 1);
        let unit = self.cx.at(self.at).unit().is_some() && next.glued() && self.at + 1 < self.end;
        if let (true, Some(power @ (2 | 3))) = (unit, next.digits()) {
            self.out.push(if power == 2 { '²' } else { '³' });
            self.at += 1;
        }
    }
}

/// Puts commas into the digits from `start`.
pub(super) fn group(out: &mut String, start: usize) {
    let mut at = out.len();
    while at > start + 3 {
        at -= 3;
        out.insert(at, ',');
    }
}
