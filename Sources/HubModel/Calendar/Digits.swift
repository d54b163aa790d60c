/// Writing of whole numbers as ASCII into memory that is there already.
enum Digits {
  /// How many decimal digits a number that is not negative has.
  static func count(_ number: Int64) -> Int {
    var digits = 1
    var limit = number / 10
    while limit > 0 {
      digits += 1
      limit /= 10
    }
    return digits
  }

  /// Writes the last `width` digits of a number that is not negative, with zeros before it.
  static func spell(_ number: Int64, _ width: Int, _ bytes: UnsafeMutablePointer<UInt8>) {
    var rest = UInt64(bitPattern: number)
    var index = width
    while index > 0 {
      index &-= 1
      let tenth = rest / 10
      bytes[index] = 0x30 &+ UInt8(truncatingIfNeeded: rest &- tenth &* 10)
      rest = tenth
    }
  }
}
