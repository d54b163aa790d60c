extension JSONWriter {
  /// Writes a value with all that is in it.
  package mutating func value(_ value: JSON) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .number(let digits): raw(digits)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }
}

extension JSON {
  /// The value as UTF-8, without spaces; `pretty` puts one member or element on a line.
  package func written(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.value(self)
    return writer.bytes
  }

  /// The value as text, without spaces.
  package var text: String { String(decoding: written(), as: UTF8.self) }
}
