import Foundation
import HubFiles

/// What stands in the folder of the data file beside it: backups, exports, and what an update kept
/// of it. They are looked through as they are, so that nothing of what is compressed is seen.
enum CopiesBeside {
  /// The names of the files that have one of the texts in them.
  static func names(of erasure: Erasure, _ database: String) -> [String] {
    guard database != ":memory:" else { return [] }
    let data = FilePlace(database)
    let folder = FilePlace.folder(of: data.path)
    let own = ([""] + Hub.companions(of: "")).map { FilePlace(data.path + $0) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let overlap = (erasure.spellings.map(\.utf8.count).max() ?? 0) + 8
    return names.sorted().filter { name in
      let place = FilePlace(folder + "/" + name)
      return !own.contains { $0.isSame(as: place) }
        && place.hasPiece(overlapping: overlap) { erasure.stands(in: $0) }
    }
  }
}
