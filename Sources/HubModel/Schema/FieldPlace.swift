/// Reads and sets one field of records whose other fields need not be known.
///
/// A record is lent by its address, because a copy of it for each of its fields costs more than
/// what is done with the field.
public class FieldPlace<Owner>: @unchecked Sendable {
  // Unchecked: a class with subclasses; none of them has anything that changes.
  fileprivate init() {}

  /// Appends the field's cells.
  public func write(_ owner: UnsafePointer<Owner>, to cells: inout [Cell]) {}

  /// Hands the field's value over as it is.
  public func put(_ owner: UnsafePointer<Owner>, into output: any FieldOutput) {}

  /// Sets the field from the next cells.
  public func load(_ owner: UnsafeMutablePointer<Owner>, from cells: inout CellReader) {}

  public func isBlank(_ owner: UnsafePointer<Owner>) -> Bool { true }

  /// Names each record that the field refers to.
  public func forEachReference(
    _ owner: UnsafePointer<Owner>, _ visit: (Reference) -> Void
  ) {}
}

/// The place of a value whose type is known.
final class ValuePlace<Owner, Value: FieldValue>: FieldPlace<Owner>, @unchecked Sendable {
  // Unchecked, as the class above.
  private let path: WritableKeyPath<Owner, Value>
  /// How many bytes into the record the value is, where it is stored as such: reached ten times as
  /// fast as along the path.
  private let offset: Int?

  init(_ path: WritableKeyPath<Owner, Value>) {
    self.path = path
    offset = MemoryLayout<Owner>.offset(of: path)
  }

  private func value(_ owner: UnsafePointer<Owner>) -> Value {
    guard let offset else { return owner.pointee[keyPath: path] }
    return UnsafeRawPointer(owner).advanced(by: offset).assumingMemoryBound(to: Value.self)
      .pointee
  }

  override func write(_ owner: UnsafePointer<Owner>, to cells: inout [Cell]) {
    value(owner).write(to: &cells)
  }

  override func put(_ owner: UnsafePointer<Owner>, into output: any FieldOutput) {
    value(owner).put(into: output)
  }

  override func load(_ owner: UnsafeMutablePointer<Owner>, from cells: inout CellReader) {
    let value = Value(from: &cells)
    guard let offset else { return owner.pointee[keyPath: path] = value }
    UnsafeMutableRawPointer(owner).advanced(by: offset).assumingMemoryBound(to: Value.self)
      .pointee = value
  }

  override func isBlank(_ owner: UnsafePointer<Owner>) -> Bool { value(owner).isBlank }

  override func forEachReference(
    _ owner: UnsafePointer<Owner>, _ visit: (Reference) -> Void
  ) {
    value(owner).forEachReference(visit)
  }
}
