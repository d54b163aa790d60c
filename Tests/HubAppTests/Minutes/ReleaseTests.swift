import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Letting an outcome go in writing, before the minutes that hold it are approved.
@Suite struct ReleaseTests {
  /// Provisional outcomes of each kind, with everything filled in but the title in French; the
  /// field that is the title.
  static let outcomes = [
    ("/decisions/D-1", "text"), ("/action-items/A-1", "title"), ("/recommendations/R-1", "title"),
  ]

  private func world(languages: String = "en,fr") throws -> TestHub {
    let test = try World().test
    try test.hub.write(as: .founder) { writing in
      for statement in [
        "UPDATE people SET hub_role = 'staff' WHERE number = 1",
        "UPDATE decisions SET text_fr = ''", "UPDATE action_items SET title_fr = ''",
        "UPDATE recommendations SET title_fr = ''",
      ] {
        try writing.connection.execute(SQL(raw: statement))
      }
      try writing.connection.execute("UPDATE networks SET languages = \(languages)")
    }
    return test
  }

  private func release(_ test: TestHub, _ path: String) -> Response {
    test.send(
      .post, path + "/release", ["reason": "All agreed by letter."], as: "specimen-1",
      headers: ["If-Match": "*"])
  }

  @Test(arguments: outcomes)
  func `an outcome is released once every text is there in all the network’s languages`(
    path: String, field: String
  ) throws {
    let test = try world()
    let refused = release(test, path)
    #expect(refused.status == 422)
    let errors = try refused.json["errors"]?.array ?? []
    #expect(errors.map { $0["code"]?.string } == ["missingTranslation"])
    #expect(errors.first?["pointer"]?.string == "/\(field)/fr")
    #expect(try test.send(.get, path, as: "specimen-1").json["provisional"] == true)
    try test.hub.write(as: .founder) { writing in
      for table in [
        "decisions SET text_fr", "action_items SET title_fr", "recommendations SET title_fr",
      ] {
        try writing.connection.execute(SQL(raw: "UPDATE \(table) = 'Payer'"))
      }
    }
    let released = release(test, path)
    #expect(released.status == 200)
    #expect(try released.json["provisional"] == false)
  }

  @Test(arguments: outcomes)
  func `a network of one language asks for that one`(path: String, field: String) throws {
    #expect(release(try world(languages: "en"), path).status == 200)
    #expect(release(try world(languages: "fr"), path).status == 422)
  }
}
