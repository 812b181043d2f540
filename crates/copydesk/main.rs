//! The `copydesk` program: the runner and every stage of the project.

use copydesk_stages as _;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    copydesk_runner::main()
}
