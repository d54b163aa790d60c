import HubCrypto
import Testing

@Suite("Tokens")
struct TokenTests {
  @Test("A token has its prefix, 43 characters fit for a URL, and its digest")
  func makes() {
    let token = Token.make()
    #expect(token.secret.hasPrefix("hub_"))
    #expect(token.secret.utf8.count == 47)
    #expect(
      token.secret.utf8.allSatisfy {
        $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F
      })
    #expect(token.digest == Token.digest(of: token.secret))
    #expect(token.digest.count == 32)
    #expect(Token.make().secret != token.secret)
    #expect(Token.make(prefix: "s_").secret.hasPrefix("s_"))
  }

  @Test(
    "Bytes are written in the alphabet for URLs without padding",
    arguments: [([], ""), ([0xFB, 0xFF], "-_8"), ([0x66, 0x6F, 0x6F], "Zm9v")]
      as [([UInt8], String)])
  func base64(bytes: [UInt8], text: String) {
    #expect(Token.base64(bytes) == text)
  }

  @Test("Random bytes are as many as asked for, and differ")
  func random() {
    #expect(RandomBytes.make(0) == [])
    #expect(RandomBytes.make(32).count == 32)
    #expect(RandomBytes.make(32) != RandomBytes.make(32))
  }
}
