import FoundationEssentials
import HubText

/// How far long work has come, on one line of standard error that is written over.
package final class Progress {
  private let label: String
  private let total: Int?
  private let words: any Wording
  private let terminal: Terminal
  private let isShown: Bool
  private let seconds: () -> Double
  private let start: Double
  private var lastDrawn = -Double.infinity

  /// - Parameter seconds: a clock that only goes forward.
  package init(
    _ label: String, total: Int?, words: any Wording, terminal: Terminal, isShown: Bool,
    seconds: @escaping () -> Double = { ProcessInfo.processInfo.systemUptime }
  ) {
    self.label = HarmlessText.line(label)
    self.total = total
    self.words = words
    self.terminal = terminal
    self.isShown = isShown
    self.seconds = seconds
    start = seconds()
  }

  /// Drawn ten times a second at most: work must not wait for its own report.
  package func advance(to count: Int) {
    guard isShown else { return }
    let now = seconds()
    guard now - lastDrawn >= 0.1 else { return }
    lastDrawn = now
    terminal.draw("\r" + line(count, elapsed: now - start) + "\u{1B}[K")
  }

  /// Clears the line; what came of the work is told by a sentence.
  package func finish() {
    guard isShown, lastDrawn > -Double.infinity else { return }
    terminal.draw("\r\u{1B}[K")
  }

  func line(_ count: Int, elapsed: Double) -> String {
    let rate = elapsed > 0 ? Double(count) / elapsed : 0
    let speed = words("progress.rate", ["rate": words.number(Int(rate))])
    guard let total, total > 0 else { return "\(label)  \(words.number(count))  \(speed)" }
    let done = min(1, Double(count) / Double(total))
    let percent = words("progress.percent", ["percent": String(Int(done * 100))])
    let tally = "\(words.number(count))/\(words.number(total))"
    var parts = [label, bar(done), percent, tally, speed]
    if rate > 0, count < total {
      let left = Int((Double(total - count) / rate).rounded(.up))
      parts.append(words("progress.left", ["time": Self.clock(left)]))
    }
    // A line that wraps cannot be written over: leave out what matters least.
    while parts.count > 2,
      TextWidth.columns(parts.joined(separator: "  ")) >= terminal.columns
    {
      parts.removeLast()
    }
    return parts.joined(separator: "  ")
  }

  private func bar(_ done: Double) -> String {
    let full = Int(done * 20)
    return terminal.drawsUnicode
      ? String(repeating: "█", count: full) + String(repeating: "░", count: 20 - full)
      : "[" + String(repeating: "#", count: full) + String(repeating: ".", count: 20 - full) + "]"
  }

  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let minutes = "\(seconds / 60 % 60)"
    return seconds < 3600
      ? "\(minutes):\(two(seconds % 60))"
      : "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
