import HubSQL
import Testing

@Suite struct ErrorTests {
  @Test(arguments: [
    (
      "INSERT INTO child (id, parent, age) VALUES (1, 1, 1)",
      SQLError.Constraint.unique(table: "child", columns: ["id"])
    ),
    (
      "INSERT INTO child (id, parent, age) VALUES (2, 1, 1)",
      .unique(table: "child", columns: ["parent", "age"])
    ),
    (
      "INSERT INTO parent (id, name) VALUES (2, 'ada')", .unique(table: "", columns: [])
    ),
    (
      "INSERT INTO pair (one, two) VALUES (1, 2)", .unique(table: "pair", columns: ["one", "two"])
    ),
    ("INSERT INTO child (parent, age) VALUES (99, 1)", .foreignKey),
    ("INSERT INTO child (parent, age) VALUES (1, -1)", .check),
    ("INSERT INTO child (parent, age) VALUES (NULL, 1)", .notNull),
    ("INSERT INTO child (parent, age) VALUES (1, 'old')", .other),
  ])
  func `a broken constraint says which`(text: String, what: SQLError.Constraint) throws {
    let connection = try Connection(path: ":memory:")
    try connection.script(
      """
      CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT) STRICT;
      CREATE UNIQUE INDEX parent_by_name ON parent (LOWER(name));
      CREATE TABLE child (
        id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent,
        age INTEGER NOT NULL CHECK (age >= 0), UNIQUE (parent, age)) STRICT;
      CREATE TABLE pair (one INTEGER, two INTEGER, PRIMARY KEY (one, two)) STRICT, WITHOUT ROWID;
      INSERT INTO pair VALUES (1, 2);
      INSERT INTO parent VALUES (1, 'Ada');
      INSERT INTO child VALUES (1, 1, 1);
      """)
    #expect(try kind { try connection.execute(text, []) } == .constraint(what: what))
  }

  @Test func `an error names the statement and no values`() throws {
    let connection = try Connection.withPeople("Ada")
    let error = #expect(throws: SQLError.self) {
      try connection.execute("INSERT INTO person (name) VALUES (\("Ada"))")
    }
    #expect(error?.sql == "INSERT INTO person (name) VALUES (?)")
    #expect(error?.extendedCode == 2067)
    #expect(error.map { "\($0)".contains("Ada") } == false)
  }

  @Test func `double quotes never make a string`() throws {
    let connection = try Connection.withPeople("Ada")
    #expect(throws: SQLError.self) {
      try connection.execute("SELECT id FROM person WHERE name = \"Ada\"")
    }
  }
}
