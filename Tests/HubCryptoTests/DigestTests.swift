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
}
