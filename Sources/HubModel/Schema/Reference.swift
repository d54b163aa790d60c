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
    var letters = RecordType.Letters(0, 0)
    var hasDash = false
    var digits = 0
    var number: Int64 = 0
    for byte in text.utf8 where byte != UInt8(ascii: " ") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard letters.second == 0, !hasDash, digits == 0 else { return nil }
        if letters.first == 0 { letters.first = byte & 0xDF } else { letters.second = byte & 0xDF }
      case UInt8(ascii: "-"):
        guard letters.first != 0, !hasDash, digits == 0 else { return nil }
        hasDash = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard letters.first != 0, digits < 15 else { return nil }
        digits += 1
        number = number * 10 + Int64(byte & 0x0F)
      default: return nil
      }
    }
    guard digits > 0, let type = RecordType(letters: letters) else { return nil }
    self.init(type, number)
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
