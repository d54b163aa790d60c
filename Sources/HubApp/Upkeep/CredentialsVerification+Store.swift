import HubModel
import HubSQL
import HubText

/// Looks for every token, password, invitation and session in the history: what was put into a
/// table past the hub, or changed there, is in none of its entries.
struct CredentialsVerification {
  private let connection: Connection
  private let findings: Findings
  /// What stands in the tables, by its seal.
  private var rows: [String: Sealed] = [:]
  /// The seals of which the history says that they let in now.
  private var held: Set<String> = []
  /// The last password of each person.
  private var passwords: [Int64: String] = [:]
  private var tokens: [Int64: Set<Int64>] = [:]
  private var revoked: Set<Int64> = []

  init(_ connection: Connection, findings: Findings) throws {
    self.connection = connection
    self.findings = findings
    for kind in Sealed.Kind.allCases {
      try Sealed.forEach(kind, connection) { rows[$0.seal] = $0 }
    }
  }

  mutating func run() throws {
    guard !rows.isEmpty else { return }
    let acts: [Act.Kind] = [
      .makeToken, .revokeToken, .setPassword, .invite, .signIn, .endSignIns, .seal,
    ]
    var walk = self
    try connection.forEach(
      """
      SELECT act, content FROM history WHERE record IS NULL AND content IS NOT NULL \
      AND act IN (\(list: acts.map(\.rawValue))) ORDER BY id
      """
    ) { row in
      if let act = Act.Kind(rawValue: row.string(0)),
        let content = row.withUTF8(1, { try? JSON(parsing: $0) }),
        let person = content["person"]?.string.flatMap({ Reference($0) })
      {
        walk.take(act, of: person.number, content)
      }
      return true
    }
    self = walk
    report()
  }

  private mutating func take(_ act: Act.Kind, of person: Int64, _ content: JSON) {
    let seal = content["seal"]?.string ?? ""
    switch act {
    case .setPassword, .endSignIns:
      // Whoever was signed in is signed out, and what was not used yet is void.
      let ends: Set<Sealed.Kind> = [.session, .invitation]
      held = held.filter { seal in
        rows[seal].map { $0.person != person || !ends.contains($0.kind) || $0.isOver } ?? false
      }
      if act == .endSignIns { revoked.formUnion(tokens[person] ?? []) }
    case .revokeToken: revoked.insert(content["token"]?.integer ?? 0)
    default: break
    }
    if content["kind"]?.string == Sealed.Kind.password.rawValue { passwords[person] = seal }
    if let number = content["token"]?.integer, act != .revokeToken {
      tokens[person, default: []].insert(number)
    }
    if rows[seal] != nil { held.insert(seal) }
  }

  private func report() {
    let found = rows.values.sorted {
      ($0.kind.rawValue, $0.person, $0.seal) < ($1.kind.rawValue, $1.person, $1.seal)
    }
    for row in found {
      var arguments = ["ref": Reference(.person, row.person).description]
      if let number = row.number { arguments["number"] = String(number) }
      let isKnown =
        row.kind == .password ? passwords[row.person] == row.seal : held.contains(row.seal)
      if !isKnown {
        findings.add(Fault(Self.code(row.kind), arguments))
      } else if let number = row.number, revoked.contains(number), !row.isOver {
        findings.add(Fault("tokenRevived", arguments))
      }
    }
  }

  private static func code(_ kind: Sealed.Kind) -> String {
    switch kind {
    case .token: "tokenPlanted"
    case .password: "passwordPlanted"
    case .invitation: "invitationPlanted"
    case .session: "sessionPlanted"
    }
  }
}
