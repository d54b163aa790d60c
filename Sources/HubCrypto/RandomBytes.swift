import CSodium

/// Bytes that nobody can guess.
package enum RandomBytes {
  /// - Parameter count: how many bytes.
  package static func make(_ count: Int) -> [UInt8] {
    Sodium.start()
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if let start = buffer.baseAddress { randombytes_buf(start, count) }
      filled = count
    }
  }
}
