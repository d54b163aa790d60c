extension MinutesDocument {
  /// Reads a minutes file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark, with any ends of lines.
  ///   - meetingDay: the day from which *Friday* and the like count.
  /// - Returns: what could be read, and every fault at once in the order of the file.
  public static func parse(
    _ bytes: [UInt8], meetingDay: Day
  ) -> (document: MinutesDocument, faults: [Fault]) {
    var parser = MinutesParser(SourceFile(bytes), meetingDay: meetingDay)
    parser.run()
    return (parser.document, parser.values.file.sortedFaults)
  }
}

/// One reading of a minutes file.
struct MinutesParser {
  var values: SourceValues
  var document = MinutesDocument()
  /// Whether the item that is read has a motion that an amendment could be one of.
  var hasMotion = false

  init(_ file: SourceFile, meetingDay: Day) {
    values = SourceValues(file, from: meetingDay)
  }

  mutating func run() {
    let (preamble, blocks) = values.file.blocks(MinutesKey.words, isText: OutcomeLine.isOne)
    values.language = SourceValues.language(of: preamble.entries, blocks.map(\.entries))
    guard !values.file.isUnreadable else { return }
    header(preamble)
    for block in blocks { item(block) }
    if document.positions[.meeting] == nil {
      values.fault(
        "missingMeeting", at: "/meeting", line: (document.position?.line ?? 1) - 1)
    }
  }

  private mutating func header(_ block: SourceBlock<MinutesKey>) {
    let line = block.heading ?? 0
    document.positions.start = values.file.position(line)
    if block.heading != nil {
      let title = values.oneLine(block.title, at: "/title", line: line)
      document.title = LocalizedText(
        en: MinutesTitle.stripped(title.en, .en), fr: MinutesTitle.stripped(title.fr, .fr))
    }
    MinutesDocument.keys.read(block, at: "", &values, \.positions, into: &document)
  }
}

/// The words before the title of the meeting: `Minutes: Spring plenary`.
enum MinutesTitle {
  static func word(_ language: Language) -> String {
    language == .en ? "Minutes" : "Procès-verbal"
  }

  static func stripped(_ title: String, _ language: Language) -> String {
    let bytes = Array(title.utf8)
    guard let colon = bytes.firstIndex(of: 0x3A) else {
      return isWord(bytes[...], language) ? "" : title
    }
    guard isWord(Blanks.trimmed(bytes[..<colon]), language) else { return title }
    return String(decoding: Blanks.trimmed(bytes[(colon + 1)...]), as: UTF8.self)
  }

  private static func isWord(_ bytes: ArraySlice<UInt8>, _ language: Language) -> Bool {
    Folding.folded(bytes) == Folding.folded(word(language))
  }
}
