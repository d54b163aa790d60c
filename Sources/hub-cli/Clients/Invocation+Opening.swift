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
    let hub = try Hub.open(
      globals.database, readers: readers, clock: clock,
      report: { [self] event in
        switch event {
        case .kept(let file): warn(words("update.kept", ["file": file]))
        case .rebuilding(let done, _): progress.advance(to: Int(done))
        }
      })
    atEnd { hub.close() }
    return hub
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
