import Foundation
import HubApp
import HubCommands
import HubConsole
import HubFiles
import HubModel
import HubWords

extension Invocation {
  /// Opens the data file, until the command ends. Of one that an earlier version left is told what
  /// is done to it, on standard error: whoever waits sees why, and knows where it is kept as it was.
  func openHub(readers: Int = 1) throws -> Hub {
    warnOfNetworkDisk()
    let progress = progress(words("update.rebuilding"))
    defer { progress.finish() }
    let hub = try lookingForFile {
      try Hub.open(
        globals.database, readers: readers, clock: clock,
        report: { [self] event in
          switch event {
          case .kept(let file): warn(words("update.kept", ["file": file]))
          case .rebuilding(let done, _): progress.advance(to: Int(done))
          }
        })
    }
    atEnd { hub.close() }
    return hub
  }

  /// Says which data file was looked for, and how to name or make one, where there is none.
  func lookingForFile<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch Refusal.unavailable(let fault) where fault.code == "databaseMissing" {
      let file = globals.database
      let here = file.hasPrefix("/") ? file : FileManager.default.currentDirectoryPath + "/" + file
      throw Failure(.refused, [words("database.missing", ["file": here])])
    }
  }

  /// On a disk of another machine nothing that is promised of the data file holds.
  func warnOfNetworkDisk() {
    guard let kind = NetworkDisk.kind(of: FilePlace(globals.database)) else { return }
    warn(words("database.network", ["file": globals.database, "kind": kind]))
  }

  /// The machine's clock, unless `--clock` fixes the time.
  var clock: @Sendable () -> Moment {
    guard let fixed = globals.clock else { return Hub.systemClock }
    return { fixed }
  }
}
