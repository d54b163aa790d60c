/// Writes JSON onto bytes without a tree in between. Commas are its own business; that begin and
/// end match, and that an object gets keys, is the caller's.
///
/// The bytes are its own memory and not an array, which would ask before each of them whether it
/// is shared: hence it cannot be copied, and `bytes` is a copy.
package struct JSONWriter: ~Copyable {
  @usableFromInline var memory: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// How many bytes have been written.
  @usableFromInline package internal(set) var count = 0
  @usableFromInline let pretty: Bool
  @usableFromInline var comma = false
  @usableFromInline var afterKey = false
  @usableFromInline var depth = 0

  /// - Parameter pretty: one member or element per line, indented by two spaces.
  package init(pretty: Bool = false) {
    self.pretty = pretty
    // Enough for most answers: growing copies what there is.
    capacity = 16384
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// What has been written so far, UTF-8.
  package var bytes: [UInt8] {
    let (memory, count) = (memory, count)
    return Array(unsafeUninitializedCapacity: count) { bytes, size in
      bytes.baseAddress?.update(from: memory, count: count)
      size = count
    }
  }

  /// Forgets what has been written, and keeps the memory and the place in the structure.
  package mutating func removeAll() { count = 0 }

  /// Makes room for some bytes more and answers where they go.
  @inlinable
  mutating func room(_ more: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < more { grow(more) }
    return memory + count
  }

  @usableFromInline
  mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }

  @inlinable
  mutating func put(_ byte: UInt8) {
    room(1).pointee = byte
    count += 1
  }

  @inlinable
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    room(bytes.count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// What stands before a value or a key.
  @inlinable
  mutating func separate() {
    if pretty {
      separatePretty()
    } else if comma {
      put(UInt8(ascii: ","))
    }
  }

  @usableFromInline
  mutating func separatePretty() {
    if !afterKey {
      if comma { put(UInt8(ascii: ",")) }
      if depth > 0 { newLine() }
    }
    afterKey = false
  }

  @usableFromInline
  mutating func newLine() {
    put(UInt8(ascii: "\n"))
    for _ in 0..<(2 * depth) { put(0x20) }
  }

  @inlinable
  mutating func begin(_ bracket: UInt8) {
    separate()
    put(bracket)
    comma = false
    depth += 1
  }

  @inlinable
  mutating func end(_ bracket: UInt8) {
    depth -= 1
    if pretty && comma { newLine() }
    put(bracket)
    comma = true
  }

  /// Opens an object.
  @inlinable
  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Closes the object opened last.
  @inlinable
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Opens an array.
  @inlinable
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Closes the array opened last.
  @inlinable
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of a member; its value is written next.
  @inlinable
  package mutating func key(_ name: String) {
    separate()
    quoted(name)
    endKey()
  }

  @inlinable
  mutating func endKey() {
    put(UInt8(ascii: ":"))
    if pretty {
      put(0x20)
      afterKey = true
    }
    comma = false
  }

  /// The same for a name that was made ready before.
  @inlinable
  package mutating func key(_ name: JSONName) {
    separate()
    put(name.bytes)
    if pretty {
      put(0x20)
      afterKey = true
    }
    comma = false
  }

  /// Writes a text.
  @inlinable
  package mutating func string(_ text: String) {
    separate()
    quoted(text)
    comma = true
  }

  /// Writes a text that somebody spells in ASCII without a quote or a backslash.
  ///
  /// - Parameters:
  ///   - most: how many bytes there may be.
  ///   - spell: writes them where it is told, and answers how many.
  @inlinable
  package mutating func ascii(
    _ most: Int, _ spell: (UnsafeMutablePointer<UInt8>) -> Int
  ) {
    separate()
    quoted(most, spell)
    comma = true
  }

  /// The name of a member, spelled likewise.
  @inlinable
  package mutating func key(_ most: Int, _ spell: (UnsafeMutablePointer<UInt8>) -> Int) {
    separate()
    quoted(most, spell)
    endKey()
  }

  @inlinable
  mutating func quoted(_ most: Int, _ spell: (UnsafeMutablePointer<UInt8>) -> Int) {
    let start = room(most + 2)
    start.pointee = UInt8(ascii: "\"")
    let length = spell(start + 1)
    start[length + 1] = UInt8(ascii: "\"")
    count += length + 2
  }

  /// Writes a whole number.
  @inlinable
  package mutating func integer(_ value: Int64) {
    separate()
    count += JSONText.spell(value, room(20))
    comma = true
  }

  /// Writes `true` or `false`.
  @inlinable
  package mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

  /// Writes `null`.
  @inlinable
  package mutating func null() { word("null") }

  @inlinable
  mutating func word(_ word: StaticString) {
    separate()
    put(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    comma = true
  }

  /// Writes a value that is JSON already, as it is.
  @inlinable
  package mutating func raw(_ json: String) {
    separate()
    var json = json
    json.withUTF8 { put($0) }
    comma = true
  }

  /// Writes a value that is JSON already, UTF-8, as it is.
  @inlinable
  package mutating func raw(_ json: [UInt8]) {
    separate()
    json.withUnsafeBufferPointer { put($0) }
    comma = true
  }

  /// Ends a line after a whole value, so that another one can follow: JSON Lines.
  package mutating func endLine() {
    put(UInt8(ascii: "\n"))
    comma = false
  }
}
