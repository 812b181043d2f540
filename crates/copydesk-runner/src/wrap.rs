//! Styled text broken into lines of a width.

use std::fmt::Write;

use anstyle::Style;
use unicode_width::UnicodeWidthChar;

/// Text in one style.
pub(crate) type Piece<'a> = (Style, &'a str);

/// Pieces one after the other, broken at blanks so that no line is wider than `width` where that can be. The first
/// line starts in column `indent`, where the cursor is taken to be; the others are indented by as much.
pub(crate) fn wrapped(pieces: &[Piece<'_>], indent: usize, width: usize) -> String {
    let chars: Vec<_> =
        pieces.iter().flat_map(|(style, text)| text.chars().map(move |c| (c, *style))).collect();
    let mut out = Lines { text: String::new(), style: Style::new(), column: indent };
    for word in chars.split_inclusive(|(c, _)| *c == ' ') {
        let wide: usize = word.iter().filter(|(c, _)| *c != ' ').map(|(c, _)| c.width().unwrap_or(0)).sum();
        if out.column + wide > width && out.column > indent {
            out.next_line(indent);
        }
        for (c, style) in word {
            out.push(*c, *style);
        }
    }
    out.change(Style::new());
    out.text
}

struct Lines {
    text: String,
    style: Style,
    column: usize,
}

impl Lines {
    fn push(&mut self, c: char, style: Style) {
        self.change(style);
        self.text.push(c);
        self.column += c.width().unwrap_or(0);
    }

    fn next_line(&mut self, indent: usize) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.change(Style::new());
        write!(self.text, "\n{:indent$}", "").expect("a String takes all");
        self.column = indent;
    }

    fn change(&mut self, style: Style) {
        if style == self.style {
            return;
        }
        if self.style != Style::new() {
            write!(self.text, "{:#}", self.style).expect("a String takes all");
        }
        write!(self.text, "{style}").expect("a String takes all");
        self.style = style;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks_and_are_indented() {
        let plain = Style::new();
        assert_eq!(wrapped(&[(plain, "one two "), (plain, "three four")], 2, 11), "one two\n  three\n  four");
    }

    #[test]
    fn a_style_ends_with_its_line_and_goes_on_in_the_next() {
        let bold = Style::new().bold();
        assert_eq!(wrapped(&[(bold, "one two")], 0, 5), "\u{1b}[1mone\u{1b}[0m\n\u{1b}[1mtwo\u{1b}[0m");
    }
}
