//! `Norwegian engineer says firm locked her out`, over `Karin Solheim, a Norwegian engineer, said`: who the headline means.

use crate::cast::{Cast, Part};
use crate::doc::Doc;
use crate::found::{Found, NONE};
use crate::headline::ends_as_sentence;
use crate::name_keys::{country_before, noun_key};

/// Gives what a headline says of someone by a noun to the person of whom the text, in an apposition, says the same.
pub(crate) fn take_in(doc: Doc<'_>, cast: &mut Cast, found: &mut [Found], (at, id): (usize, u32)) {
    let mention = &found[at];
    if mention.noun == NONE || mention.stance.definite {
        return;
    }
    let country = country_before(doc, mention, mention.noun);
    let meant = |other: &u32| {
        let member = cast.member(*other);
        *other != id
            && !member.named
            && member.country == country
            && in_headline(doc, &found[member.latest as usize])
    };
    let Some(nameless) = cast.known(Part::Noun, noun_key(doc, mention.noun as usize)).find(meant) else {
        return;
    };
    for earlier in found[..at].iter_mut().filter(|earlier| earlier.entity == nameless) {
        earlier.entity = id;
    }
    let gender = cast.member(nameless).gender;
    cast.member_mut(id).learn(gender);
}

/// Whether a mention stands in a first line that is no sentence.
fn in_headline(doc: Doc<'_>, mention: &Found) -> bool {
    let paragraph = doc.outline.sentences[mention.sentence as usize].paragraph as usize;
    paragraph == 0 && !ends_as_sentence(doc.text, doc.outline, &doc.outline.paragraphs[paragraph])
}
