/// Under which name an answer is to be saved (RFC 6266): never shown in the place of a page.
package enum ContentDisposition {
  /// `attachment` with the name in ASCII for old programs, and as it is (RFC 8187) for all others.
  package static func attachment(_ name: String) -> String {
    let ascii = String(
      name.unicodeScalars.map { scalar -> Character in
        let isPlain = scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F
        return isPlain && scalar != "\"" && scalar != "\\" && scalar != "%"
          ? Character(scalar) : "_"
      })
    return "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(PercentEncoding.encode(name))"
  }

  /// The name that such a value gives; nil where it gives none.
  package static func name(in value: String) -> String? {
    let mark = "filename*=UTF-8''"
    let part = value.split(separator: ";").map(\.trimmedSpace).first { $0.hasPrefix(mark) }
    return part.flatMap { PercentEncoding.decode(String($0.dropFirst(mark.count))) }
  }
}
