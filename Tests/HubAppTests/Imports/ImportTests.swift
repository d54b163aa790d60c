import HubHTTP
import HubModel
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp

@Suite struct ImportTests {
  private func send(
    _ test: TestHub, _ kind: String, _ text: String, as handle: String? = "staff-bc",
    query: Query = Query(), bytes: [UInt8]? = nil, headers: Headers = Headers()
  ) -> Response {
    var headers = headers
    headers.add("Content-Type", "text/csv")
    var request = Request(
      .post, "/api/v1/imports/\(kind)", query: query, headers: headers,
      body: bytes ?? Array(text.utf8), id: "test")
    request.principal = handle
    return test.api.respond(to: request)
  }

  /// The faults of a refusal, each by its place and its code.
  private func faults(_ response: Response) throws -> [[String]] {
    (try response.json["errors"]?.array ?? []).map {
      [String($0["pointer"]?.string?.dropFirst() ?? ""), $0["code"]?.string ?? ""]
    }
  }

  private func counts(_ response: Response) throws -> [Int64?] {
    let json = try response.json
    return ["created", "changed", "unchanged"].map { json[$0]?.integer }
  }

  @Test func `the rows of a table become records, and the same table changes nothing`() throws {
    let test = try TestHub.sample()
    let table = """
      handle,name,function_en,function_fr,organization,preferredLanguage,email
      @nadia,Nadia Exemplar,Clerk,Commis,O-2,French,nadia@example.org
      @omar,"Omar
      Exemplar",,,,en,

      """
    let first = send(test, "people", table)
    #expect(first.status == 200)
    #expect(try counts(first) == [2, 0, 0])
    #expect(try counts(send(test, "people", table)) == [0, 0, 2])
    let ref = try #require(try first.json["items"]?[0]?["ref"]?.string)
    let nadia = try test.send(.get, "/people/\(ref)", as: "staff-bc").json
    #expect(nadia["handle"]?.string == "nadia")
    #expect(nadia["preferredLanguage"]?.string == "fr")
    #expect(nadia["function"]?["fr"]?.string == "Commis")
    #expect(nadia["organization"]?.string == "O-2")
  }

  @Test func `a trial tells what would happen from what to what, and keeps nothing`() throws {
    let test = try TestHub.sample()
    _ = send(test, "people", "handle,name\nnadia,Nadia Exemplar\n")
    let table = "handle,name\nnadia,Nadia Example\nomar,Omar Exemplar\n"
    let trial = try send(test, "people", table, query: ["dryRun": "true"]).json
    #expect(trial["dryRun"]?.bool == true)
    #expect(trial["items"]?[0]?["does"]?.string == "change")
    #expect(trial["items"]?[0]?["changes"]?[0]?["from"]?.string == "Nadia Exemplar")
    #expect(trial["items"]?[0]?["changes"]?[0]?["to"]?.string == "Nadia Example")
    #expect(trial["items"]?[1]?["does"]?.string == "create")
    #expect(trial["items"]?[1]?["ref"] == .null)
    #expect(try counts(send(test, "people", table)) == [1, 1, 0])
  }

