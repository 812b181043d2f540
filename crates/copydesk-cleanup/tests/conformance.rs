//! What every stage must keep to.

copydesk_testkit::conformance!(copydesk_cleanup::CLEANUP, "[[stage]]\nuse = \"cleanup\"");
