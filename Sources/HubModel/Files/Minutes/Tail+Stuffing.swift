extension Tail {
  /// A text as it was before it was written: one backslash less before each mark.
  static func unstuffed(
    _ text: ArraySlice<UInt8>, _ kind: MinutesDocument.Outcome.Kind
  ) -> [UInt8] {
    guard text.contains(0x5C) else { return Array(text) }
    var out: [UInt8] = []
    var start = text.startIndex
    for word in words(text) where isStuffed(word, kind) {
      out += text[start..<word.startIndex]
      start = word.startIndex + 1
    }
    return out + text[start...]
  }

  /// The text and the tail of an outcome, so that reading them gives both back.
  static func joined(
    _ text: String, _ tail: String, _ kind: MinutesDocument.Outcome.Kind, from day: Day
  ) -> String {
    let plain = Array(text.utf8)
    var bytes: [UInt8] = []
    var start = 0
    for word in words(plain[...]) where isStuffed(word, kind) {
      bytes += plain[start..<word.startIndex] + [0x5C]
      start = word.startIndex
    }
    bytes += plain[start...]
    // The date and every handle of a text can be mistaken for a tail, one after the other.
    for _ in 0..<500 {
      let all = bytes + (tail.isEmpty || bytes.isEmpty ? [] : [0x20]) + tail.utf8
      let found = kind == .action ? action(all[...], from: day) : recommendation(all[...])
      guard let cut = found.cuts.last(where: { $0 < bytes.count }) else {
        return String(decoding: all, as: UTF8.self)
      }
      bytes.insert(0x5C, at: cut)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of an action with who does it and by when.
  static func joined(
    _ text: String, owners: OwnerWords, _ due: String?, in language: Language, from day: Day
  ) -> String {
    func line(stuffed: Bool) -> String {
      // Of what stands between the text and those who do it one sign is taken away.
      let isTaken =
        owners.needsLead && separators.contains { text.utf8.suffix($0.count).elementsEqual($0) }
      let who = owners.written(in: language, stuffed: stuffed)
      let tail = [who, due ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      return joined(isTaken ? text + "," : text, tail, .action, from: day)
    }
    let plain = line(stuffed: false)
    guard !owners.names.isEmpty else { return plain }
    return owners.isRead(in: action(Array(plain.utf8)[...], from: day))
      ? plain : line(stuffed: true)
  }

  /// A name with a backslash before each word that means something at the end of a line.
  static func stuffed(_ name: String) -> String {
    words(Array(name.utf8)[...]).map { word in
      (isMark(word, .action) || isStuffed(word, .action) ? "\\" : "")
        + String(decoding: word, as: UTF8.self)
    }.joined(separator: " ")
  }

  /// Backslashes before a mark.
  private static func isStuffed(
    _ word: ArraySlice<UInt8>, _ kind: MinutesDocument.Outcome.Kind
  ) -> Bool {
    word.first == 0x5C && isMark(word.drop { $0 == 0x5C }, kind)
  }
}
