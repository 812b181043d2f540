//! What every stage must keep to.

copydesk_testkit::conformance!(copydesk_quotes::QUOTES, "[[stage]]\nuse = \"quotes\"");
