import Foundation
import HubServer
import HubTestKit

/// The `openssl` command: makes a certificate, and is a client that checks it.
struct OpenSSL {
  private static let path = "/usr/bin/openssl"
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  private let folder: URL
  let settings: ServerSettings.TLS

  /// Makes a key and a certificate for 127.0.0.1 in a folder of its own.
  init(key: [String] = ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "hub-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    settings = ServerSettings.TLS(
      certificatePath: folder.appendingPathComponent("certificate.pem").path,
      keyPath: folder.appendingPathComponent("key.pem").path)
    _ = try OpenSSL.run(
      [
        "req", "-x509", "-nodes", "-keyout", settings.keyPath, "-out", settings.certificatePath,
        "-days", "2", "-subj",
        "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
        "-newkey",
      ] + key, sending: "")
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Sends a request and reads to the end of the connection.
  func ask(_ request: String, port: UInt16, _ options: String...) throws -> String {
    try OpenSSL.run(
      [
        "s_client", "-quiet", "-connect", "127.0.0.1:\(port)", "-CAfile", settings.certificatePath,
        "-verify_return_error", "-verify_ip", "127.0.0.1",
      ] + options, sending: request)
  }

  private static func run(_ arguments: [String], sending input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let sent = Pipe()
    let received = Pipe()
    process.standardInput = sent
    process.standardOutput = received
    process.standardError = FileHandle.nullDevice
    try process.run()
    try sent.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try sent.fileHandleForWriting.close()
    let output = try received.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
