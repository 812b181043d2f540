//! What every stage must keep to.

copydesk_testkit::conformance!(copydesk_names::NAMES, "[[stage]]\nuse = \"names\"");
