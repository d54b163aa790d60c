/// Reads and sets one field of records whose other fields need not be known.
///
/// A record is lent by its address, because a copy of it for each of its fields costs more than
/// what is done with the field. The functions are made where the value's type is known: the same
/// code for any type, asking at run time what it has before it, takes several times as long. They
/// are told where the value is and capture nothing, so that threads which read the same kind of
/// record at the same time do not take turns at counting who holds what was captured.
public final class FieldPlace<Owner>: Sendable {
  private typealias Value = UnsafeRawPointer
  private typealias Room = UnsafeMutableRawPointer

  /// How many bytes into the record the value is.
  private let offset: Int
  private let writing: @Sendable (Value, inout [Cell]) -> Void
  private let putting: @Sendable (Value, any FieldOutput) -> Void
  private let loading: @Sendable (Room, inout CellReader) -> Void
  private let filling: @Sendable (Room, inout CellReader) -> Void
  private let looking: @Sendable (Value) -> Bool
  private let visiting: @Sendable (Value, (Reference) -> Void) -> Void

  /// - Parameter path: of a property that is stored in the record itself.
  init<T: FieldValue>(_ path: any WritableKeyPath<Owner, T> & Sendable) {
    guard let offset = MemoryLayout<Owner>.offset(of: path) else {
      preconditionFailure("\(path) is not stored in \(Owner.self)")
    }
    self.offset = offset
    writing = { $0.assumingMemoryBound(to: T.self).pointee.write(to: &$1) }
    putting = { $0.assumingMemoryBound(to: T.self).pointee.put(into: $1) }
    loading = { $0.assumingMemoryBound(to: T.self).pointee = T(from: &$1) }
    filling = { value, cells in
      if T.isOptional, cells.isAtNull {
        cells.skip(T.cellCount)
      } else {
        value.assumingMemoryBound(to: T.self).pointee = T(from: &cells)
      }
    }
    looking = { $0.assumingMemoryBound(to: T.self).pointee.isBlank }
    visiting = { $0.assumingMemoryBound(to: T.self).pointee.forEachReference($1) }
  }

  private func value(_ owner: UnsafePointer<Owner>) -> Value { Value(owner) + offset }
  private func room(_ owner: UnsafeMutablePointer<Owner>) -> Room { Room(owner) + offset }

  /// Appends the field's cells.
  public func write(_ owner: UnsafePointer<Owner>, to cells: inout [Cell]) {
    writing(value(owner), &cells)
  }

  /// Hands the field's value over as it is.
  public func put(_ owner: UnsafePointer<Owner>, into output: any FieldOutput) {
    putting(value(owner), output)
  }

  /// Sets the field from the next cells.
  public func load(_ owner: UnsafeMutablePointer<Owner>, from cells: inout CellReader) {
    loading(room(owner), &cells)
  }

  /// The same for a record that is new and has nothing in its optional fields.
  public func fill(_ owner: UnsafeMutablePointer<Owner>, from cells: inout CellReader) {
    filling(room(owner), &cells)
  }

  public func isBlank(_ owner: UnsafePointer<Owner>) -> Bool { looking(value(owner)) }

  /// Names each record that the field refers to.
  public func forEachReference(
    _ owner: UnsafePointer<Owner>, _ visit: (Reference) -> Void
  ) {
    visiting(value(owner), visit)
  }
}
