/// How an item is called in print: `3`, `3.2`, `3.2(a)`, `IV`, `2015-01-A20`.
///
/// Most items have no label of their own: theirs is made from their place. An item with a label under
/// that of another (`3.2` under `3`) is a part of it, and takes no number from those that follow.
public enum ItemLabel {
  /// More than any label has, in bytes.
  static let longest = 24

  /// The label of each item of an agenda, in its order.
  ///
  /// - Parameter printed: the labels that were given; nil for items that have none of their own.
  public static func labels(_ printed: [String?]) -> [String] {
    var numbers = Numbers()
    return printed.map { numbers.next($0) }
  }

  /// The labels of items one after another.
  public struct Numbers: Sendable {
    private var known: Set<String> = []
    private var number = 0

    public init() {}

    /// The plain number that an item without a label would have now.
    var upcoming: Int { number + 1 }

    public mutating func next(_ printed: String?) -> String {
      let isPart = printed.flatMap(whole).map(known.contains) ?? false
      if !isPart { number += 1 }
      let label = printed ?? String(number)
      known.insert(key(label))
      return label
    }
  }

  /// The label as a heading begins with it, so that it is read again: `3.2(a)`, `IV.`; nil for what no
  /// heading can tell, a plain number among it: that is made from the place.
  public static func heading(_ label: String) -> String? {
    [label, label + "."].first { read(Array("\($0) X".utf8)[...])?.label == label }
  }

  /// Labels as people compare them: `3.2(A)` is `3.2(a)`.
  public static func key(_ label: String) -> String {
    var key = label.lowercased().filter { !$0.isWhitespace }
    while let last = key.last, last == "." || last == ")" && !key.contains("(") { key.removeLast() }
    return key
  }

  /// The label of the item of which one with this label is a part: `3.2` of `3.2(a)`, `3` of `3.2`.
  static func whole(_ label: String) -> String? {
    let label = key(label)
    if label.hasSuffix(")"), let open = label.lastIndex(of: "("), open != label.startIndex {
      return String(label[..<open])
    }
    guard let dot = label.lastIndex(of: "."), dot != label.startIndex else { return nil }
    return String(label[..<dot])
  }

  /// Reads the label before the title of a heading: `3.2(a) Interpretation`, `IV. Budget`. A plain
  /// number (`3.`) is none, nor is a number that begins a sentence (`2019 budget`).
  static func read(_ title: ArraySlice<UInt8>) -> (label: String, title: Range<Int>)? {
    let token = title.prefix(longest + 1).prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0xC2 }
    guard !token.isEmpty, token.count <= longest, token.allSatisfy(isSign) else { return nil }
    guard
      token.endIndex == title.endIndex || Blanks.leading(title, token.endIndex, title.endIndex) > 0
    else { return nil }
    let text = String(decoding: token, as: UTF8.self)
    guard isLabel(text) else { return nil }
    let rest = Blanks.trimmed(title[token.endIndex...])
    return (text.hasSuffix(".") ? String(text.dropLast()) : text, rest.indices)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || [0x2E, 0x28, 0x29, 0x2D].contains(byte)
  }

  private static func isLabel(_ text: String) -> Bool {
    let isEnded = text.hasSuffix(".") || (text.hasSuffix(")") && !text.contains("("))
    let bare = isEnded ? text.dropLast() : text[...]
    // `IV.`, `A.`, `b)`
    if isEnded, !bare.isEmpty {
      if bare.count == 1, bare.allSatisfy(\.isLetter) { return true }
      if bare.allSatisfy({ "IVXLC".contains($0) }) { return true }
    }
    guard bare.contains(where: \.isNumber) else { return false }
    if bare.contains("(") { return bare.hasSuffix(")") }
    // `2015-01-A20`, `19-04`
    let dashed = bare.split(separator: "-", omittingEmptySubsequences: false)
    if dashed.count > 1 {
      return dashed.allSatisfy { !$0.isEmpty } && dashed[0].contains { $0.isNumber }
    }
    // `3.2`, `A.1`, `3.2.1`
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { part in
        !part.isEmpty
          && (part.allSatisfy(\.isNumber) || (part.count <= 2 && part.allSatisfy(\.isLetter)))
      }
  }
}
