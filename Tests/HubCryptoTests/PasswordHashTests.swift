import HubCrypto
import Testing

@Suite("Passwords")
struct PasswordHashTests {
  @Test("A hash verifies its own password and no other")
  func verifies() throws {
    let hash = try PasswordHash.make("correct horse é")
    #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(PasswordHash.verify("correct horse é", against: hash))
    #expect(!PasswordHash.verify("correct horse e", against: hash))
    #expect(!PasswordHash.verify("", against: hash))
    #expect(!PasswordHash.needsRehash(hash))
  }

  @Test("The same password is hashed differently each time")
  func salts() throws {
    #expect(try PasswordHash.make("x") != PasswordHash.make("x"))
  }

  @Test("A text that is no hash verifies nothing and is to be made anew")
  func refusesNonsense() {
    for hash in ["", "x", "$argon2id$", String(repeating: "a", count: 500)] {
      #expect(!PasswordHash.verify("x", against: hash))
      #expect(PasswordHash.needsRehash(hash))
    }
  }

  @Test("A hash made with other limits is to be made anew")
  func needsRehash() {
    let weaker =
      "$argon2id$v=19$m=4096,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"
      + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    #expect(PasswordHash.needsRehash(weaker))
  }
}
