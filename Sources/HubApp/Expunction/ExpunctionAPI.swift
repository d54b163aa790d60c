import HubHTTP
import HubModel
import HubText

/// `POST /expunctions`: takes a text or a person out of everything, or says what that would touch.
///
///     {"text": "…" | "person": "P-3", "also": ["…"], "reason": "…", "dryRun": true}
///
/// To be carried out it wants the number of places that the dry run told, so that nobody takes out
/// what they have not seen: `{"text": "…", "reason": "…", "places": 6}`.
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
    let expunction = try expunction(from: json)
    let dryRun = try flag("dryRun", in: json)
    let told = try places(in: json)
    let report = try context.hub.expunge(
      expunction, as: context.identity, told: told, dryRun: dryRun || told == nil)
    guard dryRun || told != nil else {
      throw Refusal.invalid([Fault("expunctionUnseen", at: "/places")])
    }
    return .json(write(report))
  }

  private static let members = ["text", "person", "also", "reason", "places", "dryRun"]

  private static func expunction(from json: JSON) throws -> Expunction {
    let members = json.object ?? []
    var faults = members.filter { !Self.members.contains($0.name) }.map {
      Fault(
        "unknownField", at: "/\($0.name)",
        ["word": $0.name, "known": Self.members.joined(separator: ", ")])
    }
    // What is taken out is gone for good: nothing that was sent along is passed over.
    for member in members where ["text", "person", "reason"].contains(member.name) {
      if member.value.string == nil {
        faults.append(Fault("wrongType", at: "/\(member.name)", ["wanted": "text"]))
      }
    }
    let also = json["also"].map { $0.array?.map(\.string) ?? [nil] } ?? []
    if also.contains(nil) {
      faults.append(Fault("wrongType", at: "/also", ["wanted": "list"]))
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
    return Expunction(
      target, also: also.compactMap(\.self), reason: json["reason"]?.string ?? "")
  }

  private static func places(in json: JSON) throws -> Int? {
    guard let value = json["places"], !value.isNull else { return nil }
    guard let places = value.integer else {
      throw Refusal.invalid([Fault("wrongType", at: "/places", ["wanted": "integer"])])
    }
    return Int(places)
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
    writer.key("common")
    writer.bool(report.isCommon)
    writer.key("records")
    writer.beginArray()
    for touched in report.records { write(touched, to: &writer) }
    writer.endArray()
    writer.key("near")
    writer.beginArray()
    for spelling in report.near {
      writer.beginObject()
      writer.member("text", spelling.text)
      writer.member("places", spelling.places)
      writer.endObject()
    }
    writer.endArray()
    writer.key("erased")
    writer.bool(report.isErased)
    writer.key("left")
    if let left = report.left { writer.string(left.code) } else { writer.null() }
    writer.key("copies")
    writer.beginArray()
    for name in report.copies { writer.string(name) }
    writer.endArray()
    writer.key("documents")
    writer.beginArray()
    for found in report.documents {
      writer.beginObject()
      writer.member("ref", found.document.description)
      writer.member("edition", found.edition)
      writer.endObject()
    }
    writer.endArray()
    writer.key("packed")
    writer.list(report.packed.map(\.description))
    writer.endObject()
    return writer
  }

  private static func write(_ touched: Expunction.Touched, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("ref")
    if let reference = touched.reference {
      writer.string(reference.description)
    } else {
      writer.null()
    }
    writer.member("places", touched.places)
    writer.member("fields", touched.fields)
    for (name, numbers) in [
      ("editions", touched.editions.map(Int64.init)), ("entries", touched.entries),
    ] {
      writer.key(name)
      writer.beginArray()
      for number in numbers { writer.integer(number) }
      writer.endArray()
    }
    writer.endObject()
  }
}
