import Foundation
import HubTestKit
import HubZip
import Testing

@Suite struct GzipTests {
  /// Bodies of several kinds: none, one byte, words, noise, and more than one piece of each buffer.
  private static let bodies: [[UInt8]] = [
    [], [0], Array("{\"ref\": \"A-12\"}".utf8), words(14_000), words(300_000), noise(65_536),
    noise(200_001), [UInt8](repeating: 7, count: 5_000_000),
  ]

  private static func words(_ count: Int) -> [UInt8] {
    let some = Array("un logement sûr, a safe home, \"dueOn\": null, ".utf8)
    return (0..<count).map { some[($0 &* $0 / 900) % some.count] }
  }

  /// The same each time, and without anything that repeats itself.
  private static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 88_172_645_463_325_252
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state)
    }
  }

  @Test(arguments: bodies.indices)
  func `zlib reads back what was compressed at once`(index: Int) throws {
    let body = Self.bodies[index]
    let made = try #require(Gzip.compress(body))
    #expect(Gunzip.expand(made) == body)
    // The same again, whatever was made meanwhile.
    _ = Gzip.compress(Self.words(2_000))
    #expect(Gzip.compress(body) == made)
  }

  @Test(arguments: bodies.indices, [1, 1_000, 65_536, 1_000_000])
  func `zlib reads back what was compressed piece by piece`(index: Int, size: Int) throws {
    let body = Self.bodies[index].prefix(size * 3_000)
    let stream = try #require(GzipStream())
    var made = stream.add([])
    for start in stride(from: 0, to: body.count, by: size) {
      made += stream.add(Array(body[start..<min(start + size, body.count)]))
    }
    made += stream.end()
    #expect(Gunzip.expand(made) == Array(body))
  }

  @Test func `a stream gives what it has long before its end`() throws {
    let stream = try #require(GzipStream())
    let piece = Self.noise(65_536)
    var behind = 0
    for _ in 0..<200 {
      behind += piece.count - stream.add(piece).count
      #expect(behind < 200_000)
    }
    #expect(stream.end().count < 400_000)
  }

  @Test func `several threads compress at once`() {
    let bodies = Self.bodies
    let whole = bodies.map { Gzip.compress($0) }
    DispatchQueue.concurrentPerform(iterations: 64) { number in
      let index = number % bodies.count
      #expect(Gzip.compress(bodies[index]) == whole[index])
    }
  }

  @Test func `what is cut off or followed by more is no gzip form`() throws {
    let made = try #require(Gzip.compress(Self.words(5_000)))
    #expect(Gunzip.expand(made.dropLast()) == nil)
    #expect(Gunzip.expand(made + [0]) == nil)
    #expect(Gunzip.expand(Self.words(5_000)) == nil)
  }
}
