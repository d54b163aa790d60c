package import HubSQL
import HubModel

extension Verification {
  /// Checks a database as one snapshot shows it. Nothing is written; memory stays constant.
  ///
  /// - Parameters:
  ///   - connection: inside a read transaction, where others write at the same time.
  ///   - schema: what the program knows of such files.
  ///   - kept: a head that was kept elsewhere; only it shows a chain that was rebuilt as a whole
  ///     or lost its tail.
  ///   - progress: called every few thousand entries and records.
  package static func of(
    _ connection: Connection, _ schema: Schema = .current, against kept: Head? = nil,
    progress: Progress = { _, _ in }
  ) throws -> Verification {
    let (findings, outdated) = (Findings(), Findings())
    var chain = ChainVerification(connection, kept: kept, findings: findings)
    try reporting(findings) {
      try checkFile(connection, schema, findings)
      try chain.run(progress)
    }
    var records = RecordsVerification(
      connection, schema, findings: findings, outdated: outdated)
    try reporting(findings) { try records.run(progress) }
    try reporting(findings) {
      try EditionsVerification(connection: connection, findings: findings).run()
      try DocumentsVerification(connection: connection, findings: findings).run()
      var credentials = try CredentialsVerification(connection, findings: findings)
      try credentials.run()
    }
    return Verification(
      entries: chain.count, records: records.count, head: chain.head, findings: findings.list,
      count: findings.count, outdated: outdated.list, outdatedCount: outdated.count)
  }

  /// The file's own structure, and references to rows that are not there.
  private static func checkFile(
    _ connection: Connection, _ schema: Schema, _ findings: Findings
  ) throws {
    try connection.forEachDamage { findings.add(Fault("fileDamaged", ["detail": $0])) }
    for part in try Migrator.strangers(schema.migrations, in: connection) {
      findings.add(Fault("schemaDiffers", ["part": part]))
    }
    try connection.forEachDanglingRow { table, row in
      findings.add(Fault("danglingReference", ["table": table, "row": String(row)]))
    }
  }

  /// A file that cannot be read on is a finding, not an end without a report.
  private static func reporting(_ findings: Findings, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as SQLError where [.corrupt, .notADatabase].contains(error.kind) {
      findings.add(Fault("fileDamaged", ["detail": error.message]))
    }
  }
}
