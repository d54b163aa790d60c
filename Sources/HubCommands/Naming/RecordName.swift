import HubConsole
import HubModel
import HubWords

/// A record as people name it where a reference is asked: `@rosa`, “Workers’ Forum”.
///
/// It is looked up among what the caller may see, and nothing is guessed: what several are called is
/// refused with all of them, and what was understood is told.
struct RecordName: Sendable {
  let text: String
  /// How the person wrote what takes it: `--body`.
  private let taker: String
  /// Those that are asked for; all when there are none.
  private let types: [RecordType]

  init(_ text: String, for taker: String, of types: [RecordType]) {
    self.text = text
    self.taker = taker
    self.types = types
  }

  /// Whether it can be the handle of somebody who is asked for, although it looks like a reference.
  var canBeHandle: Bool { takesPeople && Person.isHandle(text) && !text.contains("-") }

  /// Whether something that is asked for has a name that this can be.
  var canBeLookedUp: Bool {
    guard !text.allSatisfy(\.isWhitespace) else { return false }
    return text.hasPrefix("@") ? takesPeople : types.isEmpty || types.contains(where: \.hasName)
  }

  private var takesPeople: Bool { types.isEmpty || types.contains(.person) }

  /// The record that is called so.
  ///
  /// - Throws: a failure that names those that it may be, where it is not exactly one.
  func find(in call: Invocation) throws -> Reference {
    if text.hasPrefix("@") { return try person(in: call) }
    let namesakes = Namesakes(call)
    let asked = types.isEmpty ? RecordType.allCases : types
    let candidates = try namesakes.all(asked, for: text)
    let found = candidates.filter { $0.isCalled(text) }
    if found.count == 1, let only = found.first {
      call.note(call.words("name.understood", ["value": text, "record": only.text]))
      return only.reference
    }
    guard found.isEmpty else { throw failure(.refused, "name.several", found, call) }
    throw failure(.notFound, "name.unknown", near(candidates), call)
  }

  /// By the handle alone.
  private func person(in call: Invocation) throws -> Reference {
    let handle = text.dropFirst().lowercased()
    let namesakes = Namesakes(call)
    if let found = try namesakes.person(handle: handle) { return found.reference }
    let people = try namesakes.all([.person], for: handle)
    let nearest = Nearest.word(to: handle, among: people.compactMap(\.handle))
    throw failure(.notFound, "name.unknown", people.filter { $0.handle == nearest }, call)
  }

  /// Those that were perhaps meant: what is nearly the same, else what holds all of the words.
  private func near(_ candidates: [Namesake]) -> [Namesake] {
    let nearest = Nearest.word(to: text, among: candidates.flatMap(\.names))
    let similar = candidates.filter { nearest.map($0.names.contains) ?? false }
    return similar.isEmpty
      ? candidates.filter { $0.names.contains { Naming.holds($0, wordsOf: text) } } : similar
  }

  private func failure(
    _ status: ExitStatus, _ key: String, _ candidates: [Namesake], _ call: Invocation
  ) -> Failure {
    var arguments = ["name": taker, "value": text]
    guard !candidates.isEmpty else { return Failure(status, [call.words(key, arguments)]) }
    var shown = candidates.prefix(Self.most).map(\.text).joined(separator: ", ")
    if candidates.count > Self.most { shown += ", …" }
    arguments["candidates"] = shown
    return Failure(
      status, [call.words(key == "name.unknown" ? "name.unknownNear" : key, arguments)])
  }

  /// How many are told of.
  private static let most = 8
}

extension RecordType {
  /// Whether people call its records by a name or a title.
  var hasName: Bool { nameField != nil }

  /// The field that is the name: `name`, or `title`.
  var nameField: String? {
    let fields = Kinds.kind(of: self).fieldSummaries.map(\.name)
    return ["name", "title"].first(where: fields.contains)
  }
}
