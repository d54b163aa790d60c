import HubHTTP
import Testing

@Suite("Header fields")
struct HeaderFieldTests {
  @Test(
    "The language is the one the caller prefers",
    arguments: [
      (nil, "en"), ("fr", "fr"), ("fr-CA", "fr"), ("FR-ca", "fr"), ("de", "en"),
      ("en;q=0.5, fr;q=0.9", "fr"), ("fr;q=0.5,en", "en"), ("de, fr;q=0.3", "fr"), ("*", "en"),
      ("fr, *;q=0.1", "fr"), ("en;q=0, *", "fr"), ("en;q=0", "en"), ("", "en"),
      ("fr;q=2", "en"), ("fr;q=x, en;q=0.1", "en"), ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
      ("fr, en", "fr"), ("fr;q=0.8, en;q=0.8", "fr"), ("french", "en"), ("fr ; q=1.000", "fr"),
      ("en;q=0.999,fr;q=1", "fr"), ("fr;q=1.001,en;q=0.1", "en"), ("fr;Q=0.5,en;q=0.25", "fr"),
      ("fr;q=0.1234", "en"), ("fr;q=,de", "en"), (" , ,fr", "fr"), ("fr;x=1", "en"),
    ] as [(String?, String)])
  func language(value: String?, language: String) {
    var request = Request(.get, "/")
    request.headers["Accept-Language"] = value
    #expect(request.language() == language)
  }

  @Test("A language that all are refused for is none")
  func noLanguage() {
    #expect(AcceptLanguage.choose("de", from: ["en", "fr"]) == nil)
    #expect(AcceptLanguage.choose("*;q=0", from: ["en", "fr"]) == nil)
  }

  @Test(
    "The gzip form goes to whoever says that it suits them",
    arguments: [
      (nil, false), ("", false), ("gzip", true), ("GZip", true), ("x-gzip", true), ("*", true),
      ("gzip, deflate, br, zstd", true), ("deflate, gzip;q=1.0, *;q=0.5", true),
      ("br", false), ("identity", false), ("gzip;q=0", false), ("gzip;q=0.000", false),
      ("gzip;q=0, *", false), ("*;q=0", false), ("*;q=0, gzip", true), ("gzip;q=0.001", true),
      ("br;q=1, *;q=0.1", true), ("identity;q=0", false), ("identity;q=0, gzip;q=0.2", true),
      ("identity;q=0.5, gzip;q=0.2", false), ("gzip;q=0.5, identity;q=0.5", true),
      ("identity, *;q=0.9", false), ("gzip;q=2", false), ("gzip;level=9", false),
      ("gzipped", false), (" , gzip ; q=0.5", true), ("deflate;q=x, gzip", true),
    ] as [(String?, Bool)])
  func coding(value: String?, isGzip: Bool) {
    var request = Request(.get, "/")
    request.headers["Accept-Encoding"] = value
    #expect(request.prefersGzip == isGzip)
  }

  @Test("A tag of the gzip form is another one, of the same version")
  func gzippedTag() {
    for tag in [EntityTag("3"), EntityTag("a-b", isWeak: true)] {
      #expect(tag.gzipped != tag)
      #expect(tag.gzipped.plain == tag)
      #expect(tag.gzipped.gzipped == tag.gzipped)
      #expect(tag.plain == tag)
      #expect(tag.gzipped.isWeak == tag.isWeak)
    }
    #expect(EntityTag("3").gzipped.text == "\"3-gzip\"")
    #expect(EntityTag("3").gzipped.version == 3)
    let shown = EntityTag(version: 3, shownAs: "a0")
    let other = EntityTag(version: 3, shownAs: "b1")
    #expect(shown.gzipped.version == 3)
    #expect(shown.gzipped.plain == shown)
    // A write is of the version; a copy is of what was shown.
    #expect(shown.namesVersion(of: other.gzipped) && shown.namesVersion(of: EntityTag(version: 3)))
    #expect(!shown.matchesWeakly(other) && shown.matchesWeakly(shown.gzipped))
    #expect(!shown.namesVersion(of: EntityTag(version: 4, shownAs: "a0")))
  }

  @Test(
    "A tag that a proxy made weak still names the version that was read",
    arguments: ["W/\"3.a0\"", "W/\"3.a0-gzip\"", "W/\"3\"", "\"3.a0-gzip\"", "\"3.a0-br\""])
  func weakenedTag(text: String) throws {
    let tag = try #require(EntityTag(parsing: text))
    #expect(tag.namesVersion(of: EntityTag(version: 3, shownAs: "b1")))
    #expect(!tag.namesVersion(of: EntityTag(version: 4, shownAs: "a0")))
  }

