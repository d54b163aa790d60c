extension AgendaParser {
  /// The title and the keywords of the meeting.
  mutating func header(_ block: SourceBlock<AgendaKey>) {
    let line = block.heading ?? 0
    document.positions.start = values.file.position(line)
    if block.heading != nil {
      document.title = values.oneLine(block.title, at: "/title", line: line)
    }
    values.reportUnknown(block.entries, AgendaKey.words, misplaced: { !$0.isOfMeeting })
    for entry in block.entries {
      guard let key = entry.key, key.isOfMeeting, !entry.value.isEmpty else { continue }
      guard document.positions[key] == nil else {
        values.reportDuplicate(entry)
        continue
      }
      document.positions[key] = values.file.position(entry.line, at: entry.value.lowerBound)
      value(of: key, entry)
    }
  }

  private mutating func value(of key: AgendaKey, _ entry: SourceEntry<AgendaKey>) {
    let pointer = "/" + key.field
    switch key {
    case .meeting: document.meeting = values.reference(entry, .meeting, at: pointer)
    case .revision: document.revision = values.count(entry, at: pointer)
    case .body: document.body = values.line(entry)
    case .date: date(entry)
    case .mode: document.mode = values.choice(entry, FileWords.mode, at: pointer)
    case .place: document.place = values.oneLine(entry.value, at: pointer, line: entry.line)
    case .link: document.link = values.link(entry, at: pointer)
    case .visibility:
      document.visibility = values.choice(entry, FileWords.visibility, at: pointer)
    case .status: document.isHeld = values.choice(entry, FileWords.held, at: pointer) ?? false
    case .illustrative:
      document.isIllustrative = values.choice(entry, FileWords.yesNo, at: pointer) ?? false
    case .languages: document.languages = values.languageTags(entry, at: pointer)
    case .interpretation: document.interpretation = values.languageTags(entry, at: pointer)
    case .item, .purpose, .session, .time, .presenter, .papers, .carriedFrom: break
    }
  }

  /// A day, the hours from and to, and a zone.
  private mutating func date(_ entry: SourceEntry<AgendaKey>) {
    let (rest, zone) = Self.zone(values.file.bytes[entry.value])
    if let zone {
      if TimeZones.isKnown(zone) {
        document.zone = zone
      } else {
        values.unknown(
          "unknownTimeZone", ["zone": zone], nearest: TimeZones.nearest(to: zone),
          at: "/timeZone", line: entry.line, byte: rest.endIndex)
      }
    }
    var scanner = HumanDateScanner(rest, today: today)
    let (day, span) = scanner.span()
    let text = ["text": values.string(rest.indices)]
    guard let day else {
      values.fault("unreadableDate", at: "/startsAt", entry, text)
      return
    }
    if let contradiction = scanner.contradiction {
      values.fault(
        "wrongWeekday", at: "/startsAt", entry,
        ["text": text["text"] ?? "", "day": contradiction.description])
    }
    let atEnd = scanner.isAtEnd
    guard let span else {
      values.fault(
        atEnd ? "missingHours" : "unreadableTime", at: "/startsAt", entry,
        atEnd ? ["day": day.description] : text)
      return
    }
    document.starts = span.start
    document.ends = span.end
    if !atEnd {
      values.fault("unreadableTime", at: "/endsAt", entry, text)
    } else if let end = span.end {
      if end <= span.start { values.fault("endsBeforeItStarts", at: "/endsAt", entry, text) }
    } else {
      values.fault("missingEnd", at: "/endsAt", entry)
    }
  }

  /// A zone at the end of a date: the last word, if it has a slash or is `UTC`.
  private static func zone(
    _ value: ArraySlice<UInt8>
  ) -> (rest: ArraySlice<UInt8>, zone: String?) {
    let bytes = value.last == 0x29 ? value.dropLast() : value
    let start =
      bytes.lastIndex { $0 == 0x20 || $0 == 0x2C || $0 == 0xA0 || $0 == 0x28 }.map { $0 + 1 }
      ?? bytes.startIndex
    let last = bytes[start...]
    guard let first = last.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A,
      last.contains(0x2F) || last.elementsEqual("UTC".utf8)
    else { return (value, nil) }
    var rest = Blanks.trimmed(bytes[..<start])
    while let byte = rest.last, byte == 0x2C || byte == 0x28 {
      rest = Blanks.trimmed(rest.dropLast())
    }
    return (rest, String(decoding: last, as: UTF8.self))
  }
}
