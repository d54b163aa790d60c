import Foundation
import HubTestKit

/// The recorded files of released schemas: a small one of each, with records of every kind, as a
/// program of that version left it. `.ci/record-database` makes the next one.
enum RecordedDatabases {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Recorded/Databases")

  /// The numbers of their last migrations.
  static let all: [Int] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.compactMap { $0.hasSuffix(".db.gz") ? Int($0.dropLast(6)) : nil }.sorted()
  }()

  static func bytes(_ number: Int) throws -> Data {
    let packed = try Data(contentsOf: folder.appending(path: "\(number).db.gz"))
    struct NotWhole: Error {}
    guard let bytes = Gunzip.expand(Array(packed)) else { throw NotWhole() }
    return Data(bytes)
  }
}
