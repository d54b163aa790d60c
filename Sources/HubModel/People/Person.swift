/// Someone with a preferred language, an organization and a unique handle (`@facilitator`).
public struct Person: Record, Mergeable {
  public static let type = RecordType.person
  /// Those who have a duty of an organization say who else has one there, and nothing more.
  public static let writers: Roles = [
    .staff, .admin, .oneself, .liaison, .validator, .decisionMaker,
  ]
  public static let creators: Roles = [.staff, .admin]
  public static let filters = ["merged"]

  public var header = Header()
  /// Without the `@`: lower-case letters, digits and dashes.
  public var handle = ""
  public var name = ""
  /// What the person does: shown where names are not.
  public var function: LocalizedText?
  public var organization: ID<Organization>?
  public var preferredLanguage = PreferredLanguage.en
  public var email: String?
  /// What the person is for the organization.
  public var duties: [Duty] = []
  public var hubRole = HubRole.none
  public var mergedInto: ID<Person>?

  public init() {}

  public static let fields: [Field<Person>] = [
    Field("handle", \.handle, [.required, .unique, .searched]),
    Field("name", \.name, [.required, .searched]),
    Field("function", \.function, [.searched]),
    Field("organization", \.organization, link: .beside),
    Field("preferredLanguage", \.preferredLanguage),
    Field("email", \.email, [.unique, .confined]),
    Field("duties", \.duties),
    Field("hubRole", \.hubRole),
    Field("mergedInto", \.mergedInto, [.system]),
  ]

  public var label: LocalizedText { LocalizedText(en: name, fr: name) }
  public var scope: Scope { Scope(organization: organization, person: id) }

  public func faults() -> [Fault] {
    var faults: [Fault] = []
    if !handle.isEmpty, !Self.isHandle(handle) {
      faults.append(Fault("badHandle", at: "/handle", ["handle": handle]))
    }
    if let email, !email.contains("@") || email.contains(" ") {
      faults.append(Fault("badEmail", at: "/email"))
    }
    if !duties.isEmpty, organization == nil {
      faults.append(Fault("dutiesNeedOrganization", at: "/duties"))
    }
    return faults
  }

  /// Lower-case ASCII letters, digits and inner dashes, 2 to 40 of them, a letter first.
  public static func isHandle(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    guard (2...40).contains(bytes.count), let first = bytes.first, (0x61...0x7A).contains(first),
      bytes.last != 0x2D
    else { return false }
    return bytes.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }
}

/// The language in which the hub speaks to a person.
public enum PreferredLanguage: String, Choice {
  case en, fr
  public var language: Language { self == .en ? .en : .fr }
}

/// What a person is for an organization.
public enum Duty: String, Choice, Listed {
  /// Drafts a government's answers.
  case liaison
  /// Approves them.
  case validator
  /// Takes a funder's decisions.
  case decisionMaker

  public static var listKind: FieldKind { .choices(allCases.map(\.rawValue)) }
  public init?(word: Substring) { self.init(rawValue: String(word)) }
  public var word: String { rawValue }
}

/// What a person is for the hub itself.
public enum HubRole: String, Choice {
  case none, staff, admin
}
