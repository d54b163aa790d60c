/// When a meeting takes place, as one line of a file says it.
struct AgendaDate {
  var starts: LocalTime?
  var ends: LocalTime?
  /// IANA name.
  var zone: String?
}

extension AgendaDocument {
  var date: AgendaDate {
    get { AgendaDate(starts: starts, ends: ends, zone: zone) }
    set { (starts, ends, zone) = (newValue.starts, newValue.ends, newValue.zone) }
  }
}

extension FileValue where Value == AgendaDate {
  /// `2019-06-18, 9:00 to 12:30, America/Vancouver`
  static var agendaDate: FileValue {
    FileValue { entry, _, values in
      values.agendaDate(entry)
    } write: { value, style in
      value.written(in: style.language)
    }
  }
}

extension AgendaDate {
  fileprivate func written(in language: Language) -> String? {
    guard let starts else { return nil }
    var text = "\(starts.day), \(HumanTime.plain(starts.minute, in: language))"
    if let ends {
      text += language == .en ? " to " : " à "
      if ends.day != starts.day { text += "\(ends.day), " }
      text += HumanTime.plain(ends.minute, in: language)
    }
    if let zone { text += ", \(zone)" }
    return text
  }
}

extension SourceValues {
  /// A day, the hours from and to, and a zone.
  fileprivate mutating func agendaDate<Key>(_ entry: SourceEntry<Key>) -> AgendaDate {
    var date = AgendaDate()
    let (rest, zone) = Self.zone(file.bytes[entry.value])
    if let zone {
      if TimeZones.isKnown(zone) {
        date.zone = zone
      } else {
        unknown(
          "unknownTimeZone", ["zone": zone], nearest: TimeZones.nearest(to: zone),
          at: "/timeZone", line: entry.line, byte: rest.endIndex)
      }
    }
    var scanner = HumanDateScanner(rest, today: day)
    let (first, span) = scanner.span()
    let text = ["text": string(rest.indices)]
    guard let first else {
      fault("unreadableDate", at: "/startsAt", entry, text)
      return date
    }
    if let contradiction = scanner.contradiction {
      fault(
        "wrongWeekday", at: "/startsAt", entry,
        ["text": text["text"] ?? "", "day": contradiction.description])
    }
    let atEnd = scanner.isAtEnd
    guard let span else {
      fault(
        atEnd ? "missingHours" : "unreadableTime", at: "/startsAt", entry,
        atEnd ? ["day": first.description] : text)
      return date
    }
    date.starts = span.start
    date.ends = span.end
    if !atEnd {
      fault("unreadableTime", at: "/endsAt", entry, text)
    } else if let end = span.end {
      if end <= span.start { fault("endsBeforeItStarts", at: "/endsAt", entry, text) }
    } else {
      fault("missingEnd", at: "/endsAt", entry)
    }
    return date
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
