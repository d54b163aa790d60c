import HubHTTP
import HubModel
import HubText

/// `POST /people/P-9/merge`, and the same for organizations and bodies: it is the same as another
/// one, or what merging the two would touch.
///
///     {"into": "P-5", "reason": "…", "dryRun": true}
///
/// It cannot be undone, so it wants the number of records that the dry run told:
/// `{"into": "P-5", "reason": "…", "records": 12}`.
enum MergeAPI {
  static let routes = [
    route(Organization.self), route(Person.self), route(Body.self),
  ]

  private static func route<R: MergeableStored>(_ type: R.Type) -> APIRoute {
    let kind = R.type.rawValue
    return APIRoute(
      .post, "\(API.root)/\(R.type.path)/{ref}/merge", name: "merge \(kind)",
      .writing { document(R.self, $0) }.asked(by: .admins).with { $0.company = .key }
    ) { try merge(R.self, $0) }
  }

  private static func merge<R: MergeableStored>(
    _ type: R.Type, _ context: Context
  ) throws -> Response {
    let id: ID<R> = try context.id()
    let asked = try Asked(context.request.json(), R.type)
    if asked.isDryRun || asked.records == nil {
      let plan = try context.hub.read(as: context.identity) {
        try Merge(id, into: ID<R>(asked.into.number), in: $0).plan(in: $0)
      }
      guard asked.isDryRun else {
        throw Refusal.invalid([
          Fault("mergeUnseen", at: "/records", ["records": String(plan.count)])
        ])
      }
      return .json(plan.written(dryRun: true))
    }
    return try context.write { writing in
      let merge = try Merge(id, into: ID<R>(asked.into.number), in: writing)
      let plan = try merge.plan(in: writing)
      guard plan.count == asked.records else {
        throw Refusal.conflict(
          Fault("mergeOutdated", at: "/records", ["records": String(plan.count)]))
      }
      try merge.carryOut(plan, reason: asked.reason, in: writing)
      return .json(plan.written(dryRun: false))
    }
  }

  /// What was sent.
  private struct Asked {
    let into: Reference
    let reason: String
    let records: Int?
    let isDryRun: Bool

    init(_ json: JSON, _ type: RecordType) throws {
      var members = try RequestMembers(json, known: ["into", "reason", "records", "dryRun"])
      let text = members.text("into")
      reason = members.text("reason")
      records = members.integer("records").map { Int($0) }
      isDryRun = members.flag("dryRun")
      let reference = Reference(text)
      if !text.isEmpty {
        if reference == nil { members.fault("badReference", "into", ["text": text]) }
        if let reference, reference.type != type {
          let arguments = ["ref": reference.description, "types": type.rawValue]
          members.fault("wrongReferenceType", "into", arguments)
        }
      }
      try members.finish()
      guard let reference else { throw Refusal.fault("badReference", at: "/into", ["text": text]) }
      into = reference
    }
  }
}
