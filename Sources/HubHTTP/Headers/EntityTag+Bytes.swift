import CXXHash

extension EntityTag {
  /// A tag that other bytes do not have, unless somebody means them to: XXH3 tells representations
  /// apart and vouches for nothing, at a few hundredths of what a cryptographic digest costs.
  package init(of bytes: [UInt8]) {
    let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    self.init(
      String(unsafeUninitializedCapacity: 32) { digits in
        for (half, word) in [hash.high64, hash.low64].enumerated() {
          for index in 0..<16 {
            let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * index)) & 15
            digits[16 * half + index] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
          }
        }
        return 32
      })
  }
}
