import HubModel
import HubText

// How the values of the domain are spelled in JSON.
extension JSONWriter {
  /// One member with a text.
  mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// One member with a number.
  mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(Int64(value))
  }

  mutating func list(_ words: [String]) {
    beginArray()
    for word in words { string(word) }
    endArray()
  }

  /// A reference, or null.
  mutating func reference(_ reference: Reference?) {
    guard let reference else { return null() }
    ascii(Reference.mostBytes) { reference.spell($0) }
  }

  mutating func references(_ references: some Sequence<Reference>) {
    beginArray()
    for reference in references { self.reference(reference) }
    endArray()
  }

  mutating func day(_ day: Day) { ascii(Day.mostBytes) { day.spell($0) } }

  mutating func moment(_ moment: Moment) { ascii(Moment.mostBytes) { moment.spell($0) } }

  /// A text in two languages.
  mutating func localized(_ text: LocalizedText) {
    beginObject()
    member(.en, text.en)
    member(.fr, text.fr)
    endObject()
  }

  mutating func member(_ name: JSONName, _ value: String) {
    key(name)
    string(value)
  }
}

extension JSONName {
  static let ref = JSONName("ref")
  static let type = JSONName("type")
  static let state = JSONName("state")
  static let visibility = JSONName("visibility")
  static let network = JSONName("network")
  static let sharedWith = JSONName("sharedWith")
  static let illustrative = JSONName("illustrative")
  static let created = JSONName("created")
  static let modified = JSONName("modified")
  static let version = JSONName("version")
  static let links = JSONName("links")
  static let can = JSONName("can")
  static let moves = JSONName("moves")
  static let verb = JSONName("verb")
  static let to = JSONName("to")
  static let needs = JSONName("needs")
  static let accepts = JSONName("accepts")
  static let en = JSONName("en")
  static let fr = JSONName("fr")
  static let stale = JSONName("stale")
  static let amount = JSONName("amount")
  static let currency = JSONName("currency")
}
