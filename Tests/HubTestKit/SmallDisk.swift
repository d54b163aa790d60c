package import Foundation
package import Testing

/// A file system of a few megabytes in memory, which only root can mount.
package final class SmallDisk {
  package let folder = FileManager.default.temporaryDirectory.appending(path: "hub-disk-\(UUID())")

  /// Whether it can be mounted here.
  package static let isPossible: Bool = {
    guard geteuid() == 0, let disk = try? SmallDisk(megabytes: 1) else { return false }
    return disk.isMounted
  }()

  /// What is said where it cannot.
  package static let condition: Comment = "a small file system can be mounted, which takes root"

  private var isMounted = false

  package init(megabytes: Int) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    isMounted = try Self.run(
      "mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.path)
  }

  deinit {
    if isMounted { _ = try? Self.run("umount", "-l", folder.path) }
    try? FileManager.default.removeItem(at: folder)
  }

  /// From here on nothing can be written to it.
  package func becomeReadOnly() throws {
    guard try Self.run("mount", "-o", "remount,ro", folder.path) else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  package func path(_ name: String) -> String { folder.appending(path: name).path }

  private static func run(_ arguments: String...) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
