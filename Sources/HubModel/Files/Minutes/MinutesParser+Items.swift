extension MinutesParser {
  /// An item: its heading, its keywords, its notes and its outcomes.
  mutating func item(_ block: SourceBlock<MinutesKey>) {
    let line = block.heading ?? 0
    let pointer = "/items/\(document.items.count)"
    let last = document.items.last?.number ?? 0
    let heading = values.file.bytes[block.title]
    var (written, title) = SourceValues.numbered(heading)
    let labelled = written == nil ? ItemLabel.read(heading) : nil
    var item = MinutesDocument.Item(number: written ?? (labelled == nil ? last + 1 : last))
    if let labelled { (item.label, title) = (labelled.label, labelled.title) }
    item.isNumbered = written != nil || labelled != nil
    item.positions.start = values.file.position(line)
    if written != nil, document.items.last?.isNumbered ?? true, item.number <= last {
      values.fault(
        "itemOutOfOrder", at: pointer, line: line,
        ["number": String(item.number), "expected": String(last + 1)])
    }
    item.title = values.oneLine(title, at: pointer + "/title", line: line)
    MinutesDocument.Item.keys.read(block, at: pointer, &values, \.positions, into: &item)
    let isOutcomes = { (title: ArraySlice<UInt8>) -> Bool in
      let first = title.firstIndex(of: 0x2F).map { title[..<$0] } ?? title
      return MinutesWords.outcomes.find(Folding.folded(Blanks.trimmed(first))) != nil
    }
    hasMotion = false
    var texts = Paragraphs()
    for part in values.languageParts(block.text, at: pointer + "/notes", other: isOutcomes) {
      notes(part, at: pointer, into: &item, &texts)
    }
    item.notes = texts.joined
    if ![item.notes.en, item.notes.fr].contains(where: Redaction.isUnclosed),
      Redaction.isOneSided(item.notes)
    {
      let passage = block.text.first {
        Redaction.marks(values.file.bytes[values.file.lines[$0].range]) > 0
      }
      values.fault("passageInOneLanguage", at: pointer + "/notes", line: passage ?? line)
    }
    document.items.append(item)
  }

  /// The notes of a part, and the outcomes that stand among them.
  private mutating func notes(
    _ part: LanguagePart, at pointer: String, into item: inout MinutesDocument.Item,
    _ texts: inout Paragraphs
  ) {
    var kept: [SourceFile.Line] = []
    kept.reserveCapacity(part.lines.count)
    var line = part.lines.lowerBound
    var opened: Int?
    while line < part.lines.upperBound {
      let range = values.file.lines[line].range
      if values.file.lines[line].kind == .text,
        let action = ReviewLine.near(values.file.bytes[range])
      {
        values.fault(
          "reviewNotMarked", at: pointer, line: line, ["ref": values.string(action)])
      }
      if values.file.lines[line].kind == .text,
        let found = ReviewLine.read(values.file.bytes[range])
      {
        review(found, line, at: pointer, into: &item)
        line += 1
        continue
      }
      let found =
        values.file.lines[line].kind == .text ? OutcomeLine.read(values.file.bytes[range]) : nil
      if let found, let kind = found.kind {
        let end = continuation(of: line, upTo: part.lines.upperBound)
        let place = "\(pointer)/outcomes/\(item.outcomes.count)"
        let outcome = outcome(kind, found, line, part.language, at: place)
        let whole = details(of: outcome, line + 1..<end, part.language)
        checkPassages(of: whole, line, at: place)
        item.outcomes.append(whole)
        line = end
        continue
      }
      if let found, found.isMotionUnread {
        values.fault("motionNotRead", at: pointer, line: line, byte: found.word.lowerBound)
      } else if let found, found.isUnmarked {
        values.fault(
          "outcomeNotMarked", at: pointer, line: line, byte: found.word.lowerBound,
          ["word": values.string(found.word)])
      } else if let found {
        values.unknown(
          "unknownOutcome", ["word": values.string(found.word)], nearest: found.nearest,
          at: pointer, line: line, byte: found.word.lowerBound)
      }
      if Redaction.marks(values.file.bytes[range]) % 2 == 1 { opened = opened == nil ? line : nil }
      kept.append(values.file.lines[line])
      line += 1
    }
    if let opened { values.fault("unclosedRedaction", at: pointer + "/notes", line: opened) }
    texts.add(SourceText.read(kept, of: values.file.bytes, OutcomeLine.isOne), in: part.language)
  }

  /// What the meeting said of an action; an action is reviewed once at an item.
  private mutating func review(
    _ found: ReviewLine.Found, _ line: Int, at pointer: String,
    into item: inout MinutesDocument.Item
  ) {
    let place = "\(pointer)/reviews/\(item.reviews.count)"
    let ref = found.action.description
    switch ReviewLine.review(found, from: values.day) {
    case .success(let said):
      if item.reviews.contains(where: { $0.review.action == said.action }) {
        values.fault("reviewTwice", at: place, line: line, ["ref": ref])
      }
      if let until = said.lastDay, until < values.day {
        values.fault(
          "dueBeforeMeeting", at: place, line: line, byte: found.value.startIndex,
          ["due": until.description, "meeting": values.day.description])
      }
      var review = MinutesDocument.Review(said)
      review.positions.start = values.file.position(line)
      item.reviews.append(review)
    case .failure(let unread):
      values.fault(
        unread.code, at: place, line: line, byte: found.value.startIndex,
        ["ref": ref, "text": String(decoding: found.value, as: UTF8.self)])
    }
  }

  /// What an item concluded is read whole by all who see it; what it only told can have passages
  /// for insiders, which end where they are told.
  private mutating func checkPassages(
    of outcome: MinutesDocument.Outcome, _ line: Int, at pointer: String
  ) {
    let texts = Language.allCases.flatMap { [outcome.text[$0], outcome.details[$0]] }
    if outcome.kind != .information, texts.contains(where: Redaction.hasPassages) {
      values.fault("passageOutsideNotes", at: pointer, line: line)
    } else if texts.contains(where: Redaction.isUnclosed) {
      values.fault("unclosedRedaction", at: pointer, line: line)
    } else if Redaction.isOneSided(outcome.text) || Redaction.isOneSided(outcome.details) {
      values.fault("passageInOneLanguage", at: pointer, line: line)
    }
  }

  /// Where the indented lines after an outcome end; blank lines count if another follows.
  private func continuation(of line: Int, upTo end: Int) -> Int {
    var last = line
    var next = line + 1
    while next < end {
      let candidate = values.file.lines[next]
      if candidate.kind != .blank {
        guard candidate.kind == .text,
          values.file.bytes[candidate.range].starts(with: [0x20, 0x20])
        else { break }
        last = next
      }
      next += 1
    }
    return last + 1
  }

  /// The indented lines after an outcome, with `en:` and `fr:` before the text of a language.
  private func details(
    of outcome: MinutesDocument.Outcome, _ range: Range<Int>, _ language: Language
  ) -> MinutesDocument.Outcome {
    guard !range.isEmpty else { return outcome }
    var outcome = outcome
    var bytes: [UInt8] = []
    for line in range {
      let whole = values.file.bytes[values.file.lines[line].range]
      bytes += whole.starts(with: [0x20, 0x20]) ? whole.dropFirst(2) : []
      if line + 1 < range.upperBound { bytes.append(0x0A) }
    }
    var language = language
    var kept: [SourceFile.Line] = []
    var texts = Paragraphs()
    func close() {
      texts.add(SourceText.read(kept, of: bytes, OutcomeDetails.isTag), in: language)
    }
    for line in SourceText.lines(of: bytes) {
      guard line.kind == .text, let tag = OutcomeDetails.tag(bytes[line.range]) else {
        kept.append(line)
        continue
      }
      close()
      language = tag.language
      let rest = bytes[tag.text..<line.end]
      kept = [.init(start: tag.text, end: line.end, kind: SourceText.kind(rest))]
    }
    close()
    outcome.details = texts.joined
    return outcome
  }
}

/// The languages of the lines under an outcome: `en: …`, `fr : …`.
enum OutcomeDetails {
  static func tag(_ line: ArraySlice<UInt8>) -> (language: Language, text: Int)? {
    let word = Folding.folded(line.prefix(2))
    guard
      let language = word.elementsEqual("en".utf8)
        ? Language.en
        : word.elementsEqual("fr".utf8) ? .fr : nil
    else { return nil }
    var at = line.startIndex + 2
    while at < line.endIndex {
      let blank = Blanks.leading(line, at, line.endIndex)
      if blank == 0 { break }
      at += blank
    }
    guard at < line.endIndex, line[at] == 0x3A else { return nil }
    at += 1
    if at < line.endIndex, line[at] == 0x20 { at += 1 }
    return (language, at)
  }

  static func isTag(_ line: ArraySlice<UInt8>) -> Bool { tag(line) != nil }
}
