//! What every stage must keep to.

copydesk_testkit::conformance!(copydesk_numbers::NUMBERS, "[[stage]]\nuse = \"numbers\"");
