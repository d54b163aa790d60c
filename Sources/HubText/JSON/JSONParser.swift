/// One pass over the bytes by recursive descent; `maxDepth` bounds the stack.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let maxDepth: Int
  var position = 0
  private var depth = 0

  init(bytes: UnsafeBufferPointer<UInt8>, maxDepth: Int) {
    self.bytes = bytes
    self.maxDepth = maxDepth
  }

  /// The byte at the position; nil at the end.
  @inline(__always)
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func fault(_ kind: JSONError.Kind, at offset: Int? = nil, name: String? = nil) -> JSONError {
    JSONError(kind, at: offset ?? position, in: bytes, name: name)
  }

  /// The fault of a character that cannot stand at the position.
  func unexpected() -> JSONError {
    fault(next == nil ? .truncated : .unexpectedCharacter)
  }

  mutating func document() throws(JSONError) -> JSON {
    let value = try self.value()
    skipSpace()
    if next != nil { throw fault(.trailingText) }
    return value
  }

  @inline(__always)
  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    guard let byte = next else { throw fault(.truncated) }
    switch byte {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"):
      try open()
      defer { depth -= 1 }
      return .object(try members())
    case UInt8(ascii: "["):
      try open()
      defer { depth -= 1 }
      return .array(try elements())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for index in 0..<word.utf8CodeUnitCount {
      if next != word.utf8Start[index] { throw unexpected() }
      position += 1
    }
    return value
  }

  private mutating func open() throws(JSONError) {
    if depth == maxDepth { throw fault(.tooDeep) }
    depth += 1
    position += 1
  }

  /// After a value: true when a comma follows, false at the closing bracket.
  private mutating func more(until close: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    guard let byte = next, byte == close || byte == UInt8(ascii: ",") else { throw unexpected() }
    position += 1
    return byte != close
  }

  /// Whether the closing bracket follows at once.
  private mutating func empty(_ close: UInt8) -> Bool {
    skipSpace()
    guard next == close else { return false }
    position += 1
    return true
  }

  private mutating func elements() throws(JSONError) -> [JSON] {
    var elements: [JSON] = []
    if empty(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try value()) } while try more(until: UInt8(ascii: "]"))
    return elements
  }

  private mutating func members() throws(JSONError) -> [JSON.Member] {
    var members: [JSON.Member] = []
    var names = JSONNames()
    if empty(UInt8(ascii: "}")) { return members }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw unexpected() }
      let start = position
      let name = try string()
      if !names.insert(name, after: members) {
        throw fault(.duplicateKey, at: start, name: name)
      }
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw unexpected() }
      position += 1
      members.append(JSON.Member(name: name, value: try value()))
    } while try more(until: UInt8(ascii: "}"))
    return members
  }
}

/// The names that an object has so far: looked through one by one while they are few, hashed
/// when they are many, so that neither a small object nor a hostile one is slow.
private struct JSONNames {
  private var many: Set<JSONSpelling> = []

  mutating func insert(_ name: String, after members: [JSON.Member]) -> Bool {
    if members.count < 16 { return !members.contains { $0.name.isSpelled(like: name) } }
    if many.isEmpty { many = Set(members.map { JSONSpelling(name: $0.name) }) }
    return many.insert(JSONSpelling(name: name)).inserted
  }
}
