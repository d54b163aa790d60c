import HubModel
import HubSQL

@testable import HubApp

/// The program as it may be tomorrow, with ordinary changes to one kind of record:
///
/// - a rule tightened by a word: what is finished is for the body alone
/// - a new yes/no field, and a new text
/// - a field, a state and a choice renamed
/// - data migrated by code
struct LaterActionItem: Stored {
  static let type = RecordType.actionItem
  static let table = RecordTable<LaterActionItem>()
  static let writers = ActionItem.writers

  var today = ActionItem()
  var urgent = false
  var urgency: LocalizedText?

  var header: Header {
    get { today.header }
    set { today.header = newValue }
  }

  static let fields: [Field<LaterActionItem>] = [
    Field("body", \.today.body, [.required, .fixed], link: .beside),
    Field("item", \.today.item, [.fixed], link: .from),
    Field("title", \.today.title, [.required, .searched]),
    Field("explanation", \.today.details, [.prose, .searched], formerly: ["details"]),
    Field("assignee", \.today.assignee, link: .beside),
    Field("dueOn", \.today.dueOn),
    Field("firstDueOn", \.today.firstDueOn, [.system]),
    Field("doneOn", \.today.doneOn, [.system]),
    Field("provisional", \.today.provisional, [.system]),
    Field("urgent", \.urgent),
    Field("urgency", \.urgency),
  ]

  enum State: String, CaseIterable, Sendable {
    case open, inProgress, blocked, finished, verified, cancelled
  }

  static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .open, formerly: ["done": .finished],
    [.init("finish", [.open, .inProgress], .finished, by: ActionItem.writers)])

  var label: LocalizedText { today.title }
  var scope: Scope {
    let isFinished = header.state == State.finished.rawValue
    return Scope(
      body: today.body, person: today.assignee,
      ceiling: today.provisional || isFinished ? .body : .public)
  }
  var day: Day? { today.dueOn }
}

/// A kind of knowledge item that was renamed.
struct LaterKnowledgeItem: Stored {
  static let type = RecordType.knowledgeItem
  static let table = RecordTable<LaterKnowledgeItem>()

  enum Kind: String, Choice {
    case goodPractice, lesson, story, gap
    static let formerly: [String: Kind] = ["practiceSheet": .goodPractice]
  }

  var today = KnowledgeItem()
  var kind = Kind.goodPractice

  var header: Header {
    get { today.header }
    set { today.header = newValue }
  }

  static let fields: [Field<LaterKnowledgeItem>] = [
    Field("title", \.today.title, [.required, .searched]),
    Field("kind", \.kind),
    Field("summary", \.today.summary, [.prose, .searched]),
    Field("text", \.today.text, [.prose, .searched]),
    Field("impact", \.today.impact, [.prose, .searched]),
    Field("challenges", \.today.challenges, [.prose, .searched]),
    Field("lessons", \.today.lessons, [.prose, .searched]),
    Field("sourceNote", \.today.sourceNote),
    Field("meeting", \.today.meeting, link: .from),
    Field("agreement", \.today.agreement, link: .from),
    Field("themes", \.today.themes),
  ]

  static var lifeCycle: LifeCycle? { KnowledgeItem.lifeCycle }
  var label: LocalizedText { today.title }
  var scope: Scope { today.scope }
}

extension Schema {
  /// What that program knows of files.
  static func later() throws -> Schema {
    var schema = Schema.current
    schema.rules += 1
    schema.subjects = schema.subjects.map { subject in
      switch subject.type {
      case .actionItem: LaterActionItem.self
      case .knowledgeItem: LaterKnowledgeItem.self
      default: subject
      }
    }
    let sql = try laterMigration()
    schema.migrations.append(
      Migration(
        number: schema.migrations.count + 1, name: "urgent-actions", sql: sql, digest: "later"))
    schema.steps.append(
      DataStep("urgent-actions") { writing in
        let blocked: [LaterActionItem] = try writing.loadAll(where: "t.state = 'blocked'")
        for action in blocked { try writing.adjust(action, on: .migration) { $0.urgent = true } }
      })
    return schema
  }

  /// Rebuilds the table, since a state is renamed; every other column is taken over.
  private static func laterMigration() throws -> String {
    let hub = try Hub.open(":memory:", create: true)
    return try hub.database.read { connection in
      let table = try connection.first(
        "SELECT sql FROM sqlite_schema WHERE name = 'action_items'", { $0.string(0) })
      let indexes = try connection.query(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'action_items' "
          + "AND sql IS NOT NULL", { $0.string(0) })
      let columns = try connection.query(
        "SELECT name FROM pragma_table_info('action_items')", { $0.string(0) })
      let values = columns.map {
        $0 == "state" ? "CASE state WHEN 'done' THEN 'finished' ELSE state END" : $0
      }
      let made = (table ?? "").replacing(
        "action_items", with: "new_action_items", maxReplacements: 1
      )
      .replacing("'done'", with: "'finished'")
      let index = indexes.joined(separator: ";\n")
      return """
        \(made);
        INSERT INTO new_action_items (\(columns.joined(separator: ", ")))
          SELECT \(values.joined(separator: ", ")) FROM action_items;
        DROP TABLE action_items;
        ALTER TABLE new_action_items RENAME TO action_items;
        \(index);
        ALTER TABLE action_items RENAME COLUMN details_en TO explanation_en;
        ALTER TABLE action_items RENAME COLUMN details_fr TO explanation_fr;
        ALTER TABLE action_items RENAME COLUMN details_stale TO explanation_stale;
        ALTER TABLE action_items ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0
          CHECK (urgent IN (0, 1));
        ALTER TABLE action_items ADD COLUMN urgency_en TEXT;
        ALTER TABLE action_items ADD COLUMN urgency_fr TEXT;
        ALTER TABLE action_items ADD COLUMN urgency_stale TEXT CHECK (urgency_stale IN ('en', 'fr'));
        UPDATE knowledge_items SET kind = 'goodPractice' WHERE kind = 'practiceSheet';
        """
    }
  }
}
