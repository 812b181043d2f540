//! Words with accented letters, and the same without accents.

/// A letter and what is left of it without its accent.
const BARE: &str = "ÀA ÁA ÂA ÃA ÄA ÅA ÇC ÈE ÉE ÊE ËE ÌI ÍI ÎI ÏI ÑN ÒO ÓO ÔO ÕO ÖO ØO ÙU ÚU ÛU ÜU ÝY àa áa âa ãa äa åa çc èe ée êe ëe \
    ìi íi îi ïi ñn òo óo ôo õo öo øo ùu úu ûu üu ýy ÿy ĀA āa ĂA ăa ĄA ąa ĆC ćc ČC čc ĎD ďd ĐD đd ĒE ēe ĖE ėe ĘE ęe ĚE ěe \
    ĞG ğg ĢG ģg ĪI īi ĮI įi İI ıi ĶK ķk ĻL ļl ŁL łl ŃN ńn ŅN ņn ŇN ňn ŌO ōo ŐO őo ŘR řr ŚS śs ŞS şs ŠS šs ŢT ţt ŤT ťt ŪU ūu \
    ŮU ůu ŰU űu ŲU ųu ŹZ źz ŻZ żz ŽZ žz";

/// No more words of one text are looked at, so that time stays linear.
const MOST: usize = 100;

/// A word's place in its text.
pub(crate) type Place = std::ops::Range<usize>;

/// The words of a text that hold an accented letter.
pub(crate) fn accented_words(text: &str) -> Vec<Place> {
    let mut words: Vec<Place> = Vec::new();
    // All these letters start with one of three bytes.
    for at in memchr::memchr3_iter(0xC3, 0xC4, 0xC5, text.as_bytes()) {
        if words.last().is_some_and(|word| at < word.end) || !starts_with_letter(&text[at..]) {
            continue;
        }
        if words.len() == MOST {
            break;
        }
        words.push(word_around(text, at));
    }
    words
}

fn starts_with_letter(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
}

/// The letters around a place.
pub(crate) fn word_around(text: &str, at: usize) -> Place {
    let before: usize = text[..at].chars().rev().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let after: usize = text[at..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    at - before..at + after
}

/// A word without its accents; `None` if it has letters of another kind.
pub(crate) fn bare(word: &str) -> Option<String> {
    word.chars().map(bare_letter).collect()
}

fn bare_letter(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    BARE.split_ascii_whitespace().find_map(|pair| pair.strip_prefix(c)).and_then(|bare| bare.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_and_their_letters_bare() {
        let text = "À Bogotá, Łódź et l’Élysée × deux";
        let words: Vec<&str> = accented_words(text).into_iter().map(|word| &text[word]).collect();
        assert_eq!(words, ["À", "Bogotá", "Łódź", "Élysée"]);
        assert_eq!(
            words.iter().filter_map(|word| bare(word)).collect::<Vec<_>>(),
            ["A", "Bogota", "Lodz", "Elysee"]
        );
    }
}
