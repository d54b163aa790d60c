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

extension JSONWriter {
  /// Writes a value with all that is in it, and hands over what has been written whenever it has
  /// come to so many bytes; what is left is in `bytes`.
  package mutating func value<Gone: Error>(
    _ value: JSON, every most: Int, _ write: ([UInt8]) throws(Gone) -> Void
  ) throws(Gone) {
    switch value {
    case .array(let elements):
      beginArray()
      for element in elements { try self.value(element, every: most, write) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.name)
        try self.value(member.value, every: most, write)
      }
      endObject()
    default: self.value(value)
    }
    if count >= most {
      try write(bytes)
      removeAll()
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
