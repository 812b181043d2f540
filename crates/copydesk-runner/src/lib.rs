//! Pipelines over corpora: files, threads, progress, reports, the command line.
