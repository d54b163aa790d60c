import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Who may create, edit and move a record of each kind is what its lists of roles say.
@Suite struct WritingMatrixTests {
  let stage: Stage

  init() throws { stage = try Stage.shared }

  @Test(arguments: RecordType.allCases)
  func `only those whose role is in the list edit a record`(type: RecordType) throws {
    try edit(type.subject)
  }

  private func edit<R: Stored>(_ type: R.Type) throws {
    for exhibit in try #require(stage.exhibits[R.type]) {
      for figure in Figure.all {
        var decided: Bool?
        let result = try trying(as: figure) { writing in
          decided = try writing.load(ID<R>(exhibit.reference.number))?.mayBeChanged(in: writing)
          return try writing.edit(ID<R>(exhibit.reference.number)) {
            $0.header.illustrative.toggle()
          }
        }
        let record = try stage.test.hub.read(as: .founder) {
          try $0.find(ID<R>(exhibit.reference.number))
        }
        expect(result, figure, exhibit, needing: record.writers, decided: decided)
      }
    }
  }

  @Test(arguments: LifeCycleTests.types)
  func `only those whose role is in the list move a record`(type: RecordType) throws {
    try move(type.subject)
  }

  private func move<R: Stored>(_ type: R.Type) throws {
    let exhibits = try #require(stage.exhibits[R.type])
    for (state, same) in Dictionary(grouping: exhibits, by: \.state) {
      // The first is public, the next ones narrower: two looks at each step.
      for exhibit in [same.first, same.last].compactMap(\.self) {
        for transition in try #require(R.lifeCycle).transitions(from: state) {
          for figure in Figure.all {
            var decided: Bool?
            let result = try trying(as: figure) { writing in
              decided = try writing.load(ID<R>(exhibit.reference.number))?
                .mayBeChanged(in: writing)
              return try writing.move(
                ID<R>(exhibit.reference.number), to: transition.to, reason: "why")
            }
            expect(
              result, figure, exhibit, needing: transition.by, transition.verb, decided: decided)
          }
        }
      }
    }
  }

  /// Hidden: as if absent. Seen without the role: not allowed, or sign in. Otherwise done, or
  /// refused by a rule that is no question of who asks.
  ///
  /// - Parameter decided: by what it belongs to, where its own roles do not decide.
  private func expect<T>(
    _ result: Result<T, Refusal>, _ figure: Figure, _ exhibit: Exhibit, needing roles: Roles,
    _ verb: String = "", decided: Bool? = nil
  ) {
    let isAllowed = decided ?? !figure.roles(to: exhibit).isDisjoint(with: roles.names)
    let place = "\(figure) \(exhibit.reference) \(exhibit.state) \(verb)"
    switch result.refusal {
    case .notFound: #expect(!figure.sees(exhibit), "\(place)")
    case .signInRequired: #expect(figure.sees(exhibit) && figure.network == nil, "\(place)")
    case .notAllowed(let fault):
      #expect(figure.sees(exhibit) && !isAllowed && figure.network != nil, "\(place)")
      #expect(fault.arguments["roles"] == roles.names.joined(separator: ", "))
    default: #expect(figure.sees(exhibit) && isAllowed, "\(place)")
    }
  }

  // An agenda comes with its meeting, minutes take its number.
  @Test(arguments: RecordType.allCases.filter { !$0.sharesNumberWithMeeting })
  func `only those whose role is in the list create a record`(type: RecordType) throws {
    try create(type.subject)
  }

  private func create<R: Stored>(_ type: R.Type) throws {
    for figure in Figure.all {
      var created: Exhibit?
      var decided: Bool?
      let refusal = try trying(as: figure) { writing in
        var draft = Specimen.full(R.self, serial: 5000) {
          $0 == .person ? stage.people["assignee"] ?? 1 : 1
        }
        // Making staff and admins, and giving duties, have rules of their own.
        if var person = draft as? Person {
          (person.hubRole, person.duties) = (.none, [])
          draft = person as? R ?? draft
        }
        draft.header = Header()
        draft.header.network = ID(1)
        var settled = draft
        settled.header.author = writing.caller.person
        // Whose a document is follows from what it is kept with.
        if var document = settled as? Document {
          _ = try document.settle(from: nil, on: .ordinary, in: writing)
          settled = document as? R ?? settled
        }
        created = Exhibit(settled, people: stage.people)
        decided = try settled.mayBeChanged(in: writing)
        return try writing.create(draft)
      }.refusal
      var roles = try figure.roles(to: #require(created))
      // Whoever creates a record is its author and can name themselves in it: that alone is no
      // right to create one.
      for own in ["author", "assignee", "oneself"] { roles.remove(own) }
      let isAllowed = decided ?? !roles.isDisjoint(with: R.creators.names)
      switch refusal {
      case .signInRequired: #expect(figure.network == nil)
      case .notAllowed: #expect(!isAllowed && figure.network != nil, "\(figure) \(R.type)")
      default: #expect(isAllowed, "\(figure) \(R.type)")
      }
    }
  }

  @Test(arguments: RecordType.allCases)
  func `nobody writes before signing in, whatever is sent`(type: RecordType) {
    for body in [[:], ["title": 17], ["person": "P-1"]] as [JSON] {
      let answer = stage.test.send(.post, "/\(type.path)", body)
      #expect(answer.status == 401, "\(type)")
    }
  }

  @Test(arguments: RecordType.allCases)
  func `what a caller can do is said with the record`(type: RecordType) throws {
    try can(type.subject)
  }

  private func can<R: Stored>(_ type: R.Type) throws {
    for exhibit in Dictionary(grouping: try #require(stage.exhibits[R.type]), by: \.state)
      .compactMap(\.value.first)
    {
      for figure in Figure.all where figure.sees(exhibit) {
        let path = "/\(R.type.path)/\(exhibit.reference)"
        let json = try stage.test.send(.get, path, as: figure.principal).json
        let roles = figure.roles(to: exhibit)
        let record = try stage.test.hub.read(as: .founder) {
          try $0.find(ID<R>(exhibit.reference.number))
        }
        var expected = roles.isDisjoint(with: record.writers.names) ? [] : ["edit"]
        for transition in R.lifeCycle?.transitions(from: exhibit.state) ?? []
        where !roles.isDisjoint(with: transition.by.names) { expected.append(transition.verb) }
        #expect(json["can"]?.array?.compactMap(\.string) == expected, "\(figure) \(path)")
      }
    }
  }

  @Test(arguments: LifeCycleTests.types)
  func `moving a record is no way to edit it`(type: RecordType) throws {
    try smuggle(type.subject)
  }

  private func smuggle<R: Stored>(_ type: R.Type) throws {
    for (state, same) in Dictionary(grouping: try #require(stage.exhibits[R.type]), by: \.state) {
      let exhibit = try #require(same.first)
      for transition in try #require(R.lifeCycle).transitions(from: state) {
        for figure in Figure.all where figure.sees(exhibit) {
          let roles = figure.roles(to: exhibit)
          guard !roles.isDisjoint(with: transition.by.names),
            roles.isDisjoint(with: R.writers.names)
          else { continue }
          let refusal = try trying(as: figure) { writing in
            try writing.move(ID<R>(exhibit.reference.number), to: transition.to, reason: "why") {
              $0.header.visibility = .public
              $0.header.illustrative.toggle()
            }
          }.refusal
          let fault = Fault("notAllowed", ["roles": R.writers.names.joined(separator: ", ")])
          #expect(refusal == .notAllowed(fault), "\(figure) \(exhibit.reference)")
        }
      }
    }
  }

  /// Tries something out as somebody and undoes it.
  private func trying<T>(as figure: Figure, _ body: (Writing) throws -> T) throws
    -> Result<T, Refusal>
  {
    try World(test: stage.test).trying(as: figure.identity, body)
  }
}
