import Foundation

/// The section of `docs/benchmarks.md` that is about the service; the others stay as they are.
enum ServiceDocument {
  private static let title = "## The service"

  static func write(_ findings: [Finding], to path: String) throws {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "# Benchmarks\n"
    let before = text.range(of: "\n" + title).map { String(text[..<$0.lowerBound]) } ?? text
    try (before + "\n" + section(findings)).write(
      toFile: path, atomically: true, encoding: .utf8)
  }

  private static func section(_ findings: [Finding]) -> String {
    """
    \(title)

    Load from `wrk` on the loopback, one thread of it, 8 connections where nothing else is said,
    on the same cores as the server. A figure is the time per request at full load; the ratio 2
    is half the requests a second. The fixed answer comes from the same server process, of the
    same size, with the same figures and log, without asking the hub. What is computed each time
    reads its records anew; what they are called, what is beside them and which audiences the
    caller belongs to is remembered from one request to the next until something is committed.

    \(FindingTable.markdown(findings))

    """
  }
}
