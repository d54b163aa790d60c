/// One thing that is wrong with an input, told so that a person can mend it.
///
/// The code names a sentence in the translations (`fault.<code>`), the arguments fill it.
public struct Fault: Error, Sendable, Hashable {
  public var code: String
  /// An RFC 6901 pointer to the field: `/title/fr`; empty when the whole input is meant.
  public var pointer: String
  public var arguments: [String: String]
  /// Where the fault stands in a file.
  public var position: Position?

  public init(
    _ code: String, at pointer: String = "", _ arguments: [String: String] = [:],
    position: Position? = nil
  ) {
    self.code = code
    self.pointer = pointer
    self.arguments = arguments
    self.position = position
  }

  /// The pointer to a member of what another one points to (RFC 6901, section 3).
  public static func pointer(_ parent: String, _ member: String) -> String {
    guard member.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else {
      return "\(parent)/\(member)"
    }
    var escaped = ""
    for scalar in member.unicodeScalars {
      switch scalar {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\(parent)/\(escaped)"
  }

  /// A place in a text file; both count from 1, the column in characters.
  public struct Position: Sendable, Hashable, Comparable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    public static func < (a: Position, b: Position) -> Bool {
      (a.line, a.column) < (b.line, b.column)
    }
  }
}
