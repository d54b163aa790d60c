import HubCrypto
import Testing

@Suite("Digests")
struct DigestTests {
  @Test(
    "BLAKE2b-256 gives the known answers",
    arguments: [
      ("", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
      ("abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"),
    ])
  func vectors(text: String, hex: String) {
    #expect(Digest.hex(Digest.blake2b(Array(text.utf8))) == hex)
  }

  @Test("Pieces give the digest of the whole, and finishing twice gives it again")
  func streams() {
    let whole = [UInt8](repeating: 7, count: 1000)
    let stream = Digest.Stream(key: [1, 2, 3])
    for start in stride(from: 0, to: 1000, by: 100) {
      stream.update(Array(whole[start..<start + 100]))
    }
    stream.update([])
    let digest = stream.finish()
    #expect(digest == Digest.blake2b(whole, key: [1, 2, 3]))
    #expect(digest == stream.finish())
    #expect(digest != Digest.blake2b(whole))
    #expect(digest.count == Digest.size)
  }

  @Test("Hexadecimal digits go both ways, of either case")
  func hex() {
    #expect(Digest.hex([0x00, 0xAB, 0xFF]) == "00abff")
    #expect(Digest.bytes(hex: "00aBFf") == [0x00, 0xAB, 0xFF])
    #expect(Digest.bytes(hex: "") == [])
  }

  @Test("What is not hexadecimal is refused", arguments: ["0", "0g", "é0", " 00", "0x00"])
  func refusesHex(text: String) {
    #expect(Digest.bytes(hex: text) == nil)
  }

  @Test("Digests are equal when all their bytes are")
  func equal() {
    #expect(Digest.equal([1, 2], [1, 2]))
    #expect(Digest.equal([], []))
    #expect(!Digest.equal([1, 2], [1, 3]))
    #expect(!Digest.equal([1, 2], [1, 2, 3]))
  }
}
