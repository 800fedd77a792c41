import LineExamples
import Sharing
import Situation
import Testing

@Suite struct GateRequestTests {
  private func request(_ text: String) throws -> GateRequest { try GateRequest(Array(text.utf8)) }

  @Test func `what a reader may ask for is taken, option by option`() throws {
    #expect(try request("").action == .board)
    #expect(try request("board --ascii").isASCII)
    let brief = try request("brief --since last --keep-last --width 40 --clock reported --format html")
    #expect(brief.action == .brief)
    #expect(brief.since == .last)
    #expect(brief.keepsLast)
    #expect(brief.width == 40)
    #expect(brief.clock == .reported)
    #expect(brief.format == .html)
    let noon = Moment.parse("2025-03-12T12:00+05:00", defaultOffset: .zero)
    #expect(try request("brief --as-of 2025-03-12T12:00+05:00").asOf == noon)
    #expect(try request("brief --since 2025-03-12T12:00+05:00").since == noon.map { .time($0) })
    let diff = try request("diff --from 2025-03-11 --to 2025-03-12T12:00+05:00")
    #expect(diff.to == noon)
    #expect(try request("claims --format jsonl").claimFormat == .jsonl)
    #expect(try request("claims").claimFormat == .table)
    #expect(try request("claims --format csv").claimFormat == .csv)
    #expect(try request("brief --section figures --section turning-points").sections == [.figures, .turningPoints])
    #expect(try request("brief --form 5w").form == .fiveW)
    #expect(try request("follow night-desk --ascii").name == "night-desk")
    #expect(try request("follow").name == "desk")
    #expect(try request("  brief   --width  200 ").width == 200)
  }

  @Test func `times without a zone are of the zone of the desk`() throws {
    let karachi = try #require(UTCOffset(minutes: 300))
    let asked = try GateRequest(Array("brief --as-of 2025-03-12T12:00".utf8), offset: karachi)
    #expect(asked.asOf == Moment.parse("2025-03-12T12:00+05:00", defaultOffset: .zero))
  }

  /// Commands of shells, paths, options of other commands, and what is almost right.
  static let hostile: [String] = [
    "brief; id", "$(id)", "`id`", "brief | sh", "brief && id", "brief || id", "brief > x", "brief < /etc/passwd",
    "brief & id",
    "--root /", "brief --root /", "gate --root /", "../", "brief ../", "brief ..", "/etc/passwd", "brief /etc/passwd",
    "brief .",
    "brief -", "brief\nid", "brief\rid", "brief\tid", "brief 'x'", "brief \"x\"", "brief \\x", "brief *", "brief ~",
    "brief {a,b}",
    "brief #x", "brief %s", "brief \u{1B}[2J", "brief \u{202E}", "brief é", "BRIEF", "Brief", "sh", "bash -i",
    "sitboard brief",
    "scp -f x", "scp -t .", "internal-sftp", "/usr/lib/openssh/sftp-server", "rsync --server", "git-upload-pack x",
    "brief --journal /tmp/x", "brief --lexicon /etc/passwd", "brief --sources /etc/passwd", "brief --date 2025-03-12",
    "brief --color always",
    "brief --section", "brief --section --full", "brief --section A", "brief --section ../x", "brief --form",
    "brief --form methane --form 5w", "brief --form methane --section figures", "brief --line --section figures",
    "diff --section figures", "claims --format xlsx", "brief --as-of yesterday", "brief --as-of", "brief --width 39",
    "brief --width 201", "brief --width 4O",
    "brief --width -1",
    "brief --width 9999999999999999999999", "brief --format pdf", "brief --format", "brief --since",
    "brief --keep-last",
    "brief --since 2025-03-12 --keep-last", "brief --ascii --ascii", "brief --width 80 --width 80",
    "brief --from 2025-03-12",
    "diff --since last", "diff --from 2025-03-13 --to 2025-03-12", "diff --as-of 2025-03-12", "claims --width 80",
    "claims --format html", "claims x", "board x", "board --width 80", "follow ../../tmp/x", "follow .x", "follow -x",
    "follow a b",
    "follow a/b", "follow --socket x", "follow \(String(repeating: "a", count: 65))", "present", "events", "explain x",
    "text x", "cast -o x",
    "command-reference", "--version", "--help", "help", "-h", "brief --help", "brief --since=last", "brief --linear",
    "--linear",
  ]

  @Test(arguments: hostile) func `whatever else is asked is refused`(text: String) {
    #expect(throws: GateRequest.Refusal.self) { try request(text) }
  }

  @Test func `no refusal repeats what was asked`() {
    for text in GateRequestTests.hostile where text.count > 6 {
      do { _ = try request(text) } catch { #expect(!"\(error)".contains(text)) }
    }
  }

  @Test func `zeros, great lengths and bytes that are no text are refused`() {
    #expect(throws: GateRequest.Refusal.self) { try GateRequest(Array("brief".utf8) + [0]) }
    #expect(throws: GateRequest.Refusal.self) { try GateRequest(Array("brief\0id".utf8)) }
    #expect(throws: GateRequest.Refusal.self) { try GateRequest([0xFF, 0xFE]) }
    #expect(throws: GateRequest.Refusal.self) { try GateRequest([UInt8](repeating: 0x61, count: 1 << 20)) }
    #expect(throws: GateRequest.Refusal.self) { try GateRequest([UInt8](repeating: 0x20, count: 513)) }
    let options = String(repeating: " --ascii", count: 60)
    #expect(throws: GateRequest.Refusal.self) { try request("brief" + options) }
  }

  @Test func `of random words from the grammar only whole requests are taken`() {
    let words = [
      "board", "brief", "diff", "claims", "follow", "--as-of", "--since", "last", "--keep-last", "--clock", "happened",
      "--width",
      "40", "--format", "json", "--ascii", "2025-03-12", "--from", "--to", "desk", "", ";", "..",
    ]
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }.joined(separator: " ")
      guard let taken = try? request(text) else { continue }
      #expect(!text.contains(";") && !text.contains(".."))
      #expect((40...200).contains(taken.width))
      #expect(LeadSocket.isName(taken.name))
    }
  }
}
