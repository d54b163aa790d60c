/// A community organization, union, employer association, government, consulate …
public struct Organization: Record, Mergeable {
  public static let type = RecordType.organization
  public static let defaultVisibility = Visibility.public
  public static let writers: Roles = [.staff]
  public static let filters = ["merged"]

  public var header = Header()
  public var name = LocalizedText()
  public var acronym: String?
  public var kind = StakeholderGroup.communityOrganization
  public var description: LocalizedText?
  public var regions: [String] = []
  public var municipality: String?
  /// Degrees north and east with a comma: `49.1042,-122.6604` (WGS 84).
  public var coordinates: String?
  public var sectors: [String] = []
  public var services: [String] = []
  /// BCP 47 tags of the languages in which it serves people: `es`, `tl`, `pa`.
  public var languagesOfService: [String] = []
  public var website: String?
  public var mergedInto: ID<Organization>?

  public init() {}

  public static let fields: [Field<Organization>] = [
    Field("name", \.name, [.required, .searched]),
    Field("acronym", \.acronym, [.searched]),
    Field("kind", \.kind),
    Field("description", \.description, [.prose, .searched]),
    Field("regions", \.regions),
    Field("municipality", \.municipality, [.searched]),
    Field("coordinates", \.coordinates),
    Field("sectors", \.sectors),
    Field("services", \.services),
    Field("languagesOfService", \.languagesOfService),
    Field("website", \.website),
    Field("mergedInto", \.mergedInto, [.system]),
  ]

  public var label: LocalizedText { name }
  public var scope: Scope { Scope(organization: id) }

  public func faults() -> [Fault] {
    guard let coordinates else { return [] }
    let parts = coordinates.split(separator: ",").map { Double($0.drop { $0 == " " }) }
    if parts.count == 2, let north = parts[0], let east = parts[1], abs(north) <= 90,
      abs(east) <= 180
    {
      return []
    }
    return [Fault("badCoordinates", at: "/coordinates")]
  }
}
