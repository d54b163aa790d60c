/// A type that a field can have.
public protocol FieldValue: Sendable, Hashable {
  static var kind: FieldKind { get }
  /// Whether there is always a value; an optional field may be absent.
  static var isOptional: Bool { get }
  /// How many cells it takes: as many as its kind has columns.
  static var cellCount: Int { get }
  init(from cells: inout CellReader)
  func write(to cells: inout [Cell])
  /// Hands the value over as it is.
  func put(into output: any FieldOutput)
  /// Whether nothing is filled in.
  var isBlank: Bool { get }
  /// Words among which it chooses that were renamed: what each is called today.
  static var formerWords: [String: String] { get }
  /// Names each record that it refers to.
  func forEachReference(_ visit: (Reference) -> Void)
}

extension FieldValue {
  public static var isOptional: Bool { false }
  public static var cellCount: Int { 1 }
  public static var formerWords: [String: String] { [:] }
  public var isBlank: Bool { false }
  public func forEachReference(_ visit: (Reference) -> Void) {}
}

extension String: FieldValue {
  public static var kind: FieldKind { .text }
  public init(from cells: inout CellReader) { self = cells.text() }
  public func write(to cells: inout [Cell]) { cells.append(.text(self)) }
  public func put(into output: any FieldOutput) { output.put(self) }
  public var isBlank: Bool { isEmpty }
}

extension Int: FieldValue {
  public static var kind: FieldKind { .integer }
  public init(from cells: inout CellReader) { self = Int(cells.integer()) }
  public func write(to cells: inout [Cell]) { cells.append(.integer(Int64(self))) }
  public func put(into output: any FieldOutput) { output.put(Int64(self)) }
}

extension Bool: FieldValue {
  public static var kind: FieldKind { .flag }
  public init(from cells: inout CellReader) { self = cells.integer() != 0 }
  public func write(to cells: inout [Cell]) { cells.append(.integer(self ? 1 : 0)) }
  public func put(into output: any FieldOutput) { output.put(self) }
}

extension LocalizedText: FieldValue {
  public static var kind: FieldKind { .localized(prose: false) }
  public static var cellCount: Int { 3 }
  public init(from cells: inout CellReader) {
    self.init(en: cells.text(), fr: cells.text())
    stale = cells.optionalText().flatMap(Language.init)
  }
  public func write(to cells: inout [Cell]) {
    cells.append(.text(en))
    cells.append(.text(fr))
    cells.append(stale.map { .text($0.rawValue) } ?? .null)
  }
  public func put(into output: any FieldOutput) { output.put(self) }
  public var isBlank: Bool { isEmpty }
}

extension Day: FieldValue {
  public static var kind: FieldKind { .day }
  public init(from cells: inout CellReader) { self.init(number: Int(cells.integer())) }
  public func write(to cells: inout [Cell]) { cells.append(.integer(Int64(number))) }
  public func put(into output: any FieldOutput) { output.put(self) }
}

extension Moment: FieldValue {
  public static var kind: FieldKind { .moment }
  public init(from cells: inout CellReader) { self.init(milliseconds: cells.integer()) }
  public func write(to cells: inout [Cell]) { cells.append(.integer(milliseconds)) }
  public func put(into output: any FieldOutput) { output.put(self) }
  public var isBlank: Bool { milliseconds == 0 }
}

extension Money: FieldValue {
  public static var kind: FieldKind { .money }
  public static var cellCount: Int { 2 }
  public init(from cells: inout CellReader) {
    self.init(cents: cells.integer(), currency: cells.text())
  }
  public func write(to cells: inout [Cell]) {
    cells.append(.integer(cents))
    cells.append(.text(currency))
  }
  public func put(into output: any FieldOutput) { output.put(self) }
}

extension ID: FieldValue {
  public static var kind: FieldKind { .reference(Target.type) }
  public init(from cells: inout CellReader) { self.init(cells.integer()) }
  public func write(to cells: inout [Cell]) { cells.append(.integer(number)) }
  public func put(into output: any FieldOutput) { output.put(reference) }
  public var isBlank: Bool { number == 0 }
  public func forEachReference(_ visit: (Reference) -> Void) { visit(reference) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  public static var kind: FieldKind { Wrapped.kind }
  public static var formerWords: [String: String] { Wrapped.formerWords }
  public static var isOptional: Bool { true }
  public static var cellCount: Int { Wrapped.cellCount }
  public init(from cells: inout CellReader) {
    if cells.isAtNull {
      cells.skip(Wrapped.cellCount)
      self = nil
    } else {
      self = Wrapped(from: &cells)
    }
  }
  public func write(to cells: inout [Cell]) {
    if let value = self {
      value.write(to: &cells)
    } else {
      for _ in 0..<Wrapped.cellCount { cells.append(.null) }
    }
  }
  public func put(into output: any FieldOutput) {
    if let value = self { value.put(into: output) } else { output.absent() }
  }
  public var isBlank: Bool { self?.isBlank ?? true }
  public func forEachReference(_ visit: (Reference) -> Void) { self?.forEachReference(visit) }
}