  @Test func `every fault is told at its row and column, and nothing is kept`() throws {
    let test = try TestHub.sample()
    let table = """
      handle,name,organization,email,preferredLanguage
      nadia,Nadia,Nowhere at all,=A1,franch
      omar,Omar,O-9999,omar@example.org,oui
      nadia,Nadia,,@not a handle,fr
      lea,+1 604 555-0101,,lea@example.org,fr,more
      max,,,-SUM(A1),fr
      tim,Tim\u{7}Bell,,,fr
      """
    let answer = send(test, "people", table)
    #expect(answer.status == 422)
    #expect(
      try faults(answer) == [
        ["2/organization", "unknownName"], ["2/email", "cellFormula"],
        ["2/preferredLanguage", "unknownChoiceNear"], ["3/organization", "unknownReference"],
        ["3/preferredLanguage", "unknownChoice"], ["4", "rowTwice"], ["4/email", "cellFormula"],
        ["5", "extraCell"], ["6/email", "cellFormula"], ["7/name", "cellControlCharacter"],
      ])
    #expect(try answer.json["positions"]?[1] == ["line": 2, "column": 4])
    #expect(try counts(send(test, "people", "handle,name\nomar,Omar\n")) == [1, 0, 0])
  }

  @Test(
    arguments: [
      ("handle,name,nom\nnadia,N,N\n", [["1/nom", "columnTwice"]]),
      ("handle,nane\nnadia,N\n", [["1/nane", "unknownColumnNear"], ["1/name", "missingColumn"]]),
      ("handle,name,shoe size\nn,N,7\n", [["1/shoe size", "unknownColumn"]]),
      ("handle,name,Function\nnadia,N,Clerk\n", [["1/Function", "columnWithoutLanguage"]]),
      ("", [["", "tableIsEmpty"]]),
      ("handle,name\nnadia,N \"x\" y\n", [["", "tableStrayQuote"]]),
      ("handle,name\nnadia,\"N\" y\n", [["", "tableTextAfterQuote"]]),
      ("handle,name\nnadia,\"N\n", [["", "tableUnclosedQuote"]]),
      ("handle,name\rnadia,N\r", [["", "tableBareReturn"]]),
    ] as [(String, [[String]])])
  func `a head or a form that cannot be read is refused`(table: String, expected: [[String]]) throws
  {
    let test = try TestHub.sample()
    #expect(try faults(send(test, "people", table)) == expected)
  }

  @Test func `a column can be left out where somebody says so`() throws {
    let test = try TestHub.sample()
    let table = "handle,name,shoe size\nnadia,N,7\n"
    let answer = send(test, "people", table, query: ["without": "Shoe Size"])
    #expect(try counts(answer) == [1, 0, 0])
    #expect(try answer.json["columns"]?[2]?["readAs"] == .null)
  }

  @Test func `tables of a French Excel are read`() throws {
    let test = try TestHub.sample()
    let table = "Identifiant;Nom;Langue;Courriel\r\n@nadia;Nadia;français;\r\n"
    let latin = table.unicodeScalars.map { UInt8($0.value) }
    let refused = send(test, "people", "", bytes: latin)
    #expect(try faults(refused) == [["", "tableNotUTF8"]])
    #expect(try refused.json["errors"]?[0]?["detail"]?.string?.contains("français") == true)
    let query: Query = ["encoding": "windows-1252"]
    #expect(try counts(send(test, "people", "", query: query, bytes: latin)) == [1, 0, 0])
    #expect(try counts(send(test, "people", "\u{FEFF}" + table)) == [0, 0, 1])
    let tabs = "sep=\t\n" + table.replacing(";", with: "\t")
    #expect(try counts(send(test, "people", tabs)) == [0, 0, 1])
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in table.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try counts(send(test, "people", "", bytes: wide)) == [0, 0, 1])
  }

  @Test func `meetings to come and of the past come in by the clocks of their place`() throws {
    let test = try TestHub.sample()
    let table = """
      Instance;title_en;title_fr;Début;Fin;fuseau;Mode;languages;state
      B-1;Spring;Printemps;15 avril 2027 13 h 30;16 h 00;America/Vancouver;virtual;anglais; French
      B-1;Old;Ancienne;2016-11-23 09:00:00;2016-11-23T12:00;America/Vancouver;;;Held
      """.replacing("anglais; French", with: "\"anglais; French\"")
    let answer = send(test, "meetings", table)
    #expect(try counts(answer) == [2, 0, 0])
    let ref = try answer.json["items"]?[0]?["ref"]?.string ?? ""
    let spring = try test.send(.get, "/meetings/\(ref)", as: "staff-bc").json
    #expect(spring["startsAt"]?.string == "2027-04-15T20:30:00Z")
    #expect(spring["endsAt"]?.string == "2027-04-15T23:00:00Z")
    #expect(spring["languages"] == ["en", "fr"])
    #expect(spring["state"]?.string == "scheduled")
    let old = try answer.json["items"]?[1]?["ref"]?.string ?? ""
    #expect(
      try test.send(.get, "/meetings/\(old)", as: "staff-bc").json["state"]?.string == "held")
    #expect(try counts(send(test, "meetings", table)) == [0, 0, 2])
  }

  @Test(
    arguments: [
      ("03/12/2026", "dayTwoWays"), ("friday", "dayWithoutYear"), ("3 December", "dayWithoutYear"),
      ("soon", "unreadableDay"),
    ])
  func `a day that can be another one is refused`(text: String, code: String) throws {
    let test = try TestHub.sample()
    let table = "person,body,role,since\n@facilitator,B-2,observer,\(text)\n"
    #expect(try faults(send(test, "memberships", table)) == [["2/since", code]])
  }

  @Test(arguments: ["25/12/2024", "2024-12-25", "25 décembre 2024", "Dec. 25, 2024", "2024/12/25"])
  func `days are read as people write them`(text: String) throws {
    let test = try TestHub.sample()
    let table = "person,body,role,since\n@facilitator,B-2,observer,\"\(text)\"\n"
    let answer = send(test, "memberships", table)
    let ref = try answer.json["items"]?[0]?["ref"]?.string ?? ""
    let membership = try test.send(.get, "/memberships/\(ref)", as: "staff-bc").json
    #expect(membership["startsOn"]?.string == "2024-12-25")
    #expect(try counts(send(test, "memberships", table)) == [0, 0, 1])
  }

  @Test func `lists, numbers and hours say what they are or are refused`() throws {
    let test = try TestHub.sample()
    let organizations = "name_en,regions\nHarbour,\"Fraser, Okanagan\"\n"
    #expect(try faults(send(test, "organizations", organizations)) == [["2/regions", "cellList"]])
    let meetings = "body,title_en,startsAt,endsAt\nB-1,Spring,2027-04-15,later\n"
    #expect(
      try faults(send(test, "meetings", meetings)) == [
        ["2/startsAt", "cellMoment"], ["2/endsAt", "cellMoment"],
      ])
    let bodies = "name_en,quorum,workersForum\nNight,3.5,perhaps\n"
    #expect(
      try faults(send(test, "bodies", bodies)) == [
        ["2/quorum", "cellNumber"], ["2/workersForum", "cellYesOrNo"],
      ])
    let good =
      "name_en,name_fr,kind,quorum,workersForum\nNight,Nuit,groupe de travail,\"3,0\",oui\n"
    #expect(try counts(send(test, "bodies", good)) == [1, 0, 0])
  }

  @Test func `a name that several have is refused with all of them`() throws {
    let test = try TestHub.sample()
    _ = send(test, "people", "handle,name\nalex-a,Alex Same\nalex-b,Alex Same\n")
    let table = "person,body,role,since\nAlex Same,B-2,member,2024-01-01\n"
    #expect(try faults(send(test, "memberships", table)) == [["2/person", "ambiguousName"]])
    let near = "person,body,role,since\nAlex Sane,B-2,member,2024-01-01\n"
    #expect(try faults(send(test, "memberships", near)) == [["2/person", "unknownNameNear"]])
  }

  @Test func `what only some may do is refused to the others`() throws {
    let test = try TestHub.sample()
    let table = "handle,name\nnadia,Nadia\n"
    #expect(send(test, "people", table, as: nil).status == 401)
    #expect(send(test, "people", table, as: "facilitator").status == 403)
    #expect(send(test, "shoes", table).status == 404)
    let raised = "handle,name,hubRole\nnadia,Nadia,admin\n"
    #expect(send(test, "people", raised).status == 403)
  }

  @Test func `more rows than a request takes are refused, and too many faults are counted`() throws
  {
    let test = try TestHub.sample()
    let many = "handle,name\n" + String(repeating: "x1,N\n", count: 2001)
    #expect(try faults(send(test, "people", many)) == [["", "tooManyRows"]])
    let faulty = "handle,name\n" + (1...1200).map { "Bad \($0),N\n" }.joined()
    let answer = try send(test, "people", faulty).json
    #expect(answer["errors"]?.array?.count == 1001)
    #expect(answer["errors"]?[1000]?["code"]?.string == "moreFaults")
  }

  @Test(arguments: ImportKind.all.map(\.name))
  func `a template is a table of no rows, whatever the language`(kind: String) throws {
    let test = try TestHub.sample()
    for language in ["en", "fr"] {
      let template = test.send(
        .get, "/imports/\(kind)/template", as: "staff-bc", query: ["lang": language])
      let answer = send(test, kind, "", bytes: try template.collected())
      #expect(try counts(answer) == [0, 0, 0])
      #expect(try answer.json["remarks"] == [2])
      // Its example is one that works, but for what it names.
      let text = String(decoding: try template.collected(), as: UTF8.self)
        .replacing(language == "fr" ? "# exemple" : "# example", with: "")
      let tried = try faults(send(test, kind, text, query: ["dryRun": "true"]))
      #expect(tried.allSatisfy { ["unknownName", "unknownHandle"].contains($0[1]) })
    }
  }

  @Test func `a key makes a retry safe`() throws {
    let test = try TestHub.sample()
    let headers: Headers = ["Idempotency-Key": "import-1"]
    let table = "handle,name\nnadia,Nadia\n"
    #expect(try counts(send(test, "people", table, headers: headers)) == [1, 0, 0])
    let again = send(test, "people", table, headers: headers)
    #expect(try counts(again) == [1, 0, 0])
    #expect(again.headers["Idempotency-Replayed"] == "true")
  }

  @Test func `sums are read as people write them, where they can be read in one way`() throws {
    let test = try TestHub.sample()
    try test.hub.read(as: .person("staff-bc")) { reading in
      var cells = ImportCells(.agreement, ImportNames(reading), Words(.en))
      let column = try #require(
        ImportColumn.all(of: Agreement.self).first { $0.kind == .money })
      #expect(try cells.value("85 000,50 $", in: column)?["amount"]?.string == "85000.50")
      #expect(try cells.value("-12.50", in: column)?["amount"]?.string == "-12.50")
      #expect(try cells.value("85,000", in: column) == nil)
      #expect(try cells.value("a lot", in: column) == nil)
      #expect(cells.faults.map(\.code) == ["moneyTwoWays", "cellMoney"])
    }
  }

  @Test func `a day of numbers is read where only one day can be meant`() throws {
    #expect(TableDay.read("31/31/2026") == .unreadable)
    #expect(TableDay.read("05/05/2026") == .day(try #require(Day(year: 2026, month: 5, day: 5))))
  }

  /// What is no formula is not taken for one.
  @Test(arguments: ["+1 604 555-0101", "-3", "- one\n- two", "@nadia"])
  func `a number, a list with dashes and a handle are no formulas`(text: String) throws {
    let test = try TestHub.sample()
    try test.hub.read(as: .person("staff-bc")) { reading in
      var cells = ImportCells(.body, ImportNames(reading), Words(.en))
      let column = try #require(ImportColumn.all(of: Body.self).first { $0.isProse })
      #expect(try cells.value(text, in: column) == .string(text))
      #expect(cells.faults == [])
    }
  }
}
