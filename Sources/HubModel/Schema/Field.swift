/// One field of a record: its name, its kind and how to read and set it.
///
/// Columns, binding, decoding, JSON, CSV, schemas and labels all come from lists of these.
public struct Field<Owner: Sendable>: Sendable {
  public let name: String
  public let kind: FieldKind
  /// The names of its columns: `due_on`, or `title_en`, `title_fr`, `title_stale`.
  public let columns: [String]
  public let traits: FieldTraits
  /// What the record's neighbour at the other end of a reference is to it, in a trace.
  public let link: ChainLink?
  /// What it was called before, latest first: the history of a record is read with the words of
  /// today, and an older entry has the older name.
  public let formerly: [String]
  /// The words among which it chooses that were renamed: what each is called today.
  public let formerWords: [String: String]
  /// The field with whose value its list goes on: the first of several stands in that one, the others
  /// here, none of them before the others in rank. People read and write the two as one.
  public let continues: String?
  /// Where its value is in a record.
  public let place: FieldPlace<Owner>

  public init<Value: FieldValue>(
    _ name: String, _ path: any WritableKeyPath<Owner, Value> & Sendable,
    _ traits: FieldTraits = [],
    link: ChainLink? = nil, kind: FieldKind? = nil, formerly: [String] = [],
    continues: String? = nil
  ) {
    self.name = name
    self.continues = continues
    self.formerly = formerly
    formerWords = Value.formerWords
    self.kind =
      switch kind ?? Value.kind {
      case .localized: .localized(prose: traits.contains(.prose))
      case let other: other
      }
    let column = Self.column(name)
    columns = self.kind.columnSuffixes.map { column + $0 }
    self.traits = Value.isOptional ? traits.union(.optional) : traits
    self.link = link
    place = FieldPlace(path)
    assert(Value.cellCount == self.kind.columnSuffixes.count)
  }

  public func load(_ owner: inout Owner, from cells: inout CellReader) {
    place.load(&owner, from: &cells)
  }

  /// The field's cells of a record.
  public func cells(of owner: Owner) -> [Cell] {
    var cells: [Cell] = []
    withUnsafePointer(to: owner) { place.write($0, to: &cells) }
    return cells
  }

  public func isBlank(_ owner: Owner) -> Bool {
    withUnsafePointer(to: owner) { place.isBlank($0) }
  }

  /// The records that the field of a record refers to.
  public func references(of owner: Owner) -> [Reference] {
    var references: [Reference] = []
    withUnsafePointer(to: owner) { place.forEachReference($0) { references.append($0) } }
    return references
  }

  /// `dueOn` as a column: `due_on`.
  public static func column(_ name: String) -> String {
    var column: [UInt8] = []
    for byte in name.utf8 {
      let isCapital = byte >= 0x41 && byte <= 0x5A
      if isCapital { column.append(UInt8(ascii: "_")) }
      column.append(isCapital ? byte | 0x20 : byte)
    }
    return String(decoding: column, as: UTF8.self)
  }
}

/// How a neighbour stands to a record in the chain from a meeting to money and back.
public enum ChainLink: String, Sendable, CaseIterable {
  /// The record came from the neighbour: an outcome from its item, an item from its meeting.
  case from
  /// The record leads to the neighbour: a recommendation to the item where it is tabled.
  case to
  /// The record stands beside the chain: its assignee, its body. A trace does not follow it.
  case beside
}

/// What else is to be known of a field.
public struct FieldTraits: OptionSet, Sendable, Hashable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Must be filled in for the record to be kept at all.
  public static let required = FieldTraits(rawValue: 1)
  /// Markdown, of many lines.
  public static let prose = FieldTraits(rawValue: 2)
  /// Set at creation and never after.
  public static let fixed = FieldTraits(rawValue: 4)
  /// Set by the hub, never by a caller.
  public static let system = FieldTraits(rawValue: 8)
  /// Found by full-text search.
  public static let searched = FieldTraits(rawValue: 16)
  /// May be absent.
  public static let optional = FieldTraits(rawValue: 32)
  /// No two records have the same.
  public static let unique = FieldTraits(rawValue: 64)
  /// Names what the record belongs to: it is never for more people than that is.
  public static let belongsTo = FieldTraits(rawValue: 128)
  /// Shown to those alone who may change the record, however widely that is seen; no list is
  /// filtered or sorted by it.
  public static let confined = FieldTraits(rawValue: 256)
}
