/// A word from a fixed list, such as the purpose of an agenda item.
public protocol Choice: FieldValue, RawRepresentable, CaseIterable where RawValue == String {}

extension Choice {
  public static var kind: FieldKind { .choice(allCases.map(\.rawValue)) }
  public init(from cells: inout CellReader) {
    self = Self(rawValue: cells.text()) ?? Self.allCases[Self.allCases.startIndex]
  }
  public func write(to cells: inout [Cell]) { cells.append(.text(rawValue)) }
}

/// Something that stands in a list in one column, written as a word without commas.
public protocol Listed: Sendable, Hashable {
  static var listKind: FieldKind { get }
  init?(word: Substring)
  var word: String { get }
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
}

extension Reference: Listed {
  public static var listKind: FieldKind { .references(RecordType.allCases) }
  public init?(word: Substring) { self.init(word) }
  public var word: String { description }
}

extension Array: FieldValue where Element: Listed {
  public static var kind: FieldKind { Element.listKind }
  public init(from cells: inout CellReader) {
    self = cells.text().split(separator: ",").compactMap(Element.init(word:))
  }
  public func write(to cells: inout [Cell]) {
    cells.append(.text(map(\.word).joined(separator: ",")))
  }
  public var isBlank: Bool { isEmpty }
}

extension Reference: FieldValue {
  public static var kind: FieldKind { .anyReference(RecordType.allCases) }
  public init(from cells: inout CellReader) {
    self.init(RecordType(rawValue: cells.text()) ?? .meeting, cells.integer())
  }
  public func write(to cells: inout [Cell]) {
    cells.append(.text(type.rawValue))
    cells.append(.integer(number))
  }
  public var isBlank: Bool { number == 0 }
}
