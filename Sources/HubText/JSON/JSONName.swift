/// The name of a member, ready to be written: in quotes, with the colon.
///
/// Its bytes are never given back, so names are made once, for a program's whole life.
package struct JSONName: @unchecked Sendable {
  // Unchecked: nobody writes to the bytes once they are there.
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>

  package init(_ name: String) {
    var writer = JSONWriter()
    writer.key(name)
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: writer.count)
    _ = bytes.initialize(from: writer.bytes)
    self.bytes = UnsafeBufferPointer(bytes)
  }
}