  @Test(
    "What the hub never gives names no version",
    arguments: [
      "\"\"", "\"a\"", "W/\"a,b\"", "\"03\"", "\"3.\"", "\"-3\"", "\"+3\"", "\".a0\"",
      "\"99999999999999999999\"", "\"*\"", "\"0\"",
    ])
  func foreignTag(text: String) throws {
    let tag = try #require(EntityTag(parsing: text))
    #expect(tag.version == nil && !tag.namesVersion(of: tag))
  }

  @Test(
    "Entity tags are read and written",
    arguments: [("\"3\"", "3", false), ("W/\"a,b\"", "a,b", true), ("\"\"", "", false)])
  func tags(text: String, value: String, isWeak: Bool) {
    #expect(EntityTag(parsing: text) == EntityTag(value, isWeak: isWeak))
    #expect(EntityTag(value, isWeak: isWeak).text == text)
  }

  @Test(
    "A malformed entity tag is refused",
    arguments: ["", "3", "\"", "w/\"3\"", "\"a\"b\"", "\"a b\""])
  func refusesTag(text: String) {
    #expect(EntityTag(parsing: text) == nil)
    #expect(EntityTagCondition(parsing: text) == nil)
  }

  @Test(
    "If-Match compares versions, If-None-Match what was shown; both weakly",
    arguments: [
      ("*", "3", true, true), ("\"3\"", "3", true, true), ("\"2\" , \"3\"", "3", true, true),
      ("\"2\"", "3", false, false), ("W/\"3\"", "3", true, true), ("\"3\"", nil, false, false),
      ("*", nil, false, false), ("\"2,3\"", "3", false, false),
      ("\"3-gzip\"", "3", true, true), ("\"3\"", "3-gzip", true, true),
      ("W/\"3-gzip\"", "3", true, true), ("\"2-gzip\"", "3", false, false),
    ] as [(String, String?, Bool, Bool)])
  func conditions(text: String, current: String?, writes: Bool, names: Bool) throws {
    let condition = try #require(EntityTagCondition(parsing: text))
    let current = current.map { EntityTag($0) }
    #expect(condition.allowsWrite(of: current) == writes)
    #expect(condition.names(current) == names)
  }

  @Test("A request's conditions are absent, read or refused")
  func requestConditions() throws {
    let request = Request(.patch, "/", headers: ["If-Match": "\"3\"", "If-None-Match": "3"])
    #expect(try request.ifMatch() == .tags([EntityTag("3")]))
    #expect(try Request(.get, "/").ifMatch() == nil)
    #expect(throws: Problem.self) { try request.ifNoneMatch() }
  }

  @Test("Links are written with their relation, safe from what is in the address")
  func links() {
    #expect(Link("/a?b=1&c=2", relation: "next").text == "</a?b=1&c=2>; rel=\"next\"")
    #expect(
      Link.value([
        Link("/a", relation: "prev", parameters: [("title", "\"x\"")]),
        Link("/b> c", relation: "next"),
      ]) == "</a>; rel=\"prev\"; title=\"\\\"x\\\"\", </b%3E%20c>; rel=\"next\"")
  }

  @Test(
    "Cookies are read, malformed ones left out",
    arguments: [
      ("a=1; b=2", [["a", "1"], ["b", "2"]]), ("a=\"x\"", [["a", "x"]]), ("a=b=c", [["a", "b=c"]]),
      ("a", []), ("=1", []), ("", []), ("a=1;b=2; ;", [["a", "1"], ["b", "2"]]),
      ("a=", [["a", ""]]),
    ] as [(String, [[String]])])
  func cookies(text: String, pairs: [[String]]) {
    let request = Request(.get, "/", headers: ["Cookie": text])
    #expect(request.cookies.pairs.map { [$0.name, $0.value] } == pairs)
  }

  @Test("A cookie to be set is never seen by scripts")
  func setCookie() {
    #expect(
      SetCookie(name: "session", value: "abc", maxAge: 60, isSecure: true, sameSite: .strict).text
        == "session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure")
    #expect(
      SetCookie(name: "a", value: "x; y", isSecure: false).text
        == "a=x%3B%20y; Path=/; HttpOnly; SameSite=Lax")
  }

  @Test("A media type is read with its parameters")
  func mediaType() {
    let type = MediaType(parsing: "Text/CSV ; Charset=\"UTF-8\"; header=present")
    #expect(type?.name == "text/csv")
    #expect(type?.charset == "utf-8")
    for text in ["", "csv", "/csv", "text/", "a/b/c", ";"] {
      #expect(MediaType(parsing: text) == nil)
    }
  }
}
