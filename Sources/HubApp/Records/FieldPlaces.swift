import HubModel

/// The places of some fields, in their order.
///
/// They are held here, and handed out uncounted: each is reached for once for each record, and to
/// count that costs more than what is done with the field.
struct FieldPlaces<R: Record>: Sendable {
  private let held: [FieldPlace<R>]
  private let uncounted: [Unmanaged<FieldPlace<R>>]

  init(_ fields: [Field<R>]) {
    held = fields.map(\.place)
    uncounted = held.map(Unmanaged.passUnretained)
  }

  /// Hands over one after the other.
  @inline(__always) func forEach(_ body: (FieldPlace<R>) -> Void) {
    withExtendedLifetime(held) {
      for place in uncounted { place._withUnsafeGuaranteedRef(body) }
    }
  }
}
