import HubModel
import HubSQL
import HubTestKit

@testable import HubApp

/// A hub in memory with two records of every kind, all fields filled, naming each other. They are
/// put there beside the rules: what the rules say is tested on the first of each kind.
struct World {
  let test: TestHub

  /// One for all who change nothing in it.
  static var shared: World {
    get throws { try kept.get() }
  }

  private static let kept = Result { try World() }

  /// The hub of another story, to try things out in.
  init(test: TestHub) { self.test = test }

  init() throws {
    test = try TestHub()
    try test.hub.write(as: .founder) { writing in
      try writing.connection.execute("PRAGMA defer_foreign_keys = ON", [])
      for number: Int64 in [1, 2] {
        for subject in Subjects.all { try Self.put(subject, number, in: writing) }
      }
      // The links need both ends: once more, now that all are there.
      for subject in Subjects.all { try Self.link(subject, in: writing) }
    }
  }

  private static func put<R: Stored>(
    _ type: R.Type, _ number: Int64, in writing: Writing
  ) throws {
    // The first ones belong together, and so do the second ones.
    var record = Specimen.full(R.self, serial: Int(number)) {
      $0 == R.type ? 3 - number : $0 == .network || $0 == .person ? 1 : number
    }
    record.header.number = number
    record.header.created = writing.now
    record.header.modified = writing.now
    record.header.author = ID(1)
    _ = try writing.put(record, former: nil, Act(.create))
  }

  private static func link<R: Stored>(_ type: R.Type, in writing: Writing) throws {
    for record in try writing.loadAll(R.self, where: "1 = 1") {
      guard let entry = try Directory.id(of: record.reference, writing.connection)
      else { continue }
      try Links.replace(by: DerivedLink.all(of: record), of: entry, writing)
    }
  }

  /// Tries something out and undoes it: what `body` answers, or the refusal it ran into.
  func trying<T>(as identity: Identity = .founder, _ body: (Writing) throws -> T) throws
    -> Result<T, Refusal>
  {
    var result: Result<T, Refusal>?
    do {
      try test.hub.write(as: identity) { writing in
        do {
          result = .success(try body(writing))
        } catch let refusal as Refusal {
          result = .failure(refusal)
        }
        throw Undo()
      }
    } catch is Undo {}
    guard let result else { throw Undo() }
    return result
  }

  struct Undo: Error {}
}

extension Result where Failure == Refusal {
  /// The refusal, if it was refused.
  var refusal: Refusal? {
    if case .failure(let refusal) = self { refusal } else { nil }
  }
}

extension Refusal {
  /// Every fault that it tells.
  var faults: [Fault] {
    switch self {
    case .invalid(let faults), .malformed(let faults): faults
    case .notAllowed(let fault), .conflict(let fault), .unavailable(let fault): [fault]
    case .notFound, .signInRequired, .stale, .versionRequired: []
    }
  }
}
