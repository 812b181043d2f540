//! The tokens of the lines that some rule asks about: reading them all would cost more than all rules together.

use copydesk_core::Reading as _;
use copydesk_text::Outline;

use crate::page::Page;
use crate::quoted::Quoted;
use crate::reading::Reading;
use crate::scan::Line;
use crate::survey::Survey;

/// Reads one line at a time, or, where a rule cannot do without, the whole text.
#[derive(Debug, Default)]
pub(crate) struct Lens {
    outline: Outline,
    /// The line that was read last.
    line: Option<Line>,
    whole: Outline,
    survey: Survey,
    /// Whether the whole text was read.
    is_whole: bool,
    quoted: Quoted,
    /// The line whose quotations were read last.
    quoted_line: Option<Line>,
}

impl Lens {
    /// Another text comes before the lens.
    pub(crate) fn forget(&mut self) {
        self.line = None;
        self.is_whole = false;
        self.quoted_line = None;
    }

    /// A line of this index.
    pub(crate) fn line<'a>(&'a mut self, page: Page<'a>, index: usize) -> Reading<'a> {
        let line = page.lines()[index];
        if self.line != Some(line) {
            self.outline.read_line(page.text, line.start as usize);
            self.line = Some(line);
        }
        Reading::new(page, &self.outline)
    }

    /// The line that holds a byte.
    pub(crate) fn at<'a>(&'a mut self, page: Page<'a>, at: usize) -> Option<Reading<'a>> {
        page.line_at(at).map(|index| self.line(page, index))
    }

    /// The whole text.
    pub(crate) fn whole<'a>(&'a mut self, page: Page<'a>) -> (Reading<'a>, &'a Survey) {
        if !self.is_whole {
            self.whole.read(page.text);
            self.survey.read(page.text, &self.whole);
            self.is_whole = true;
        }
        (Reading::new(page, &self.whole), &self.survey)
    }

    /// What stands in quotation marks on the line that holds a byte.
    pub(crate) fn quoted(&mut self, page: Page<'_>, at: usize) -> &Quoted {
        let index = page.line_at(at);
        let line = index.map(|index| page.lines()[index]);
        if self.quoted_line.is_none() || self.quoted_line != line {
            match index {
                Some(index) => {
                    self.line(page, index);
                    self.quoted.read(&self.outline);
                }
                None => self.quoted.clear(),
            }
            self.quoted_line = line;
        }
        &self.quoted
    }
}
