/// Writes JSON onto bytes without a tree in between. Commas are its own business; that begin and
/// end match, and that an object gets keys, is the caller's.
package struct JSONWriter {
  /// What has been written so far, UTF-8.
  package var bytes: [UInt8] = []
  @usableFromInline let pretty: Bool
  @usableFromInline var comma = false
  @usableFromInline var afterKey = false
  @usableFromInline var depth = 0

  /// - Parameter pretty: one member or element per line, indented by two spaces.
  package init(pretty: Bool = false) {
    self.pretty = pretty
    bytes.reserveCapacity(1024)
  }

  /// What stands before a value or a key.
  @inlinable
  mutating func separate() {
    if pretty {
      separatePretty()
    } else if comma {
      bytes.append(UInt8(ascii: ","))
    }
  }

  @usableFromInline
  mutating func separatePretty() {
    if !afterKey {
      if comma { bytes.append(UInt8(ascii: ",")) }
      if depth > 0 { newLine() }
    }
    afterKey = false
  }

  @usableFromInline
  mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
  }

  @inlinable
  mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    comma = false
    depth += 1
  }

  @inlinable
  mutating func end(_ bracket: UInt8) {
    depth -= 1
    if pretty && comma { newLine() }
    bytes.append(bracket)
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
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if pretty {
      bytes.append(0x20)
      afterKey = true
    }
    comma = false
  }

  /// Writes a text.
  @inlinable
  package mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
    comma = true
  }

  /// Writes a whole number.
  @inlinable
  package mutating func integer(_ value: Int64) {
    separate()
    JSONText.append(value, to: &bytes)
    comma = true
  }

  /// Writes `true` or `false`.
  @inlinable
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes `null`.
  @inlinable
  package mutating func null() { raw("null") }

  /// Writes a value that is JSON already, as it is.
  @inlinable
  package mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
    comma = true
  }

  /// Writes a value that is JSON already, UTF-8, as it is.
  @inlinable
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    comma = true
  }

  /// Ends a line after a whole value, so that another one can follow: JSON Lines.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    comma = false
  }
}
