import HubFiles
import HubModel
import HubSQL

/// Where a backup is to be, with the file of its head beside it, and what is there already.
struct BackupPlace {
  let file: FilePlace
  let head: FilePlace

  init(_ name: String) {
    file = FilePlace(name)
    head = FilePlace(Backup.headPath(of: name))
  }

  /// - Throws: `Refusal.conflict` where it is the hub's own file or one that belongs to it.
  func spare(_ hub: Hub) throws {
    let own = Hub.files(of: hub.database.path).map(FilePlace.init)
    for place in [file, head] where own.contains(where: { $0.isSame(as: place) }) {
      throw Refusal.conflict(Fault("dataFileSpared", ["path": place.name]))
    }
  }

  /// - Throws: `Refusal.conflict` for what is no earlier backup of the same hub: its history is
  ///   not the beginning of this one.
  func recognize(_ hub: Hub) throws {
    let isHead = head.beginning(64).starts(with: HeadFile.mark.utf8)
    if !isHead, !head.beginning(1).isEmpty {
      throw Refusal.conflict(Fault("fileTaken", ["path": head.name]))
    }
    guard !file.beginning(1).isEmpty else { return }
    guard let former = try? formerHead() else {
      throw Refusal.conflict(Fault("fileTaken", ["path": file.name]))
    }
    guard try hub.database.read({ try History.holds(former, $0) }) else {
      throw Refusal.conflict(
        Fault("backupOfOther", ["path": file.name, "entry": String(former.entry)]))
    }
  }

  private func formerHead() throws -> Head {
    try History.head(
      Connection(path: file.path, mode: .still, applicationID: Hub.applicationID))
  }
}
