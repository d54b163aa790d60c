/// Passages between `||` and `||` in minutes, which are for insiders only.
public enum Redaction {
  /// The text with each passage replaced by `[redacted]` or « [caviardé] ». A passage that is
  /// never closed goes on to the end: rather too much is hidden than too little.
  public static func redacted(_ text: String, in language: Language) -> String {
    guard text.utf8.contains(mark) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var at = 0
    var isHidden = false
    while at < bytes.count {
      if bytes[at] == mark, at + 1 < bytes.count, bytes[at + 1] == mark {
        if !isHidden { out += (language == .en ? "[redacted]" : "[caviardé]").utf8 }
        isHidden.toggle()
        at += 2
      } else {
        if !isHidden { out.append(bytes[at]) }
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a text has a passage for insiders.
  public static func hasPassages(_ text: String) -> Bool {
    text.utf8.contains(mark) && marks(text.utf8) > 0
  }

  /// Whether a passage is opened and never closed.
  public static func isUnclosed(_ text: String) -> Bool { marks(text.utf8) % 2 == 1 }

  /// Whether one language keeps a passage for insiders and the other one, which is there too, tells all
  /// of it.
  public static func isOneSided(_ text: LocalizedText) -> Bool {
    guard !text.en.isEmpty, !text.fr.isEmpty else { return false }
    return hasPassages(text.en) != hasPassages(text.fr)
  }

  private static let mark: UInt8 = 0x7C

  /// How often `||` stands in a text.
  static func marks(_ bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var half = false
    for byte in bytes {
      if byte == mark, half {
        count += 1
        half = false
      } else {
        half = byte == mark
      }
    }
    return count
  }
}
