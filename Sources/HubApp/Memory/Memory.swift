import HubModel

/// What the process remembers of the records between requests, so that it need not ask again. Who
/// may see it is decided anew each time.
///
/// Of everything in this room one of two things is true. It never changes and never goes: the keys
/// of an audience, the id of an entry. Or it holds for one state of the data, is kept with that
/// state's version (`Database.version`), and is forgotten with the first look after a commit.
struct Memory: Sendable {
  /// What a record is called, and who may see it.
  struct Label: Sendable {
    let audience: Int64
    let text: LocalizedText
  }

  /// A record beside another one along the chain, and who may see it.
  struct Neighbour: Sendable {
    let audience: Int64
    let reference: Reference
  }

  let audiences: KnownAudiences
  let entries: KnownEntries
  /// As long as nothing is committed.
  let labels: Kept<Reference, Label>
  /// Likewise, of each record those beside it, in their order.
  let neighbours: Kept<Reference, [Neighbour]>

  init() {
    audiences = KnownAudiences()
    entries = KnownEntries()
    labels = Kept(most: 4 << 20)
    neighbours = Kept(most: 4 << 20)
  }

  private init(within memory: Memory) {
    audiences = KnownAudiences(over: memory.audiences)
    entries = KnownEntries(over: memory.entries)
    labels = memory.labels
    neighbours = memory.neighbours
  }

  /// For a transaction that writes: what it sees may yet be undone, and must not be remembered.
  var ofTransaction: Memory { Memory(within: self) }
}
