/// A word from a fixed list, such as the purpose of an agenda item.
public protocol Choice: FieldValue, RawRepresentable, CaseIterable where RawValue == String {
  /// Words that were renamed: what each is called today. The history keeps the former word.
  static var formerly: [String: Self] { get }
}

extension Choice {
  public static var formerly: [String: Self] { [:] }
  public static var formerWords: [String: String] { formerly.mapValues(\.rawValue) }
  public static var kind: FieldKind { .choice(allCases.map(\.rawValue)) }
  public init(from cells: inout CellReader) {
    let word = cells.text()
    self = Self(rawValue: word) ?? Self.formerly[word] ?? Self.allCases[Self.allCases.startIndex]
  }
  public func write(to cells: inout [Cell]) { cells.append(.text(rawValue)) }
  public func put(into output: any FieldOutput) { output.put(rawValue) }
}

/// Something that stands in a list in one column, written as a word without commas.
public protocol Listed: Sendable, Hashable {
  static var listKind: FieldKind { get }
  /// Words that were renamed: what each is called today.
  static var formerListWords: [String: String] { get }
  init?(word: Substring)
  var word: String { get }
  /// The record that it names, if it is a reference.
  var named: Reference? { get }
  /// Hands a list over as it is.
  static func put(_ list: [Self], into output: any FieldOutput)
}

extension Listed where Self: Choice {
  public static var formerListWords: [String: String] { formerly.mapValues(\.rawValue) }
}

extension Listed {
  public static var formerListWords: [String: String] { [:] }
  public var named: Reference? { nil }
  public static func put(_ list: [Self], into output: any FieldOutput) {
    output.put(words: list.map { $0.word })
  }
}

extension String: Listed {
  public static var listKind: FieldKind { .words }
  public init?(word: Substring) { self = String(word) }
  public var word: String { self }
}

extension ID: Listed {
  public static var listKind: FieldKind { .references([Target.type]) }
  public init?(word: Substring) {
    guard let reference = Reference(word) else { return nil }
    self.init(reference)
  }
  public var word: String { description }
  public var named: Reference? { reference }
  public static func put(_ list: [Self], into output: any FieldOutput) {
    output.put(references: list.map { $0.reference })
  }
}

extension Reference: Listed {
  public static var listKind: FieldKind { .references(RecordType.allCases) }
  public init?(word: Substring) { self.init(word) }
  public var word: String { description }
  public var named: Reference? { self }
  public static func put(_ list: [Self], into output: any FieldOutput) {
    output.put(references: list)
  }
}

extension Array: FieldValue where Element: Listed {
  public static var kind: FieldKind { Element.listKind }
  public static var formerWords: [String: String] { Element.formerListWords }
  public init(from cells: inout CellReader) {
    let words = cells.text()
    self = words.isEmpty ? [] : words.split(separator: ",").compactMap(Element.init(word:))
  }
  public func write(to cells: inout [Cell]) {
    var list = first?.word ?? ""
    for element in dropFirst() { list += "," + element.word }
    cells.append(.text(list))
  }
  public func put(into output: any FieldOutput) { Element.put(self, into: output) }
  public var isBlank: Bool { isEmpty }
  public func forEachReference(_ visit: (Reference) -> Void) {
    for element in self { if let reference = element.named { visit(reference) } }
  }
}

extension Reference: FieldValue {
  public static var kind: FieldKind { .anyReference(RecordType.allCases) }
  public static var cellCount: Int { 2 }
  public init(from cells: inout CellReader) {
    self.init(RecordType(rawValue: cells.text()) ?? .meeting, cells.integer())
  }
  public func write(to cells: inout [Cell]) {
    cells.append(.text(type.rawValue))
    cells.append(.integer(number))
  }
  public func put(into output: any FieldOutput) { output.put(self) }
  public var isBlank: Bool { number == 0 }
  public func forEachReference(_ visit: (Reference) -> Void) { visit(self) }
}
