import HubModel
import HubWords

/// A column of a table of one kind of record: a field, or one language of it, under the same name
/// in and out.
struct ImportColumn: Sendable, Hashable {
  /// What of the field it holds.
  enum Part: Sendable, Hashable {
    case whole
    case language(Language)
  }

  /// `startsAt`, `title_fr`.
  let name: String
  /// The member of the record's JSON: `title`.
  let member: String
  let kind: FieldKind
  let part: Part
  /// Whether there is no record without it.
  let isRequired: Bool

  /// The columns of a kind in the order in which people read them: the reference, its fields, and
  /// what every record has.
  static func all<R: Stored>(of type: R.Type) -> [ImportColumn] {
    var columns = [ImportColumn("ref", .text)]
    for field in R.fields where !field.traits.contains(.system) && field.kind != .votes {
      let isRequired = field.traits.contains(.required) && field.isBlank(R())
      if case .localized = field.kind {
        columns += Language.allCases.map {
          ImportColumn(
            name: "\(field.name)_\($0.rawValue)", member: field.name, kind: field.kind,
            part: .language($0), isRequired: isRequired)
        }
      } else {
        columns.append(
          ImportColumn(
            name: field.name, member: field.name, kind: field.kind, part: .whole,
            isRequired: isRequired))
      }
    }
    if let lifeCycle = R.lifeCycle { columns.append(.init("state", .choice(lifeCycle.states))) }
    columns.append(.init("visibility", .choice(Visibility.allCases.map(\.rawValue))))
    if R.belongsToNetwork { columns.append(.init("network", .reference(.network))) }
    return columns
  }

  private init(_ name: String, _ kind: FieldKind) {
    (self.name, member, self.kind, part, isRequired) = (name, name, kind, .whole, false)
  }

  private init(
    name: String, member: String, kind: FieldKind, part: Part, isRequired: Bool
  ) {
    self.name = name
    self.member = member
    self.kind = kind
    self.part = part
    self.isRequired = isRequired
  }

  /// Whether it holds a text of many lines.
  var isProse: Bool { kind == .localized(prose: true) }

  /// What people call it: “Title (French)”.
  func label(in words: Words, of type: RecordType) -> String {
    let label = fieldLabel(in: words, of: type)
    guard case .language(let language) = part else { return label }
    return "\(label) (\(words.name(of: language)))"
  }

  private func fieldLabel(in words: Words, of type: RecordType) -> String {
    member == "network" ? words.type(.network) : words.field(member, of: type)
  }

  /// What it may be called at the head of a table, without blanks, accents and capitals.
  func names(of type: RecordType) -> Set<String> {
    var names: Set<String> = [Naming.letters(name)]
    for words in [Words(.en), Words(.fr)] {
      for own in [member, fieldLabel(in: words, of: type)] + others(in: words, of: type) {
        guard case .language(let language) = part else {
          names.insert(Naming.letters(own))
          continue
        }
        names.insert(Naming.letters(own + language.rawValue))
        for speaking in [Words(.en), Words(.fr)] {
          names.insert(Naming.letters(own + speaking.name(of: language)))
        }
      }
    }
    return names
  }

  /// What it is called without saying in which language it is; nil where that makes no difference.
  func nameWithoutLanguage(of type: RecordType) -> Set<String>? {
    guard part != .whole else { return nil }
    let labels = [Words(.en), Words(.fr)].flatMap {
      [fieldLabel(in: $0, of: type)] + others(in: $0, of: type)
    }
    return Set(([member] + labels).map { Naming.letters($0) })
  }

  /// Further words for it: “since” for the first day of a membership.
  private func others(in words: Words, of type: RecordType) -> [String] {
    var others =
      words.has("alias.\(type.rawValue).\(member)")
      ? words("alias.\(type.rawValue).\(member)").split(separator: "|").map(String.init) : []
    for suffix in ["On", "At"] where member.hasSuffix(suffix) && kind != .flag {
      others.append(String(member.dropLast(2)))
    }
    return others
  }
}
