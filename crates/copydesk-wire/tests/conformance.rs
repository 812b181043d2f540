//! What every stage must keep to.

copydesk_testkit::conformance!(copydesk_wire::WIRE, "[[stage]]\nuse = \"wire\"");
