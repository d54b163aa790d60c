import HubCrypto
import HubModel
import Testing

@testable import HubApp

@Suite struct HistoryLinkTests {
  let link = HistoryLink(
    id: 2, at: 1_556_726_400_000, actor: 3, record: nil, audience: "w", act: "move", version: 4,
    from: "open", to: nil, contentDigest: [UInt8](repeating: 0xCD, count: 32))
  let former = [UInt8](repeating: 0xAB, count: 32)

  @Test func `an entry's bytes never change, whatever the version of the program`() {
    let bytes = Digest.hex(link.canonicalBytes(after: former))
    let vector = [
      "0d000000" + "68756220686973746f72792031",  // "hub history 1"
      "20000000" + String(repeating: "ab", count: 32),
      "0200000000000000", "00c41f746a010000", "01" + "0300000000000000", "00",
      "01" + "01000000" + "77",
      "04000000" + "6d6f7665", "0400000000000000", "01" + "04000000" + "6f70656e", "00",
      "20000000" + String(repeating: "cd", count: 32),
    ]
    #expect(bytes == vector.joined())
    // The same in Python: hashlib.blake2b(bytes, digest_size=32).
    #expect(
      Digest.hex(link.digest(after: former))
        == "950633e8473ca9d0aa4943b766b29f500b1640badb37eb53480b1f40db98ea87")
    #expect(
      Digest.hex(HistoryLink.digest(ofContent: Array("{}".utf8), salt: [1, 2]))
        == Digest.hex(Digest.blake2b([2, 0, 0, 0, 1, 2, 0x7B, 0x7D])))
  }

  @Test func `what is absent differs from what is empty or zero`() {
    func digest(actor: Int64?, from: String?, to: String?) -> [UInt8] {
      HistoryLink(
        id: 2, at: 0, actor: actor, record: nil, audience: nil, act: "", version: 1, from: from,
        to: to, contentDigest: []
      ).digest(after: former)
    }
    let digests = [
      digest(actor: nil, from: nil, to: nil), digest(actor: 0, from: nil, to: nil),
      digest(actor: -1, from: nil, to: nil), digest(actor: nil, from: "", to: nil),
      digest(actor: nil, from: nil, to: ""), digest(actor: nil, from: "a", to: "b"),
      digest(actor: nil, from: "ab", to: ""),
    ]
    #expect(Set(digests).count == digests.count)
  }

  @Test func `a head file reads as it was written`() throws {
    let file = HeadFile(
      head: Head(entry: 4711, digest: former), time: Moment(milliseconds: 1_556_726_400_000))
    #expect(
      file.text == """
        hub-head 1
        entry 4711
        digest \(String(repeating: "ab", count: 32))
        time 2019-05-01T16:00:00Z

        """)
    #expect(try HeadFile(text: file.text) == file)
    #expect(try HeadFile(text: file.text.replacing("\n", with: "\r\n")) == file)
  }

  @Test(arguments: [
    "", "hub-head 2\nentry 1\ndigest ab\ntime 2019-05-01T16:00:00Z\n",
    "hub-head 1\nentry 1\ndigest abcd\ntime 2019-05-01T16:00:00Z\n",
    "hub-head 1\nentry -1\n", "SQLite format 3\u{0}",
  ])
  func `anything else is no head file`(_ text: String) {
    #expect(throws: Refusal.malformed([Fault("badHeadFile")])) { try HeadFile(text: text) }
  }
}
