//! Edits that put a reading into English, or into another style.

use copydesk_core::prelude::*;

use crate::context::Context;
use crate::layer::{Kind, NumberValue};
use crate::options::Rewrite;
use crate::reading::Reading;
use crate::{number, time};

pub(crate) static NUMBER: Rule = Rule::new("leftover/number", Grade::Shape);
pub(crate) static PERCENT: Rule = Rule::new("leftover/percent", Grade::Shape);
pub(crate) static MONEY: Rule = Rule::new("leftover/money", Grade::Shape);
pub(crate) static QUANTITY: Rule = Rule::new("leftover/quantity", Grade::Shape);
pub(crate) static ORDINAL: Rule = Rule::new("leftover/ordinal", Grade::Shape);
pub(crate) static TIME: Rule = Rule::new("leftover/time", Grade::Shape);
pub(crate) static STYLE: Rule = Rule::new("style/number", Grade::Style);
pub(crate) static NUMERO: Rule = Rule::new("leftover/numero", Grade::Shape);

/// Records the edit of a reading, if it needs one.
pub(crate) fn edit(cx: &Context<'_>, reading: &Reading, out: &mut Output<'_>, written: &mut String) {
    let Some(value) = &reading.value else {
        if let Some(first) = number::numero(cx, reading, written) {
            let span = Span { start: cx.at(first).start, end: reading.span(cx).end };
            out.replace(span, written, &NUMERO);
        }
        return;
    };
    let rule = rule(value);
    let changed = if *rule == TIME {
        time::rewrite(cx, reading, value, written)
    } else {
        number::rewrite(cx, reading, value, written)
    };
    if !changed
        && cx.options.rewrite == Rewrite::Style
        && *rule != TIME
        && number::style(cx, reading, value, written)
    {
        out.replace(reading.span(cx), written, &STYLE);
        return;
    }
    if changed {
        if *rule == TIME
            && let Some((at, english)) = time::article(cx, reading, written)
        {
            out.replace(Span { start: cx.at(at).start, end: cx.at(reading.first).start }, english, rule);
        }
        out.replace(reading.span(cx), written, rule);
    }
}

fn rule(value: &NumberValue) -> &'static Rule {
    match value.kind {
        Kind::Percent => &PERCENT,
        Kind::Money => &MONEY,
        Kind::Quantity | Kind::Age => &QUANTITY,
        Kind::Ordinal => &ORDINAL,
        Kind::Date
        | Kind::Time
        | Kind::Datetime
        | Kind::DateRange
        | Kind::TimeRange
        | Kind::DatetimeRange
        | Kind::Duration
        | Kind::Set => &TIME,
        _ => &NUMBER,
    }
}
