/// Identities for requests: 64 bits, from a random start of each connection.
struct RequestIDs {
  private var state = UInt64.random(in: 0...UInt64.max)

  /// The next identity: 13 letters and digits, short enough to need no memory of their own.
  mutating func next() -> String {
    // SplitMix64: every number once before any comes again.
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return String(unsafeUninitializedCapacity: 13) { buffer in
      for index in 0..<13 {
        let digit = UInt8(truncatingIfNeeded: bits & 31)
        buffer[index] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
        bits >>= 5
      }
      return 13
    }
  }

  /// Whether an identity that a proxy gave can stand in a log and a header as it is.
  static func isWellFormed(_ id: String) -> Bool {
    (8...64).contains(id.utf8.count)
      && id.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
  }
}
