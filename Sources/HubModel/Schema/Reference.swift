/// The short name people say aloud: `M-12`. Unique in the hub.
public struct Reference: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let type: RecordType
  public let number: Int64

  public init(_ type: RecordType, _ number: Int64) {
    self.type = type
    self.number = number
  }

  /// Reads `M-12`, in either case, with surrounding blanks and with a missing dash: `m12`.
  public init?(_ text: some StringProtocol) {
    let bytes = text.utf8.filter { $0 != 0x20 }
    var letters = bytes.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    var digits = bytes.dropFirst(letters.count)
    if digits.first == 0x2D { digits = digits.dropFirst() }
    letters = letters.prefix(3)
    guard !letters.isEmpty, !digits.isEmpty, digits.count < 16,
      digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let type = RecordType(prefix: String(decoding: letters, as: UTF8.self)),
      letters.count == type.prefix.utf8.count
    else { return nil }
    self.init(type, digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) })
  }

  public var description: String {
    String(unsafeUninitializedCapacity: Self.mostBytes) { spell($0.baseAddress!) }
  }

  /// How many bytes `spell` writes at most: two letters, a dash, and the digits of any number.
  public static let mostBytes = 23

  /// Writes what `description` says, in ASCII; answers how many bytes.
  public func spell(_ bytes: UnsafeMutablePointer<UInt8>) -> Int {
    let letters = type.letters
    bytes[0] = letters.first
    // Overwritten by the dash where there is no second one.
    bytes[1] = letters.second
    var count = letters.second == 0 ? 1 : 2
    bytes[count] = UInt8(ascii: "-")
    count += 1
    let digits = Digits.count(number)
    Digits.spell(number, digits, bytes + count)
    return count + digits
  }

  /// By the number alone: few records of different types that are looked up together share one.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  public static func < (a: Reference, b: Reference) -> Bool {
    a.type == b.type ? a.number < b.number : a.type < b.type
  }
}

/// A reference whose type the compiler knows: `ID<Meeting>`.
public struct ID<Target: Record>: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let number: Int64

  public init(_ number: Int64) { self.number = number }

  /// nil when the reference is of another type.
  public init?(_ reference: Reference) {
    guard reference.type == Target.type else { return nil }
    self.init(reference.number)
  }

  public var reference: Reference { Reference(Target.type, number) }
  public var description: String { reference.description }

  public static func < (a: ID, b: ID) -> Bool { a.number < b.number }
}
