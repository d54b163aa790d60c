/// Reads and sets one field of records whose other fields need not be known.
///
/// A record is lent by its address, because a copy of it for each of its fields costs more than
/// what is done with the field. The functions are made where the value's type is known: the same
/// code for any type, asking at run time what it has before it, takes several times as long. A
/// class, so that a loop over places holds one thing each time and not all the functions.
public final class FieldPlace<Owner>: Sendable {
  private let writing: @Sendable (UnsafePointer<Owner>, inout [Cell]) -> Void
  private let putting: @Sendable (UnsafePointer<Owner>, any FieldOutput) -> Void
  private let loading: @Sendable (UnsafeMutablePointer<Owner>, inout CellReader) -> Void
  private let filling: @Sendable (UnsafeMutablePointer<Owner>, inout CellReader) -> Void
  private let looking: @Sendable (UnsafePointer<Owner>) -> Bool
  private let visiting: @Sendable (UnsafePointer<Owner>, (Reference) -> Void) -> Void

  init<Value: FieldValue>(_ path: any WritableKeyPath<Owner, Value> & Sendable) {
    let place = ValuePlace(path: path, offset: MemoryLayout<Owner>.offset(of: path))
    writing = { place.value($0).write(to: &$1) }
    putting = { place.value($0).put(into: $1) }
    loading = { place.set($0, Value(from: &$1)) }
    filling = { owner, cells in
      if Value.isOptional, cells.isAtNull {
        cells.skip(Value.cellCount)
      } else {
        place.set(owner, Value(from: &cells))
      }
    }
    looking = { place.value($0).isBlank }
    visiting = { place.value($0).forEachReference($1) }
  }

  /// Appends the field's cells.
  public func write(_ owner: UnsafePointer<Owner>, to cells: inout [Cell]) {
    writing(owner, &cells)
  }

  /// Hands the field's value over as it is.
  public func put(_ owner: UnsafePointer<Owner>, into output: any FieldOutput) {
    putting(owner, output)
  }

  /// Sets the field from the next cells.
  public func load(_ owner: UnsafeMutablePointer<Owner>, from cells: inout CellReader) {
    loading(owner, &cells)
  }

  /// The same for a record that is new and has nothing in its optional fields.
  public func fill(_ owner: UnsafeMutablePointer<Owner>, from cells: inout CellReader) {
    filling(owner, &cells)
  }

  public func isBlank(_ owner: UnsafePointer<Owner>) -> Bool { looking(owner) }

  /// Names each record that the field refers to.
  public func forEachReference(
    _ owner: UnsafePointer<Owner>, _ visit: (Reference) -> Void
  ) {
    visiting(owner, visit)
  }
}

/// Where a value of a known type is in a record.
private struct ValuePlace<Owner, Value>: Sendable {
  let path: any WritableKeyPath<Owner, Value> & Sendable
  /// How many bytes into the record the value is, where it is stored as such: reached ten times as
  /// fast as along the path.
  let offset: Int?

  func value(_ owner: UnsafePointer<Owner>) -> Value {
    guard let offset else { return owner.pointee[keyPath: path] }
    return UnsafeRawPointer(owner).advanced(by: offset).assumingMemoryBound(to: Value.self)
      .pointee
  }

  func set(_ owner: UnsafeMutablePointer<Owner>, _ value: Value) {
    guard let offset else { return owner.pointee[keyPath: path] = value }
    UnsafeMutableRawPointer(owner).advanced(by: offset).assumingMemoryBound(to: Value.self)
      .pointee = value
  }
}
