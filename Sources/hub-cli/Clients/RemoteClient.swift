import HubApp
import HubCommands
import HubConsole
import HubModel
import HubRemote
import HubText
import HubWords

/// Sends what a command asks to a running service, with a token: the same requests as locally.
final class RemoteClient: HubClient {
  private let server: RemoteServer
  private let address: String
  private let token: String?
  private let call: Invocation

  /// - Parameter token: nil asks as nobody.
  init(_ address: String, _ call: Invocation, token: String?) throws {
    self.address = address
    self.call = call
    self.token = token
    if token != nil, Self.isPlain(address) {
      call.warn(call.words("remote.plain", ["server": address]))
    }
    do {
      server = try RemoteServer(address)
    } catch {
      throw Failure(.wrongUsage, [call.words("remote.badAddress", ["server": address])])
    }
  }

  /// Whether what is sent to an address can be read on the way: plainly, and to another machine.
  static func isPlain(_ address: String) -> Bool {
    let address = address.lowercased()
    guard !address.hasPrefix("https://") else { return false }
    let rest = address.hasPrefix("http://") ? address.dropFirst("http://".count) : address[...]
    let authority = rest.prefix { !"/?#".contains($0) }
    let place = authority.split(separator: "@").last ?? ""
    let host =
      place.hasPrefix("[")
      ? place.dropFirst().prefix { $0 != "]" } : place.prefix { $0 != ":" }
    return
      !(host == "localhost" || host.hasSuffix(".localhost") || host == "::1"
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
  }

  func send(
    method: String, path: String, query: [(name: String, value: String)],
    headers: [(name: String, value: String)], body: [UInt8]
  ) throws -> HubAnswer {
    var headers = headers
    headers.append(("Accept-Language", call.words.language.rawValue))
    headers.append(("User-Agent", "hub/\(Version.text)"))
    if let token { headers.append(("Authorization", "Bearer \(token)")) }
    let target = RemoteTarget.text(path: API.root + path, query: query)
    do {
      let answer = try server.send(method, target, headers: headers, body: body)
      let told = HubAnswer(
        status: answer.status, headers: answer.headers, body: answer.body)
      guard told.header("Hub-Version") != nil else {
        throw Failure(.refused, [call.words("remote.notAHub", ["server": address])])
      }
      if answer.status == 404, isUnknownPath(told) { throw differentVersion(told) }
      return told
    } catch let failure as RemoteServer.Failure {
      throw sentence(for: failure)
    }
  }

  private func isUnknownPath(_ answer: HubAnswer) -> Bool {
    (try? JSON(parsing: answer.body))?["code"]?.string == "unknownPath"
  }

  /// A service that does not know what this program asks is of another version.
  private func differentVersion(_ answer: HubAnswer) -> Failure {
    Failure(
      .refused,
      [
        call.words(
          "remote.otherVersion",
          [
            "server": address, "theirs": answer.header("Hub-Version") ?? "?",
            "ours": Version.text,
          ])
      ])
  }

  private func sentence(for failure: RemoteServer.Failure) -> Failure {
    let arguments = ["server": address]
    switch failure {
    case .away(let why):
      return Failure(.refused, [call.words("remote.away", arguments) + " (\(why))"])
    case .untrusted(let why):
      return Failure(.refused, [call.words("remote.untrusted", arguments) + " (\(why))"])
    case .badAddress:
      return Failure(.wrongUsage, [call.words("remote.badAddress", arguments)])
    case .other(let why):
      return Failure(.refused, [call.words("remote.failed", arguments) + " (\(why))"])
    }
  }
}
