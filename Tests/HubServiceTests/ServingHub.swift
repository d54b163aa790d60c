import Foundation
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

/// The story in a data file, and `hub serve` on it: a process of its own that can be killed, and
/// started again on the same file.
final class ServingHub {
  let path: String
  let folder = FileManager.default.temporaryDirectory.appending(path: "hub-serving-\(UUID())")
  /// A token of the facilitator's, with every scope.
  let token: String
  private(set) var port: UInt16 = 0
  private var process = Process()

  /// - Parameter path: where the data file is made; in a folder of its own unless given.
  init(at path: String? = nil) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.path = path ?? folder.appending(path: "hub.db").path
    let hub = try Hub.open(self.path, create: true)
    defer { hub.close() }
    try Story.tell(in: hub)
    var request = Request(
      .post, "/api/v1/tokens", headers: ["Content-Type": "application/json"],
      body: Array(#"{"name": "Test", "scopes": ["read", "write", "admin"]}"#.utf8), id: "test")
    request.principal = "facilitator"
    token = try #require(API(hub).respond(to: request).json["token"]?.string)
  }

  deinit {
    kill()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Starts it, and waits until it listens.
  ///
  /// - Parameters:
  ///   - blocks: of 512 bytes, beyond which no file may grow until `mayGrow`.
  ///   - files: how many it may have open.
  ///   - environment: what it finds there besides.
  ///   - options: of the command besides.
  func start(
    blocks: Int? = nil, files: Int? = nil, environment: [String: String] = [:],
    options: [String] = []
  ) throws {
    process = Process()
    let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub").path
    let limit =
      (blocks.map { "ulimit -S -f \($0); " } ?? "") + (files.map { "ulimit -n \($0); " } ?? "")
    // With the signals as a service manager leaves them: who runs tests may ignore some.
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      [
        "-c", limit + #"exec env --default-signal "$0" "$@""#, hub, "serve", "--database", path,
        "--listen", "127.0.0.1:0",
      ] + options
    process.environment = ["LC_ALL": "C.UTF-8"].merging(environment) { _, own in own }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try log()
    try process.run()
    var said = ""
    while !said.contains("\n") {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "hub serve ended: \(logged)")
      said += String(decoding: more, as: UTF8.self)
    }
    let digits = try #require(said.firstMatch(of: /127\.0\.0\.1:([0-9]+)/)).1
    port = try #require(UInt16(digits))
  }

  /// SIGKILL: nothing of it runs any more.
  func kill() {
    guard process.isRunning else { return }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// SIGTERM, and how it then ends.
  func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  var isRunning: Bool { process.isRunning }

  /// Lifts the limit of how large its files may become.
  func mayGrow() throws {
    let lifting = Process()
    lifting.executableURL = URL(filePath: "/usr/bin/env")
    lifting.arguments = [
      "prlimit", "--pid", String(process.processIdentifier), "--fsize=unlimited",
    ]
    try lifting.run()
    lifting.waitUntilExit()
    try #require(lifting.terminationStatus == 0)
  }

  /// How many threads it has.
  var threads: Int {
    get throws {
      let tasks = "/proc/\(process.processIdentifier)/task"
      return try FileManager.default.contentsOfDirectory(atPath: tasks).count
    }
  }

  /// How many bytes of it are in memory now.
  var memory: Int {
    get throws {
      let path = "/proc/\(process.processIdentifier)/status"
      let line = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        .first { $0.hasPrefix("VmRSS:") }
      return 1024 * (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0)
    }
  }

  /// How large the log beside the data file is.
  var logSize: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    return attributes?[.size] as? Int ?? 0
  }

  /// Whether all that was committed can be moved into the data file now: nobody reads what was
  /// before.
  func isLogFree() throws -> Bool {
    let connection = try Connection(path: path, mode: .readWrite)
    let busy = try connection.first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) }
    return busy == 0
  }

  /// Where it is to be reached now.
  var address: ServingAddress { ServingAddress(port: port, token: token) }

  /// Somebody who calls it.
  func caller() throws -> Caller { try address.caller() }

  /// What another process finds in the file.
  func inside<T>(_ body: (Hub) throws -> T) throws -> T {
    let hub = try Hub.open(path)
    defer { hub.close() }
    return try body(hub)
  }

  /// Every line of its log, of all its starts.
  var logged: String {
    (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
  }

  /// What it took for a fault of its own.
  var bugs: [Substring] { logged.split(separator: "\n").filter { $0.contains(#""bug""#) } }

  private func log() throws -> FileHandle {
    let file = folder.appending(path: "log").path
    if !FileManager.default.fileExists(atPath: file) {
      try #require(FileManager.default.createFile(atPath: file, contents: nil))
    }
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.seekToEnd()
    return handle
  }
}

/// Where a service is, and how to be let in.
struct ServingAddress: Sendable {
  let port: UInt16
  let token: String

  /// - Parameter host: the last part of the address to call from.
  func caller(from host: UInt8 = 1) throws -> Caller {
    Caller(try RawClient(port: port, from: host), token)
  }
}
