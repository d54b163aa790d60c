import Foundation

/// Rules that several kinds of records share; each answers the faults it finds.
enum Check {
  /// An end that comes before its start.
  static func order(_ start: Day?, _ end: Day?, at pointer: String) -> [Fault] {
    guard let start, let end, end < start else { return [] }
    return [Fault("endsBeforeStart", at: pointer, ["start": start.description])]
  }

  /// A zone that this machine's time zone database does not have.
  static func timeZone(_ name: String, at pointer: String) -> [Fault] {
    TimeZone(identifier: name) == nil
      ? [Fault("unknownTimeZone", at: pointer, ["zone": name])] : []
  }

  /// What is no address of the Web: a script, a file of somebody's machine, a word.
  static func webAddress(_ text: String, at pointer: String) -> [Fault] {
    let rest = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
      .map { text.dropFirst($0.count) }
    let isOne = rest.map { rest in
      rest.first.map { $0.isLetter || $0.isNumber || $0 == "[" } == true
        && !rest.contains(where: \.isWhitespace) && isHost(rest.prefix { !"/?#".contains($0) })
    }
    return isOne == true ? [] : [Fault("unreadableLink", at: pointer, ["text": text])]
  }

  /// Whether it names a machine and, after a colon, a port. What would sign somebody in there (`@`)
  /// is told to everybody who sees the address, and hides which machine it is.
  private static func isHost(_ text: some StringProtocol) -> Bool {
    guard !text.contains("@"), !text.contains("\\") else { return false }
    var host = text[...]
    if host.first == "[" {
      guard let end = host.firstIndex(of: "]") else { return false }
      host = host[host.index(after: end)...]
    }
    guard let colon = host.firstIndex(of: ":") else { return host.isEmpty || host.last != "-" }
    let port = host[host.index(after: colon)...]
    return port.allSatisfy(\.isNumber) && Int(port).map { (1...65_535).contains($0) } == true
  }

  /// A count that may not be below a bound.
  static func atLeast(_ least: Int, _ value: Int?, at pointer: String) -> [Fault] {
    guard let value, value < least else { return [] }
    return [Fault("tooSmall", at: pointer, ["least": String(least)])]
  }

  static func within(_ range: ClosedRange<Int>, _ value: Int, at pointer: String) -> [Fault] {
    guard !range.contains(value) else { return [] }
    return [
      Fault(
        "outOfRange", at: pointer,
        ["least": String(range.lowerBound), "most": String(range.upperBound)])
    ]
  }
}
