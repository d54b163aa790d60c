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
        && !rest.contains(where: \.isWhitespace)
    }
    return isOne == true ? [] : [Fault("unreadableLink", at: pointer, ["text": text])]
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
