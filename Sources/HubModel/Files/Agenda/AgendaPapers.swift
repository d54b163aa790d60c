extension FileValue where Value == [AgendaDocument.Paper] {
  /// `R-7 (decision, decides), G-3`
  static var papers: FileValue {
    FileValue {
      $2.papers($0, at: $1)
    } write: { value, style in
      SourceWriter.list(value.map { $0.written(in: style.language) })
    }
  }
}

extension AgendaDocument.Paper {
  /// `R-7 (decision, decides)`
  fileprivate func written(in language: Language) -> String {
    var words: [String] = []
    if let role { words.append(FileWords.role.word(for: role, in: language)) }
    if decisive { words.append(FileWords.decides.word(for: true, in: language)) }
    return words.isEmpty ? "\(reference)" : "\(reference) (\(words.joined(separator: ", ")))"
  }
}

extension SourceValues {
  /// `R-7 (decision), G-3`.
  fileprivate mutating func papers<Key>(
    _ entry: SourceEntry<Key>, at pointer: String
  ) -> [AgendaDocument.Paper] {
    var papers: [AgendaDocument.Paper] = []
    for part in list(entry.value) {
      let bytes = file.bytes[part]
      let open = bytes.firstIndex(of: 0x28)
      let name = Blanks.trimmed(bytes[..<(open ?? bytes.endIndex)])
      guard let reference = Reference(String(decoding: name, as: UTF8.self)) else {
        fault(
          "unreadableReference", at: pointer, line: entry.line, byte: part.lowerBound,
          ["text": string(part)])
        continue
      }
      var paper = AgendaDocument.Paper(reference)
      if let open {
        let close = bytes.lastIndex(of: 0x29) ?? bytes.endIndex
        roles(bytes[(open + 1)..<max(open + 1, close)], entry, at: pointer, into: &paper)
      }
      papers.append(paper)
    }
    return papers
  }

  private mutating func roles<Key>(
    _ bytes: ArraySlice<UInt8>, _ entry: SourceEntry<Key>, at pointer: String,
    into paper: inout AgendaDocument.Paper
  ) {
    for word in bytes.split(whereSeparator: { $0 == 0x2C || $0 == 0x3B }) {
      let word = Blanks.trimmed(word)
      let folded = Folding.folded(word)
      if let role = FileWords.role.find(folded) {
        paper.role = role.value
      } else if FileWords.decides.find(folded) != nil {
        paper.decisive = true
      } else {
        unknownWord(word, keyword: entry.word, FileWords.role, at: pointer, line: entry.line)
      }
    }
  }
}
