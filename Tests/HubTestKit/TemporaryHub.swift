package import Foundation
package import HubApp
import HubModel
import HubSQL

/// A hub in a file, in a folder of its own that goes with the value.
package final class TemporaryHub {
  package let folder: URL
  package let hub: Hub

  /// - Parameter now: RFC 3339.
  package init(now: String = "2019-05-01T16:00:00Z") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hub-app-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let moment = Moment(now) ?? Moment(milliseconds: 0)
    hub = try Hub.open(
      folder.appending(path: "hub.db").path, create: true, clock: { moment },
      randomBytes: TestHub.zeros)
  }

  deinit {
    hub.database.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// A path in the hub's folder.
  package func path(_ name: String) -> String { folder.appending(path: name).path }

  /// The database file, with what stands beside it.
  package func bytes() throws -> Data {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasPrefix("hub.db") }
      .reduce(into: Data()) { $0 += try Data(contentsOf: folder.appending(path: $1)) }
  }
}
