//! One shape for what every bench measures: a row of Markdown that `scripts/bench` puts into its table.

/// What a measured time is held against.
pub(crate) type Against = (&'static str, f64);

/// Prints `| what | measured | limit or floor | ratio |` and says whether what was measured is within the latter.
pub(crate) fn row(what: &str, measured: f64, (kind, against): Against) -> bool {
    println!(
        "| {what} | {} | {kind} {} | {:.2} |",
        milliseconds(measured),
        milliseconds(against),
        measured / against
    );
    measured <= against
}

/// With as many digits as say something.
fn milliseconds(time: f64) -> String {
    match time {
        ..0.1 => format!("{:.0} \u{b5}s", time * 1e3),
        ..10.0 => format!("{time:.2} ms"),
        ..100.0 => format!("{time:.1} ms"),
        _ => format!("{time:.0} ms"),
    }
}

/// How often something is measured; `BACKLINE_BENCH_QUICK=1` asks for a tenth, to look at the shape.
pub(crate) fn rounds(usual: usize) -> usize {
    if std::env::var_os("BACKLINE_BENCH_QUICK").is_some() { usual.div_ceil(10) } else { usual }
}
