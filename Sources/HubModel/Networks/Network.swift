/// One jurisdiction's network, such as a province's pilot; a hub can hold several.
public struct Network: Record {
  public static let type = RecordType.network
  public static let belongsToNetwork = false
  public static let defaultVisibility = Visibility.public
  public static let writers: Roles = [.staff, .admin]
  public static let creators: Roles = .admin

  public var header = Header()
  public var name = LocalizedText()
  public var jurisdiction = LocalizedText()
  public var description: LocalizedText?
  /// The languages in which a text must be there before it goes public.
  public var languages = ["en", "fr"]
  /// IANA name: `America/Vancouver`.
  public var timeZone = "America/Toronto"
  public var startsOn: Day?
  public var endsOn: Day?
  public var budget: Money?

  public init() {}

  public static let fields: [Field<Network>] = [
    Field("name", \.name, [.required, .searched]),
    Field("jurisdiction", \.jurisdiction, [.required]),
    Field("description", \.description, [.prose, .searched]),
    Field("languages", \.languages, [.required]),
    Field("timeZone", \.timeZone, [.required]),
    Field("startsOn", \.startsOn),
    Field("endsOn", \.endsOn),
    Field("budget", \.budget),
  ]

  public var label: LocalizedText { name }
  public var scope: Scope { Scope() }

  public func faults() -> [Fault] {
    var faults = Check.order(startsOn, endsOn, at: "/endsOn")
    if languages.contains(where: { Language(rawValue: $0) == nil }) {
      faults.append(Fault("unknownLanguage", at: "/languages"))
    }
    return faults + Check.timeZone(timeZone, at: "/timeZone")
  }
}
