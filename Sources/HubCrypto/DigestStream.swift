import CSodium

extension Digest {
  /// A digest of bytes that come piece by piece. One thread uses it at a time.
  package final class Stream {
    // The library wants its state aligned more strictly than a Swift property is.
    private let memory: UnsafeMutableRawPointer
    private let state: OpaquePointer
    private var result: [UInt8]?

    /// - Parameter key: nil or 1 to 64 secret bytes.
    package init(key: [UInt8]? = nil) {
      Sodium.start()
      let key = key ?? []
      precondition(key.count <= Int(crypto_generichash_KEYBYTES_MAX), "a key of at most 64 bytes")
      memory = .allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
      state = OpaquePointer(memory)
      crypto_generichash_init(state, key, key.count, Digest.size)
    }

    deinit { memory.deallocate() }

    /// Takes the next bytes; of no effect once finished.
    package func update(_ bytes: UnsafeRawBufferPointer) {
      guard result == nil, let start = bytes.baseAddress else { return }
      crypto_generichash_update(
        state, start.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }

    /// Takes the next bytes; of no effect once finished.
    package func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

    /// The digest of all the bytes, 32 bytes; the same when asked again.
    package func finish() -> [UInt8] {
      if let result { return result }
      var digest = [UInt8](repeating: 0, count: Digest.size)
      crypto_generichash_final(state, &digest, Digest.size)
      result = digest
      return digest
    }
  }
}
