/// Makes desks on a server, and looks after who may do what.
package enum DeskSchema {
  /// Makes a desk, or brings an older one up to date; one that is as it should be is left alone.
  ///
  /// - Returns: The version before; 0 for a desk that was not there.
  @discardableResult
  package static func establish(_ database: Database) throws(DeskError) -> Int {
    let desk = database.desk
    let encoding = try database.first("SHOW server_encoding") ?? ""
    guard encoding == "UTF8" else { throw DeskError(desk: desk, reason: .encoding(encoding)) }
    return try database.transaction { () throws(DeskError) in
      // Two who make the same desk at once: the second waits, and finds it made.
      try database.ask("SELECT pg_advisory_xact_lock(hashtext('sitboard desk'), hashtext($1))", [.text(desk)])
      let before = try version(database)
      guard before <= DeskStatements.version else { throw DeskError(desk: desk, reason: .newerSchema(before)) }
      if before == 0 { try database.run("CREATE SCHEMA IF NOT EXISTS \"\(desk)\"") }
      if before < DeskStatements.version { try database.run(DeskStatements.upgrade(of: desk, from: before)) }
      return before
    }
  }

  /// Refuses a desk that this program does not know.
  static func check(_ database: Database) throws(DeskError) {
    let version = try version(database)
    guard version > 0 else { throw DeskError(desk: database.desk, reason: .noDesk) }
    guard version <= DeskStatements.version else {
      throw DeskError(desk: database.desk, reason: .newerSchema(version))
    }
    guard version == DeskStatements.version else {
      throw DeskError(desk: database.desk, reason: .olderSchema(version))
    }
  }

  /// The version of a desk; 0 where there is none, or none that this account may see.
  private static func version(_ database: Database) throws(DeskError) -> Int {
    let desk = database.desk
    let schema = try database.first("SELECT has_schema_privilege(to_regnamespace($1), 'USAGE')", [.text(desk)])
    guard schema == "t" else { return 0 }
    let table = "\"\(desk)\".version"
    let found = try database.first("SELECT has_table_privilege(to_regclass($1), 'SELECT')", [.text(table)])
    guard found == "t" else { return 0 }
    return Int(try database.first("SELECT number FROM \(table)") ?? "") ?? 0
  }

  /// Makes the roles of a desk, each with the least that it needs; roles that are there are brought up to date.
  package static func makeRoles(_ database: Database) throws(DeskError) {
    try check(database)
    try database.transaction { () throws(DeskError) in
      for role in DeskRole.allCases {
        let name = role.name(of: database.desk)
        if try database.first("SELECT 1 FROM pg_roles WHERE rolname = $1", [.text(name)]) == nil {
          try database.run("CREATE ROLE \"\(name)\" NOLOGIN")
        }
      }
      try database.run(DeskRole.grants(of: database.desk))
    }
  }

  /// How a desk is doing.
  package struct Status: Sendable {
    package var version = 0
    package var articles = 0
    package var events = 0
    package var position = 0
    package var waiting = 0
    /// Articles that no worker could read: how each is called, and why.
    package var setAside: [SetAside] = []
    /// Roles of the desk, with those who have them.
    package var members: [(role: String, names: [String])] = []

    package struct SetAside: Hashable, Sendable {
      package var path: String
      package var trouble: String
    }
  }

  package static func status(_ database: Database) throws(DeskError) -> Status {
    try check(database)
    let desk = database.desk
    var status = Status(version: try version(database))
    func number(_ statement: String) throws(DeskError) -> Int { Int(try database.first(statement) ?? "") ?? 0 }
    status.articles = try number("SELECT count(*) FROM \"\(desk)\".article")
    status.events = try number("SELECT count(*) FROM \"\(desk)\".event")
    status.position = try number("SELECT coalesce(max(position), 0) FROM \"\(desk)\".event")
    let newest = "generation = (SELECT max(generation) FROM \"\(desk)\".reader)"
    status.waiting = try number("SELECT count(*) FROM \"\(desk)\".reading WHERE state = 'waiting' AND \(newest)")
    var setAside: [Status.SetAside] = []
    try database.ask(
      """
      SELECT path, coalesce(trouble, '') FROM "\(desk)".reading JOIN "\(desk)".article USING (digest)
        WHERE state = 'set aside' AND \(newest) ORDER BY reading.number
      """
    ) { row in setAside.append(Status.SetAside(path: row.text(0) ?? "", trouble: row.text(1) ?? "")) }
    status.setAside = setAside
    for role in DeskRole.allCases {
      var names: [String]?
      try database.ask(
        """
        SELECT coalesce(string_agg(member.rolname, chr(10) ORDER BY member.rolname), '') FROM pg_roles role
          LEFT JOIN pg_auth_members ON roleid = role.oid LEFT JOIN pg_roles member ON member.oid = pg_auth_members.member
          WHERE role.rolname = $1 GROUP BY role.oid
        """, [.text(role.name(of: desk))]
      ) { row in names = (row.text(0) ?? "").split(separator: "\n").map(String.init) }
      if let names { status.members.append((role.name(of: desk), names)) }
    }
    return status
  }
}

