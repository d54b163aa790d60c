import HubModel

/// Fills a text's placeholders: `{name}`, and `{count|one:… |other:…}` by the language's rule.
///
/// Braces nest, so that a plural form can name arguments. What is not a known argument stays as
/// it is written: a visible gap is easier to find than a silent one.
struct Template {
  private let text: [UInt8]
  private let arguments: [String: String]
  private let language: Language

  static func fill(_ text: String, _ arguments: [String: String], _ language: Language) -> String {
    guard text.utf8.contains(open) else { return text }
    let template = Template(text: Array(text.utf8), arguments: arguments, language: language)
    var result: [UInt8] = []
    template.write(template.text[...], to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private func write(_ part: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var rest = part
    while let start = rest.firstIndex(of: Self.open) {
      result += rest[..<start]
      guard let end = Self.closing(of: rest[start...]) else {
        result += rest[start...]
        return
      }
      place(rest[(start + 1)..<end], to: &result)
      rest = rest[(end + 1)...]
    }
    result += rest
  }

  private func place(_ content: ArraySlice<UInt8>, to result: inout [UInt8]) {
    let parts = Self.split(content)
    let name = String(decoding: parts[0], as: UTF8.self)
    guard let value = arguments[name] else {
      result.append(Self.open)
      result += content
      result.append(Self.close)
      return
    }
    guard parts.count > 1 else {
      result += value.utf8
      return
    }
    let wanted = isOne(value) ? "one:" : "other:"
    let form = parts.dropFirst().first { $0.starts(with: wanted.utf8) } ?? parts[parts.count - 1]
    let colon = form.firstIndex(of: 0x3A) ?? form.startIndex
    write(form[(colon + 1)...], to: &result)
  }

  /// English has one for 1; French for 0 and 1.
  private func isOne(_ value: String) -> Bool {
    let digits = value.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard let count = Int(String(decoding: digits, as: UTF8.self)) else { return false }
    return count == 1 || language == .fr && count == 0
  }

  /// The index of the brace that closes the one at the start.
  private static func closing(of part: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for index in part.indices {
      if part[index] == open { depth += 1 }
      if part[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// The parts between bars that stand outside inner braces.
  private static func split(_ content: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = content.startIndex
    for index in content.indices {
      switch content[index] {
      case open: depth += 1
      case close: depth -= 1
      case 0x7C where depth == 0:
        parts.append(content[start..<index])
        start = index + 1
      default: break
      }
    }
    parts.append(content[start...])
    return parts
  }

  private static let open: UInt8 = 0x7B
  private static let close: UInt8 = 0x7D
}
