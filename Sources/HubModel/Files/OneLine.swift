/// A text of one line in two languages: `English / Français`.
///
/// A slash between blanks separates; a literal one is written `\/`. A side that is missing is
/// left empty: `/ Français`. Without a separator the line belongs to the language of the file.
enum OneLine {
  struct Reading {
    var text: LocalizedText
    /// More than one separator: what follows the second belongs to the French side.
    var isAmbiguous = false
    /// Whether a separator says which side is in which language.
    var isBilingual = false
  }

  static func read(_ bytes: ArraySlice<UInt8>, in language: Language) -> Reading {
    var separators: [Int] = []
    var hasBackslash = false
    for at in bytes.indices {
      if bytes[at] == 0x5C { hasBackslash = true }
      if bytes[at] == 0x2F, isSeparator(bytes, at) { separators.append(at) }
    }
    func side(_ slice: ArraySlice<UInt8>) -> String {
      let trimmed = Blanks.trimmed(slice)
      return hasBackslash || slice.contains(0x0A)
        ? unescaped(trimmed) : String(decoding: trimmed, as: UTF8.self)
    }
    guard let first = separators.first else {
      return Reading(text: LocalizedText(side(bytes), in: language))
    }
    return Reading(
      text: LocalizedText(en: side(bytes[..<first]), fr: side(bytes[(first + 1)...])),
      isAmbiguous: separators.count > 1, isBilingual: true)
  }

  /// Writes both sides, or the only one; `bare` tells in which language a line without a
  /// separator will be read, nil when that is not certain.
  static func write(_ text: LocalizedText, bare: Language?) -> String {
    let (en, fr) = (escaped(text.en), escaped(text.fr))
    switch (en.isEmpty, fr.isEmpty) {
    case (true, true): return ""
    case (false, true): return bare == .en ? en : en + " /"
    case (true, false): return bare == .fr ? fr : "/ " + fr
    case (false, false): return en + " / " + fr
    }
  }

  private static func isSeparator(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Bool {
    (at == bytes.startIndex || isBlankEnd(bytes, at))
      && (at + 1 == bytes.endIndex || isBlankStart(bytes, at + 1))
  }

  private static func isBlankEnd(_ bytes: ArraySlice<UInt8>, _ end: Int) -> Bool {
    switch bytes[end - 1] {
    case 0x20, 0x09, 0x0A: true
    case 0xA0: end - 2 >= bytes.startIndex && bytes[end - 2] == 0xC2
    default: false
    }
  }

  private static func isBlankStart(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Bool {
    switch bytes[at] {
    case 0x20, 0x09, 0x0A: true
    case 0xC2: at + 1 < bytes.endIndex && bytes[at + 1] == 0xA0
    default: false
    }
  }

  /// One backslash less before each slash, and a line that was wrapped made one again.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    let wasWrapped = bytes.contains(0x0A)
    for byte in bytes {
      if byte == 0x2F, out.last == 0x5C { out.removeLast() }
      if byte == 0x0A {
        while let last = out.last, last == 0x20 || last == 0x0D { out.removeLast() }
        out.append(0x20)
      } else if byte != 0x20 && byte != 0x09 || out.last != 0x20 || !wasWrapped {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// One line without blanks around it, with a backslash before each slash that would separate or
  /// that has one already.
  static func escaped(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      bytes = bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    }
    let line = Blanks.trimmed(bytes[...])
    guard line.contains(0x2F) else { return String(decoding: line, as: UTF8.self) }
    var out: [UInt8] = []
    for at in line.indices {
      if line[at] == 0x2F, isSeparator(line, at) || at > line.startIndex && line[at - 1] == 0x5C {
        out.append(0x5C)
      }
      out.append(line[at])
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension LocalizedText {
  /// Reads one line as files have it: `English / Français`.
  ///
  /// - Parameter language: that of a line without a separator.
  public init(oneLine text: some StringProtocol, in language: Language) {
    self = OneLine.read(Array(text.utf8)[...], in: language).text
  }
}
