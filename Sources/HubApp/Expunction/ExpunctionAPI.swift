import HubHTTP
import HubModel
import HubText

/// `POST /expunctions`: takes a text or a person out of everything, or says what that would touch.
///
///     {"text": "…" | "person": "P-3", "reason": "…", "dryRun": true}
enum ExpunctionAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .post, "\(API.root)/expunctions", name: "expunge",
        .writing(document).asked(by: .admins).with {
          // An answer that is kept could bring back what was taken out.
          $0.company = .refused(fault: "expunctionAlone")
        }, handler: expunge)
    ]
  }

  private static func expunge(_ context: Context) throws -> Response {
    let json = try context.request.json()
    let report = try context.hub.expunge(
      try expunction(from: json), as: context.identity, dryRun: try flag("dryRun", in: json))
    return .json(write(report))
  }

  private static func expunction(from json: JSON) throws -> Expunction {
    let members = json.object ?? []
    var faults = members.filter { !["text", "person", "reason", "dryRun"].contains($0.name) }.map {
      Fault(
        "unknownField", at: "/\($0.name)",
        ["word": $0.name, "known": "text, person, reason, dryRun"])
    }
    // What is taken out is gone for good: nothing that was sent along is passed over.
    for member in members where ["text", "person", "reason"].contains(member.name) {
      if member.value.string == nil {
        faults.append(Fault("wrongType", at: "/\(member.name)", ["wanted": "text"]))
      }
    }
    var target: Expunction.Target?
    switch (json["text"]?.string, json["person"]?.string) {
    case (let text?, nil): target = .text(text)
    case (nil, let word?):
      if let id = Reference(word).flatMap({ ID<Person>($0) }) { target = .person(id) }
      if target == nil, faults.isEmpty { throw Refusal.notFound(word) }
    default: faults.append(Fault("textOrPerson", at: "/text"))
    }
    guard let target, faults.isEmpty else { throw Refusal.invalid(faults) }
    return Expunction(target, reason: json["reason"]?.string ?? "")
  }

  /// A dry run must not become a real one by a misspelled value.
  private static func flag(_ name: String, in json: JSON) throws -> Bool {
    guard let value = json[name], !value.isNull else { return false }
    guard let flag = value.bool else {
      throw Refusal.invalid([Fault("wrongType", at: "/\(name)", ["wanted": "flag"])])
    }
    return flag
  }

  private static func write(_ report: Expunction.Report) -> JSONWriter {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("dryRun")
    writer.bool(report.dryRun)
    writer.key("places")
    writer.integer(Int64(report.places))
    writer.key("entries")
    writer.integer(Int64(report.entries))
    writer.key("records")
    writer.beginArray()
    for touched in report.records {
      writer.beginObject()
      writer.key("ref")
      if let reference = touched.reference {
        writer.string(reference.description)
      } else {
        writer.null()
      }
      writer.key("places")
      writer.integer(Int64(touched.places))
      writer.endObject()
    }
    writer.endArray()
    writer.key("erased")
    writer.bool(report.isErased)
    writer.endObject()
    return writer
  }
}
