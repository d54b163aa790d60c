import Foundation
import HubCommands
import HubConsole
import HubFiles
import HubWords

/// Writes what a profile remembers, so that nobody else on the machine reads it.
struct ProfileKeeper {
  let path: String
  private let file: ProfileFile
  private let call: Invocation

  init(_ call: Invocation) throws {
    guard let path = ProfileFile.path(in: call.terminal) else {
      throw Failure(.refused, [call.words("signIn.noFile")])
    }
    self.path = path
    self.call = call
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    file = ProfileFile(String(decoding: bytes, as: UTF8.self), at: path)
  }

  func profile(_ name: String) -> Profile? { file.profiles[name] }

  /// - Throws: a failure when the profile is another service's.
  func requireFree(_ name: String, for server: String) throws {
    guard let other = profile(name)?.values["server"], other != server else { return }
    throw Failure(
      .conflict, [call.words("signIn.otherServer", ["file": path, "server": other])])
  }

  /// - Parameter values: by key; nil has one forgotten.
  func set(_ values: [String: String?], in name: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      // Before the secret is in it.
      if FileManager.default.fileExists(atPath: path) {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      }
      let text = file.text(setting: values, in: name)
      try DurableFile.write(Array(text.utf8), to: FilePlace(path), isConfidential: true)
    } catch {
      throw OutputFile.failure(path, call)
    }
  }
}
