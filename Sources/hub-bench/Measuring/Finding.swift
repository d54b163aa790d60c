import Foundation

/// One line of the table: what it costs, what its reference costs, and the bound.
struct Finding {
  enum Bound {
    /// At most so many times the reference.
    case times(Double)
    /// At most so many seconds.
    case seconds(Double)
    /// At most so many bytes.
    case bytes(Double)
    /// Shown for comparison.
    case none
  }

  let what: String
  /// Seconds, or bytes where the bound is in bytes.
  let ours: Double
  let reference: Double?
  let referenceName: String
  let bound: Bound

  init(
    _ what: String, _ ours: Double, beside reference: Double?, _ referenceName: String,
    _ bound: Bound
  ) {
    self.what = what
    self.ours = ours
    self.reference = reference
    self.referenceName = referenceName
    self.bound = bound
  }

  var ratio: Double? { reference.map { ours / $0 } }

  var isMet: Bool {
    switch bound {
    case .times(let most): ratio.map { $0 <= most } ?? false
    case .seconds(let most), .bytes(let most): ours <= most
    case .none: true
    }
  }

  /// What, ours, the reference, the ratio, the bound, whether it is met.
  var cells: [String] {
    [
      what, Self.amount(ours, bound), reference.map { Self.amount($0, bound) } ?? "–",
      referenceName, ratio.map { String(format: "%.2f", $0) } ?? "–", boundText,
      { if case .none = bound { "–" } else { isMet ? "yes" : "NO" } }(),
    ]
  }

  static let titles = ["what", "ours", "reference", "which", "ratio", "bound", "met"]

  private var boundText: String {
    switch bound {
    case .times(let most): "≤ \(String(format: "%g", most)) ×"
    case .seconds, .bytes: "≤ \(Self.amount(limit, bound))"
    case .none: "–"
    }
  }

  private var limit: Double {
    switch bound {
    case .seconds(let most), .bytes(let most): most
    default: 0
    }
  }

  private static func amount(_ value: Double, _ bound: Bound) -> String {
    if case .bytes = bound { return String(format: "%.1f MB", value / 1e6) }
    if value < 1e-3 { return String(format: "%.1f µs", value * 1e6) }
    return value < 1
      ? String(format: "%.2f ms", value * 1e3) : String(format: "%.2f s", value)
  }
}
