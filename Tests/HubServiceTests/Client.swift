import Foundation
import HubTestKit
import HubText
import Synchronization

/// A client that makes action items one after the other, sends now and then a batch, a key, or a
/// change of what it made before, until it gets no answer or is refused.
struct Client {
  let name: String
  var errands: [Errand] = []
  /// The answer that it could do nothing with.
  var refusal: RawClient.Answer?

  init(_ name: String) { self.name = name }

  mutating func work(
    at service: ServingAddress, details length: Int? = nil, atMost most: Int = .max,
    answered: () -> Void = {}
  ) {
    guard let caller = try? service.caller() else { return }
    do {
      while refusal == nil, errands.count < most {
        let number = errands.count
        let length = length ?? Int.random(in: 0...2000)
        errands.append(
          Errand(
            "\(name), errand \(number)", parts: number % 7 == 6 ? 3 : 1,
            details: String(repeating: "word ", count: length / 5),
            key: number % 3 == 0 ? "\(name)-\(number)".replacing(" ", with: "-") : nil))
        let answer = try errands[number].make(by: caller)
        guard [200, 201].contains(answer.status) else {
          refusal = answer
          break
        }
        errands[number].made = answer
        errands[number].latest = answer
        answered()
        if number % 4 == 3 { try change(Int.random(in: 0...number), by: caller) }
      }
    } catch {
      // The service is gone.
    }
  }

  private mutating func change(_ number: Int, by caller: Caller) throws {
    guard let path = errands[number].path, let tag = errands[number].latest?.headers["etag"] else {
      return
    }
    let title = "\(errands[number].titles[0]), changed at \(errands.count)"
    errands[number].wanted = title
    let answer = try caller.send(
      "PATCH", path, ["title": ["en": .string(title)]], ["If-Match": tag])
    guard answer.status == 200 else {
      refusal = answer
      return
    }
    errands[number].wanted = nil
    errands[number].latest = answer
  }

  /// Several clients at once, each on a thread of its own, until all of them end.
  ///
  /// - Parameter meanwhile: what happens to them; begins once something has been answered, or
  ///   nobody has had an answer for half a minute.
  static func work(
    _ names: [String], at service: ServingAddress, details: Int? = nil, atMost most: Int = .max,
    meanwhile: (() -> Void)? = nil
  ) -> [Client] {
    let done = Done()
    let group = DispatchGroup()
    for name in names {
      DispatchQueue(label: name).async(group: group) {
        var client = Client(name)
        client.work(at: service, details: details, atMost: most) {
          done.hasAnswer.store(true, ordering: .relaxed)
        }
        done.clients.withLock { $0.append(client) }
      }
    }
    if let meanwhile {
      for _ in 0..<3000 where !done.hasAnswer.load(ordering: .relaxed) { usleep(10_000) }
      meanwhile()
    }
    group.wait()
    return done.clients.withLock { $0 }
  }

  /// Those that have ended.
  private final class Done: Sendable {
    let clients = Mutex<[Client]>([])
    let hasAnswer = Atomic(false)
  }
}
