import HubModel

@testable import HubApp

/// A record of any kind with something in its fields, made from the field list alone, so that a
/// subject that is added is held to the same tests without a word about it here.
enum Specimen {
  /// What the rules want more exactly than the field's kind says.
  static let texts = [
    "timeZone": "America/Vancouver", "coordinates": "49.1042,-122.6604",
    "hour": "18:00", "website": "https://example.org", "link": "https://example.org",
    "printedLabel": "2.1",
    "due": "2019-06", "nextMeetingHour": "18:00",
  ]
  static let words = [
    "languages": "en,fr", "interpretation": "es", "languagesOfService": "es,tl",
    "fiscalYears": "2019-2020,2020-2021", "period": "2019-H1",
    "leavingOut": "2019-06-11",
  ]
  static let numbers: [String: Int64] = ["count": 1]
  /// Whether a moment ends what another one begins.
  private static func isOfAnEnd(_ name: String) -> Bool {
    name.hasPrefix("end") || ["leftAt", "adjournedAt"].contains(name)
  }
  /// The day that follows from what is said of when something is due.
  static let days: [String: Int64] = ["dueOn": 18_077]
  /// What makes of a record a case of its own: one that was merged stands in no list, what was added
  /// at the meeting on no agenda; a casting vote needs a tie, and a motion amends another and names
  /// nobody at a forum; who has no account is seen there by the body alone.
  static let cases: Set = [
    "addedAtMeeting", "mergedInto", "castingVote", "rollCall", "amends", "covers", "mover",
    "moverName", "seconder", "seconderName", "assigneeName",
    // Of somebody without an account, or of people who were counted; a region has one form, and
    // nobody comes and leaves who is represented.
    "attendance.arrivedAt", "attendance.leftAt",
    "attendance.name", "attendance.function", "attendance.organizationName", "attendance.guest",
    "attendance.approximate", "attendance.region", "attendance.proxyName",
    // What comes with the contents of a document, which has no link then.
    "fileName", "mediaType", "size", "digests",
  ]
  /// The word that every searched text holds.
  static let word = "zebra"

  /// The numbers to which a specimen refers: the first of every kind, but never itself.
  static func first<R: Record>(_ type: R.Type) -> (RecordType) -> Int64 {
    { $0 == R.type ? 2 : 1 }
  }

  /// Every field filled, the references with the number that `number` gives to their type.
  ///
  /// - Parameter serial: makes what must be unique so.
  static func full<R: Record>(
    _ type: R.Type, serial: Int = 1, number: ((RecordType) -> Int64)? = nil
  ) -> R {
    fill(
      R.fields.filter {
        !cases.contains($0.name) && !cases.contains("\(R.type.rawValue).\($0.name)")
      }, of: R.self, serial, number ?? first(R.self))
  }

  /// Only what is required, of callers or of the hub itself.
  static func bare<R: Record>(
    _ type: R.Type, serial: Int = 1, number: ((RecordType) -> Int64)? = nil
  ) -> R {
    let fields = R.fields.filter {
      $0.traits.contains(.required)
        || $0.traits.isDisjoint(with: [.optional]) && $0.isBlank(R())
          && $0.traits.contains(.system)
        // What the hub takes from the network where nobody says it.
        || $0.name == "timeZone"
    }
    return fill(fields, of: R.self, serial, number ?? first(R.self))
  }

  private static func fill<R: Record>(
    _ fields: [Field<R>], of type: R.Type, _ serial: Int,
    _ number: @escaping (RecordType) -> Int64
  ) -> R {
    var record = R()
    record.header.network = ID(1)
    record.header.version = 1
    record.header.state = R.lifeCycle?.initial ?? ""
    record.header.visibility = R.defaultVisibility
    for field in fields {
      var source = CellReader(cells(field, serial, number))
      field.load(&record, from: &source)
    }
    return record
  }

  static func cells<R: Record>(
    _ field: Field<R>, _ serial: Int = 1, _ number: ((RecordType) -> Int64)? = nil
  ) -> [Cell] {
    let name = field.name
    let number = number ?? first(R.self)
    switch field.kind {
    case .text:
      if name == "email" { return [.text("specimen-\(serial)@example.org")] }
      if name == "handle" { return [.text("specimen-\(serial)")] }
      return [.text(texts[name] ?? "\(word) \(name)")]
    case .localized:
      return [.text("\(word) \(name)"), .text("\(word) \(name) « é »"), .null]
    case .integer: return [.integer(numbers[name] ?? 3)]
    case .flag: return [.integer(1)]
    case .day: return [.integer(days[name] ?? 18_050)]
    case .moment: return [.integer(1_559_577_600_000 + (isOfAnEnd(name) ? 7_200_000 : 0))]
    case .money: return [.integer(12_500_050), .text("CAD")]
    case .reference(let type): return [.integer(number(type))]
    case .anyReference(let types):
      let type = types.contains(.recommendation) ? .recommendation : types[0]
      return [.text(type.rawValue), .integer(number(type))]
    case .references(let types): return [.text(Reference(types[0], number(types[0])).description)]
    case .choice(let words): return [.text(words[words.count - 1])]
    case .choices(let words): return [.text(words.joined(separator: ","))]
    case .words: return [.text(words[name] ?? "alpha,bêta")]
    case .names: return [.text("Zebra Roe (\(word) function%2C Ministry)")]
    case .votes: return [.text("union=5/0/1,=12/2/0")]
    }
  }
}

extension RecordType {
  /// The subject that keeps records of this type, or an error that names it.
  var subject: any Stored.Type {
    get throws {
      guard let subject = Subjects.of(self) else { throw Refusal.notFound(rawValue) }
      return subject
    }
  }
}
