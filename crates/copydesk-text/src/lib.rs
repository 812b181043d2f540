//! Paragraphs, sentences, tokens and quotation marks of news text.
