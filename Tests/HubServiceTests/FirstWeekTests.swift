import Foundation
import HubText
import Testing

/// From an empty folder to the first published agenda: six commands and an editor, as
/// docs/imports.md and docs/importations.md show them.
@Suite struct FirstWeekTests {
  /// What somebody has in a spreadsheet, as theirs writes it in each language.
  private struct Tables {
    let language: String
    private var isFrench: Bool { language == "fr" }
    private var separator: String { isFrench ? ";" : "," }

    init(_ language: String) { self.language = language }

    private func table(_ english: String, _ french: String, _ rows: [[String]]) -> Data {
      let head = (isFrench ? french : english).split(separator: "|").map(String.init)
      let lines = ([head] + rows).map { $0.joined(separator: separator) + "\r\n" }
      return Data("\u{FEFF}\(lines.joined())".utf8)
    }

    var organizations: Data {
      table(
        "Name (English)|Name (French)|Kind", "Nom (anglais)|Nom (français)|Catégorie",
        (1...12).map {
          [
            "House \($0)", "Maison \($0)",
            isFrench ? "organisme communautaire" : "community organization",
          ]
        })
    }

    var bodies: Data {
      table(
        "Name (English)|Name (French)|Kind", "Nom (anglais)|Nom (français)|Catégorie",
        [["Plenary", "Plénière", isFrench ? "plénière" : "plenary"]]
          + (1...4).map {
            ["Group \($0)", "Groupe \($0)", isFrench ? "groupe de travail" : "working group"]
          })
    }

    var people: Data {
      table(
        "Handle|Name|Organization|Preferred language",
        "Identifiant|Nom|Organisme|Langue de préférence",
        (1...30).map {
          [
            "@person-\($0)", "Person \($0)",
            isFrench ? "Maison \($0 % 12 + 1)" : "House \($0 % 12 + 1)",
            isFrench ? "français" : "English",
          ]
        })
    }

    var memberships: Data {
      table(
        "Person|Body|Role|Since", "Personne|Instance|Rôle|depuis",
        (1...30).map {
          [
            "@person-\($0)",
            $0 % 5 == 0
              ? (isFrench ? "Plénière" : "Plenary") : "\(isFrench ? "Groupe" : "Group") \($0 % 5)",
            $0 == 5 ? "facilitator" : isFrench ? "membre" : "member",
            isFrench ? "1er janvier 2026" : "2026-01-01",
          ]
        })
    }

    /// What an editor made of an empty file.
    var agenda: Data {
      Data(
        (isFrench
          ? """
          # First plenary / Première plénière

          - Instance : Plénière
          - Date : 2099-09-17, 13 h 30 à 16 h, America/Winnipeg

          ## 1. Welcome / Mot de bienvenue

          - But : information
          - Durée : 10 min
          - Présentation : @person-5

          """
          : """
          # First plenary / Première plénière

          - Body: Plenary
          - Date: 2099-09-17, 1:30 pm to 4 pm, America/Winnipeg

          ## 1. Welcome / Mot de bienvenue

          - Purpose: information
          - Time: 10 min
          - Presenter: @person-5

          """).utf8)
    }
  }

  @Test(arguments: ["en", "fr"])
  func `twelve organizations, thirty people and five bodies have an agenda in six commands`(
    language: String
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hub-week-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tables = Tables(language)
    func path(_ name: String) -> String { folder.appending(path: name).path }
    for (name, data) in [
      ("organizations.csv", tables.organizations), ("bodies.csv", tables.bodies),
      ("people.csv", tables.people), ("memberships.csv", tables.memberships),
      ("first.md", tables.agenda),
    ] { try data.write(to: URL(filePath: path(name))) }
    func run(_ arguments: String...) throws -> String {
      let call = try HubCommand.run(
        arguments + ["--database", path("hub.db"), "--as", "@me", "--lang", language])
      #expect(call.status == 0, "\(arguments): \(call.errors)")
      return String(decoding: call.output, as: UTF8.self)
    }
    _ = try run(
      "init", "--name-en", "River network", "--name-fr", "Réseau de la Rivière", "--admin", "@me",
      "--time-zone", "America/Winnipeg")
    for kind in ["organizations", "bodies", "people", "memberships"] {
      _ = try run("import", kind, path("\(kind).csv"))
    }
    #expect(try run("agenda", "publish", path("first.md"), "--yes").contains("M-1"))
    let counts = try ["organization": 12, "person": 31, "body": 5, "membership": 30].map {
      noun, count in
      let list = try run(noun, "list", "--all", "--json")
      return try JSON(parsing: Array(list.utf8))["items"]?.array?.count == count
    }
    #expect(counts.allSatisfy { $0 })
    let item = try run("item", "show", "I-1", "--json")
    #expect(item.contains("Mot de bienvenue"))
  }
}
