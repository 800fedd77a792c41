/// The statements that make a desk, one version after another. What was applied once is never changed: a later version
/// adds to it.
enum DeskStatements {
  static var version: Int { versions.count }

  /// - Parameter desk: The name of the desk, which is that of its schema.
  static func upgrade(of desk: String, from version: Int) -> String {
    versions[version...].map { statements in
      statements.replacing("DESK", with: "\"\(desk)\"").replacing("NEWS", with: DeskChannel.news(desk))
        .replacing("WORK", with: DeskChannel.work(desk))
    }.joined(separator: "\n")
      + "\nUPDATE \"\(desk)\".version SET number = \(versions.count);"
  }

  private static let versions = [first]

  /// Positions of events and numbers of articles come from one sequence. A transaction that adds events holds the lock of
  /// the table until it ends, so that positions are seen in their order and a reader by position misses none.
  private static let first = """
    CREATE TABLE DESK.version (number int NOT NULL);
    INSERT INTO DESK.version VALUES (0);
    CREATE SEQUENCE DESK.position;

    CREATE TABLE DESK.article (
      digest text PRIMARY KEY CHECK (digest = encode(sha256(bytes), 'hex')),
      number bigint NOT NULL UNIQUE DEFAULT nextval('DESK.position'),
      bytes bytea NOT NULL,
      path text NOT NULL,
      address text,
      headers text,
      outlet text,
      edition_of text,
      dated text,
      timezone text,
      fetched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      added_by text NOT NULL DEFAULT session_user
    );

    CREATE TABLE DESK.reader (
      generation int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      name text NOT NULL UNIQUE,
      since timestamptz NOT NULL DEFAULT clock_timestamp()
    );

    CREATE TABLE DESK.event (
      position bigint PRIMARY KEY DEFAULT nextval('DESK.position'),
      id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('act', 'article', 'source')),
      incident text,
      digest text,
      generation int,
      place bigint,
      author text NOT NULL DEFAULT session_user,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      line text NOT NULL CHECK (octet_length(line) <= 67108864),
      CHECK ((kind = 'article') = (digest IS NOT NULL AND generation IS NOT NULL)),
      UNIQUE (author, id)
    );
    CREATE UNIQUE INDEX event_reading ON DESK.event (digest, generation) WHERE kind = 'article';

    CREATE TABLE DESK.reading (
      digest text NOT NULL REFERENCES DESK.article,
      generation int NOT NULL REFERENCES DESK.reader,
      number bigint NOT NULL,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'read', 'set aside')),
      attempts int NOT NULL DEFAULT 0,
      worker text,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      trouble text,
      position bigint REFERENCES DESK.event,
      PRIMARY KEY (digest, generation)
    );
    CREATE INDEX reading_waiting ON DESK.reading (generation, number) WHERE state = 'waiting';

    CREATE TABLE DESK.reader_mark (
      reader text NOT NULL DEFAULT session_user,
      name text NOT NULL,
      mark bytea NOT NULL,
      kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (reader, name)
    );
    CREATE TABLE DESK.presence (
      reader text NOT NULL DEFAULT session_user,
      board uuid NOT NULL,
      instant text,
      seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (reader, board)
    );

    CREATE FUNCTION DESK.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what is in a desk is never changed or taken out' USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON DESK.event
      FOR EACH STATEMENT EXECUTE FUNCTION DESK.refuse();
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON DESK.article
      FOR EACH STATEMENT EXECUTE FUNCTION DESK.refuse();

    CREATE FUNCTION DESK.in_order() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(TG_RELID::bigint);
      RETURN NULL;
    END $$;
    CREATE TRIGGER in_order BEFORE INSERT ON DESK.event FOR EACH STATEMENT EXECUTE FUNCTION DESK.in_order();

    CREATE FUNCTION DESK.tell() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify(TG_ARGV[0], '');
      RETURN NULL;
    END $$;
    CREATE TRIGGER tell AFTER INSERT ON DESK.event FOR EACH STATEMENT EXECUTE FUNCTION DESK.tell('NEWS');

    CREATE FUNCTION DESK.before_articles() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(TG_RELID::bigint);
      RETURN NULL;
    END $$;
    CREATE TRIGGER before_articles BEFORE INSERT ON DESK.article
      FOR EACH STATEMENT EXECUTE FUNCTION DESK.before_articles();
    CREATE FUNCTION DESK.to_be_read() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      INSERT INTO DESK.reading (digest, generation, number)
        SELECT added.digest, newest.generation, added.number
        FROM added, (SELECT max(generation) AS generation FROM DESK.reader) AS newest
        WHERE newest.generation IS NOT NULL;
      PERFORM pg_notify(TG_ARGV[0], '');
      RETURN NULL;
    END $$;
    CREATE TRIGGER to_be_read AFTER INSERT ON DESK.article REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION DESK.to_be_read('WORK');

    ALTER TABLE DESK.event ENABLE ROW LEVEL SECURITY;
    CREATE POLICY seen ON DESK.event FOR SELECT USING (true);
    ALTER TABLE DESK.reader_mark ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own ON DESK.reader_mark USING (reader = session_user);
    ALTER TABLE DESK.presence ENABLE ROW LEVEL SECURITY;
    CREATE POLICY seen ON DESK.presence FOR SELECT USING (true);
    CREATE POLICY own ON DESK.presence USING (reader = session_user);
    """
}

/// The channels on which a server wakes those who listen.
enum DeskChannel {
  /// Events were added.
  static func news(_ desk: String) -> String { desk }

  /// Articles were added.
  static func work(_ desk: String) -> String { desk + "_work" }

  /// Somebody came, looks at another instant, or went.
  static func presence(_ desk: String) -> String { desk + "_presence" }
}
