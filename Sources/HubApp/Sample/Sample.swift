package import HubModel
import HubResources
import HubSQL
import HubText

/// The sample network that ships with the hub: steps that are taken one after another, each by
/// somebody at a moment, through the same rules as everything else.
package enum Sample {
  /// Takes all steps in one transaction: all of the sample is there afterwards, or nothing.
  ///
  /// - Parameter progress: told how many steps of how many were taken.
  /// - Throws: `Refusal` as the step's own request would, with the file and the step's number.
  package static func load(
    into hub: Hub, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws {
    let files = try Resource.list(under: "sample").filter { $0.hasSuffix(".json") }.sorted().map {
      (name: $0, steps: try JSON(parsing: Resource.text($0) ?? "[]").array ?? [])
    }
    try load(files, into: hub, progress: progress)
  }

  /// Takes the steps of some files, one file after the other.
  static func load(
    _ files: [(name: String, steps: [JSON])], into hub: Hub,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws {
    let total = files.reduce(0) { $0 + $1.steps.count }
    try Storage.refusing {
      try hub.database.write { connection in
        var taker = StepTaker(connection, randomBytes: hub.randomBytes)
        var done = 0
        for file in files {
          for (index, step) in file.steps.enumerated() {
            do {
              try taker.take(step)
            } catch let refusal as Refusal {
              throw SampleFault(step: "\(file.name)#\(index + 1)", refusal: refusal)
            }
            done += 1
            progress(done, total)
          }
        }
      }
    }
  }
}

/// A step of the sample that the rules refuse: a fault of ours, told precisely.
package struct SampleFault: Error {
  package let step: String
  package let refusal: Refusal
}

/// Takes steps and remembers what their records are called.
private struct StepTaker {
  let connection: Connection
  let randomBytes: @Sendable (Int) -> [UInt8]
  var names = NamedReferences()

  init(_ connection: Connection, randomBytes: @escaping @Sendable (Int) -> [UInt8]) {
    self.connection = connection
    self.randomBytes = randomBytes
  }

  mutating func take(_ step: JSON) throws {
    guard let now = (step["at"]?.string).flatMap({ Moment($0) }),
      let handle = step["as"]?.string?.dropFirst()
    else { throw Refusal.malformed([Fault("required", at: "/at", ["field": "at"])]) }
    let writing = try writing(as: String(handle), at: now)
    let record = names.replaced(in: step["record"] ?? [:])
    if let path = step["create"]?.string,
      let type = RecordType.allCases.first(where: { $0.path == path }),
      let subject = Subjects.of(type)
    {
      let reference = try Self.create(subject, record, in: writing)
      if let name = step["name"]?.string { names.add(name, reference.description) }
      if type == .network, reference.number == 1 { try createAdmin(in: writing) }
    } else if let name = step["move"]?.string, let reference = names.reference(name),
      let subject = Subjects.of(reference.type)
    {
      var members = record.object ?? []
      for key in ["to", "reason"] {
        if let value = step[key] { members.append(JSON.Member(name: key, value: value)) }
      }
      try Self.move(subject, reference, .object(members), in: writing)
    } else if let name = step["patch"]?.string, let reference = names.reference(name),
      let subject = Subjects.of(reference.type)
    {
      try Self.patch(subject, reference, record, in: writing)
    } else {
      throw Refusal.malformed([Fault("unknownStep")])
    }
  }

  /// Before the first network there is nobody: it is the hub itself that makes it and its admin.
  private func writing(as handle: String, at now: Moment) throws -> Writing {
    let isEmpty = try Directory.nextNumber(of: .person, connection) == 1
    let identity = isEmpty ? Identity.founder : .person(handle)
    let caller = try Caller.load(identity, on: now, from: connection)
    return Writing(connection, caller: caller, now: now, randomBytes: randomBytes)
  }

  private func createAdmin(in writing: Writing) throws {
    var admin = Person()
    admin.header.network = ID(1)
    admin.handle = "admin"
    admin.name = "Hub administrator"
    admin.function = LocalizedText(en: "Hub administrator", fr: "Administration du hub")
    admin.hubRole = .admin
    admin.header.illustrative = true
    try writing.create(admin)
  }

  private static func create<R: Stored>(_ type: R.Type, _ json: JSON, in writing: Writing) throws
    -> Reference
  { try writing.create(type, from: json).reference }

  private static func move<R: Stored>(
    _ type: R.Type, _ reference: Reference, _ json: JSON, in writing: Writing
  ) throws { _ = try writing.move(ID<R>(reference.number), by: json, expecting: nil) }

  private static func patch<R: Stored>(
    _ type: R.Type, _ reference: Reference, _ json: JSON, in writing: Writing
  ) throws {
    try writing.edit(ID<R>(reference.number)) { try RecordJSON.apply(json, to: &$0, in: writing) }
  }
}
