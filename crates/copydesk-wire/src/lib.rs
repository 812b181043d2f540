//! The stage wire: desk notes, bylines, datelines, credits, headings.
