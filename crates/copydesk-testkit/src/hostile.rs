//! Texts that break stages.

/// Short texts of every kind that has ever broken a text tool.
pub(crate) const SHORT: &[&str] = &[
    "",
    " ",
    "\n",
    "\r\n\r\n",
    "\0",
    "\u{FEFF}“",
    "“”",
    "\"",
    "”, said “",
    "'''''",
    "« »«»",
    "(…)",
    "….",
    "1",
    "99999999999999999999999999999999999999999999999999",
    "1,5.3,000 %",
    "-0,00",
    "$€£¥₿",
    "12th of Never, 0000-00-00",
    "February 30, 2023",
    "one hundred hundred thousand million",
    "e\u{301}\u{301}\u{301} \u{200D}\u{200B}\u{AD}",
    "İıſßŉ ǅ ﬁ K",
    "👩‍👩‍👧‍👦 said: “😀”",
    "\u{202E}said “gnorw”\u{202C}",
    "Ã©tÃ© â€œhelloâ€\u{9d}",
    "&amp;&#8220;&nbsp;&bogus;",
    "MOSCOW/WASHINGTON, February 22 (Reuters) –",
    "par  et \nvon \n(Reporting by ; Editing by )",
    "he said she said they said he said",
    "Mr. Mr. Mr. Dr. St. U.S. A.B.C. J. K.",
    "“‘“‘“‘nested’”’”’”",
    "according to according to",
    ", has said",
    "UNITED STATES",
];

/// A text of `length` characters at random, mostly from what stages look for.
pub(crate) fn random(seed: u64, length: usize) -> String {
    const PIECES: &[&str] = &[
        " ",
        " ",
        " ",
        "\n",
        ". ",
        ", ",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "«",
        "»",
        "(",
        ")",
        "–",
        "…",
        "said",
        "has said",
        "he",
        "Ann",
        "Putin",
        "Mr.",
        "told",
        "that",
        "according to",
        "1",
        "2,5",
        "million",
        "%",
        "$",
        "February",
        "Monday",
        "2023",
        "é",
        "ß",
        "中",
        "😀",
        "\u{301}",
        "\u{A0}",
        "THE",
        "US",
        "\t",
        "et",
        "par",
        "the",
        "-",
        ":",
    ];
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("31 bits fit")
    };
    (0..length).map(|_| PIECES[next() % PIECES.len()]).collect()
}

/// Patterns that make careless code quadratic, repeated to about `bytes` bytes.
pub(crate) fn repeated(bytes: usize) -> impl Iterator<Item = String> {
    const UNITS: &[&str] = &[
        "“",
        "\" ",
        "'a ",
        "(",
        "« ",
        "hundred ",
        "9",
        "1,",
        "Ann ",
        "A. ",
        "said ",
        "“a” he said ",
        "é",
        "\n",
        ". ",
        "according to ",
        "Monday ",
        "...",
        "A B, ",
        "et ",
        "- ",
        "the a of ",
    ];
    UNITS.iter().map(move |unit| unit.repeat(bytes / unit.len()))
}