/// A role at a desk, with its rights.
package enum DeskRole: String, CaseIterable, Sendable {
  /// Sees everything, and keeps the own mark of the last briefing.
  case reader
  /// A reader who adds acts in the own name.
  case `operator`
  /// Adds articles and reads them: feeds and workers.
  case source
  /// Adds events in the names of others, as an import does.
  case admin

  package func name(of desk: String) -> String { "\(desk)_\(rawValue)" }

  /// Nobody is given the right to change or take out an event or an article; the columns that the server fills in, such
  /// as the position and the author, are given to nobody who could forge them.
  static func grants(of desk: String) -> String {
    let (reader, operators) = (DeskRole.reader.name(of: desk), DeskRole.operator.name(of: desk))
    let (source, admin) = (DeskRole.source.name(of: desk), DeskRole.admin.name(of: desk))
    return """
      REVOKE ALL ON SCHEMA "\(desk)" FROM PUBLIC;
      REVOKE ALL ON ALL TABLES IN SCHEMA "\(desk)" FROM PUBLIC;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA "\(desk)" FROM PUBLIC;
      GRANT "\(reader)" TO "\(operators)", "\(source)", "\(admin)";
      GRANT USAGE ON SCHEMA "\(desk)" TO "\(reader)";
      GRANT SELECT ON ALL TABLES IN SCHEMA "\(desk)" TO "\(reader)";
      GRANT INSERT (name, mark), UPDATE (mark, kept_at) ON "\(desk)".reader_mark TO "\(reader)";
      GRANT INSERT (board, instant), UPDATE (instant, seen_at), DELETE ON "\(desk)".presence TO "\(reader)";
      GRANT USAGE ON SEQUENCE "\(desk)".position TO "\(operators)", "\(source)", "\(admin)";
      GRANT INSERT (id, kind, incident, digest, generation, place, line) ON "\(desk)".event
        TO "\(operators)", "\(source)", "\(admin)";
      GRANT INSERT (author, at) ON "\(desk)".event TO "\(admin)";
      GRANT INSERT (digest, bytes, path, address, headers, outlet, edition_of, dated, timezone, fetched_at)
        ON "\(desk)".article TO "\(source)", "\(admin)";
      GRANT INSERT (name) ON "\(desk)".reader TO "\(source)", "\(admin)";
      GRANT INSERT (digest, generation, number), UPDATE (state, attempts, worker, changed_at, trouble, position)
        ON "\(desk)".reading TO "\(source)", "\(admin)";
      DROP POLICY IF EXISTS acts ON "\(desk)".event;
      CREATE POLICY acts ON "\(desk)".event FOR INSERT TO "\(operators)" WITH CHECK (kind = 'act');
      DROP POLICY IF EXISTS readings ON "\(desk)".event;
      CREATE POLICY readings ON "\(desk)".event FOR INSERT TO "\(source)" WITH CHECK (kind IN ('article', 'source'));
      DROP POLICY IF EXISTS everything ON "\(desk)".event;
      CREATE POLICY everything ON "\(desk)".event FOR INSERT TO "\(admin)" WITH CHECK (true);
      """
  }
}
