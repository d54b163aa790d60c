import CSodium

/// BLAKE2b with 32 bytes of output: for integrity. Not for passwords, which need `PasswordHash`.
package enum Digest {
  /// The length of a digest in bytes.
  package static let size = 32

  /// The digest of the bytes.
  package static func blake2b(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    Sodium.start()
    return [UInt8](unsafeUninitializedCapacity: size) { digest, filled in
      guard let start = digest.baseAddress else { return }
      crypto_generichash(
        start, size, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
        UInt64(bytes.count), nil, 0)
      filled = size
    }
  }

  /// The digest of the bytes.
  package static func blake2b(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { blake2b($0) }
  }
}
