/// Somebody who has no account, as people name them: a name, and a function and an organization where
/// these are said.
public struct ParticipantByName: Sendable, Hashable {
  public var name: String
  public var function: String?
  public var organization: String?

  public init(_ name: String, function: String? = nil, organization: String? = nil) {
    self.name = name
    self.function = function
    self.organization = organization
  }

  /// `Jane Roe (Director, Ministry of Labour)`; a semicolon stands between the two where either has a
  /// comma.
  public var said: String {
    let about = [function, organization].compactMap(\.self)
    guard !about.isEmpty else { return name }
    let separator = about.contains { $0.utf8.contains(0x2C) } ? "; " : ", "
    return "\(name) (\(about.joined(separator: separator)))"
  }
}

extension ParticipantByName: Listed {
  public static var listKind: FieldKind { .names }

  /// Reads what `word` writes; a comma of the text stands as `%2C` in it.
  public init?(word: Substring) {
    var text: [UInt8] = []
    var rest = Array(word.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.starts(with: [0x32, 0x43]) {
        text.append(0x2C)
        rest = rest.dropFirst(2)
      } else if byte == 0x25, rest.starts(with: [0x32, 0x35]) {
        text.append(0x25)
        rest = rest.dropFirst(2)
      } else {
        text.append(byte)
      }
    }
    // What was kept is not read more strictly later.
    let said = String(decoding: text, as: UTF8.self)
    self = (try? Self.read(said).get()) ?? ParticipantByName(said)
  }

  public var word: String {
    var word: [UInt8] = []
    for byte in written.utf8 {
      switch byte {
      case 0x2C: word += [0x25, 0x32, 0x43]
      case 0x25: word += [0x25, 0x32, 0x35]
      default: word.append(byte)
      }
    }
    return String(decoding: word, as: UTF8.self)
  }

  public static func put(_ list: [ParticipantByName], into output: any FieldOutput) {
    output.put(words: list.map(\.written))
  }
}

/// Somebody as a file names them: by the handle of their account, or by name where they have none.
public enum PersonInFile: Sendable, Hashable {
  /// Without `@`.
  case handle(String)
  case named(ParticipantByName)

  public var handle: String? {
    if case .handle(let handle) = self { handle } else { nil }
  }

  public var participant: ParticipantByName? {
    if case .named(let participant) = self { participant } else { nil }
  }
}
