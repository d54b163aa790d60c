/// The header fields of a message in their order; names are compared without regard to case.
package struct Headers: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// One header field. A line break in the value is made a space, so that no value can begin a
  /// header of its own.
  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = Headers.oneLine(value)
    }
  }

  /// The fields in their order.
  package private(set) var fields: [Field] = []

  /// No fields.
  package init() {}

  /// The fields in this order.
  package init(_ fields: [Field]) { self.fields = fields }

  package init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field(name: $0.0, value: $0.1) }
  }

  /// The first field's value, or nil; setting it takes the place of all fields of that name.
  package subscript(_ name: String) -> String? {
    get { fields.first { Headers.same($0.name, name) }?.value }
    set {
      fields.removeAll { Headers.same($0.name, name) }
      if let newValue { add(name, newValue) }
    }
  }

  /// The values of all fields of that name, in their order.
  package func all(_ name: String) -> [String] {
    var values: [String] = []
    for field in fields where Headers.same(field.name, name) { values.append(field.value) }
    return values
  }

  /// The values of all fields of that name as one list (RFC 9110, section 5.2), or nil.
  package func joined(_ name: String) -> String? {
    let values = all(name)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// Whether a list (RFC 9110, section 5.6.1) names the word, such as a directive of
  /// `Cache-Control`.
  ///
  /// - Parameter word: in small letters.
  package func lists(_ word: String, under name: String) -> Bool {
    fields.contains { field in
      Headers.same(field.name, name)
        && field.value.utf8.split(separator: UInt8(ascii: ",")).contains { element in
          let bare = element.drop { $0 == 0x20 || $0 == 0x09 }
            .prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "=") }
          return bare.elementsEqual(word.utf8) { Headers.lower($0) == $1 }
        }
    }
  }

  /// Adds a field after those that are there.
  package mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  private static func oneLine(_ value: String) -> String {
    guard value.utf8.contains(where: isControl) else { return value }
    return String(decoding: value.utf8.map { isControl($0) ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 || byte == 0x7F
  }

  /// Whether two names are the same but for the case of ASCII letters.
  static func same(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count
      // Nearly always they are spelled alike, which is faster to see.
      && (left == right
        || zip(left.utf8, right.utf8).allSatisfy { $0 == $1 || lower($0) == lower($1) })
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
