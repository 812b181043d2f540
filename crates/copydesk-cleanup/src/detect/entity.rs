//! Entities of HTML: `&amp;`, `&#8217;`, `&eacute;`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;

/// No entity is longer, in bytes.
const LONGEST: usize = 10;

/// At an ampersand.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = &page.text[at.start + 1..];
    let window = &text[..text.floor_char_boundary(LONGEST)];
    let Some((name, _)) = window.split_once(';') else { return };
    if let Some(c) = numbered(name).or_else(|| named(name)) {
        let span = at.start..at.start + name.len() + 2;
        finds.replace_all(span, c.to_string());
    }
}

fn numbered(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control())
}

fn named(name: &str) -> Option<char> {
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c).or_else(|| accented(name))
}

/// `eacute`, `Ntilde`: a letter and its accent.
fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let accents = ACCENTS.iter().find(|(accent, _)| *accent == &name[1..])?.1;
    accents.split(' ').find(|pair| pair.starts_with(letter)).and_then(|pair| pair.chars().nth(1))
}

const ACCENTS: &[(&str, &str)] = &[
    ("acute", "AÁ aá EÉ eé IÍ ií OÓ oó UÚ uú YÝ yý"),
    ("grave", "AÀ aà EÈ eè IÌ iì OÒ oò UÙ uù"),
    ("circ", "AÂ aâ EÊ eê IÎ iî OÔ oô UÛ uû"),
    ("uml", "AÄ aä EË eë IÏ iï OÖ oö UÜ uü yÿ"),
    ("tilde", "AÃ aã NÑ nñ OÕ oõ"),
    ("cedil", "CÇ cç"),
    ("ring", "AÅ aå"),
    ("slash", "OØ oø"),
    ("caron", "SŠ sš"),
];

const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", '\u{a0}'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("ordm", 'º'),
    ("ordf", 'ª'),
    ("iquest", '¿'),
    ("iexcl", '¡'),
    ("szlig", 'ß'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("times", '×'),
    ("prime", '′'),
    ("Prime", '″'),
    ("minus", '−'),
    ("thinsp", '\u{2009}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("sect", '§'),
    ("para", '¶'),
    ("plusmn", '±'),
    ("larr", '←'),
    ("rarr", '→'),
];
