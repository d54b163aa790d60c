extension JSON {
  /// Reads one JSON value (RFC 8259, UTF-8 without a byte order mark) that fills all the bytes.
  ///
  /// Stricter than the grammar where a lenient reading would hide a mistake or an attack: a name
  /// occurs once in an object, strings are valid Unicode, arrays and objects are nested at most
  /// `maxDepth` deep.
  package init(parsing bytes: UnsafeBufferPointer<UInt8>, maxDepth: Int = 64) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, maxDepth: maxDepth)
    self = try parser.document()
  }

  /// Reads one JSON value that fills all the bytes.
  package init(parsing bytes: [UInt8], maxDepth: Int = 64) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      try JSON(parsing: buffer, maxDepth: maxDepth)
    }
  }

  /// Reads one JSON value that fills the text.
  package init(parsing text: String, maxDepth: Int = 64) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), maxDepth: maxDepth)
  }
}
