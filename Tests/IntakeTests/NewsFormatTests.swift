import Situation
import Testing

@testable import Intake

/// Formats of JSON and XML in which agencies, channels and authorities give their news.
@Suite struct NewsFormatTests {
  private func load(_ text: String, _ name: String = "a") -> [Article] {
    Intake.load([(name, Array(text.utf8))]).entries.map(\.article)
  }

  private func bodies(_ text: String, _ name: String = "a") -> [String] { load(text, name).map { $0.quote($0.body) } }

  @Test func `a JSON Feed is a feed`() {
    let text = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Quetta Desk", "items": [
        {"id": "1", "url": "https://example.org/1", "title": "Train halted", "date_published": "2025-03-11T15:20:00+05:00",
         "content_html": "<p>Ten held &amp; five freed.</p>"},
        {"id": 2, "content_text": "Two dead.\\nMore later.", "date_modified": "2025-03-12T00:00:00Z", "x": 1.5},
        {"id": "3", "title": "Four missing"}]}
      """
    let articles = load(text)
    #expect(bodies(text) == ["Ten held & five freed.\n", "Two dead.\nMore later.\n", "Four missing\n"])
    #expect(articles.map(\.title) == ["Train halted", nil, "Four missing"])
    #expect(articles.map(\.outlet) == ["Quetta Desk", "Quetta Desk", "Quetta Desk"])
    #expect(articles.map { $0.date.written.to } == ["2025-03-11T15:20+05:00", "2025-03-12T00:00Z", nil])
    #expect(articles.first?.url == "https://example.org/1")
  }

  @Test func `an export of Telegram gives each message, with its time and whose it is`() {
    let text = """
      {"name": "Quetta Desk", "type": "public_channel", "id": 1001, "messages": [
        {"id": 1, "type": "service", "date": "2025-03-11T10:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2025-03-11T15:20:00", "date_unixtime": "1741688400", "from": "Quetta Desk",
         "text": ["Officials said ", {"type": "bold", "text": "31"}, " were killed."], "text_entities": []},
        {"id": 3, "type": "message", "date": "2025-03-12T15:20:00", "forwarded_from": "Ministry", "text": "Nobody was held."},
        {"id": 4, "type": "message", "date": "2025-03-12T16:20:00", "photo": "photos/1.jpg", "text": ""}]}
      """
    let articles = load(text, "result.json")
    #expect(bodies(text) == ["Officials said 31 were killed.\n", "Nobody was held.\n"])
    #expect(articles.map(\.outlet) == ["Quetta Desk", "Ministry"])
    #expect(articles.map { $0.date.written.to } == ["2025-03-11T10:20Z", "2025-03-12T15:20Z"])
    let all = "{\"about\": \"x\", \"chats\": {\"list\": [\(text)]}}"
    #expect(bodies(all).count == 2)
    var register = StoryRegister()
    let edited = text.replacing("\"31\"", with: "\"34\"")
    let results = [text, edited].map { Intake.load([("result.json", Array($0.utf8))]).entries }
    #expect(results[0].map { register.take($0) } == [.new, .new])
    #expect(register.take(results[1][0]) == .edition(of: results[0][0].article.id))
    #expect(register.take(results[1][1]) == .known)
  }

  @Test(arguments: [
    """
    {"uri": "http://example.org/1", "type": "text", "versioncreated": "2025-03-11T15:20:00+05:00",
     "headline": "Train halted", "provider": "QD", "body_text": "Ten held.\\nFive freed."}
    """,
    """
    {"uri": "http://example.org/1", "versioncreated": "2025-03-11T15:20:00+05:00", "headline": "Train halted",
     "source": "QD", "body_xhtml": "<div><p>Ten held.</p><p>Five freed.</p></div>"}
    """,
    """
    {"uri": "http://example.org/1", "versionCreated": "2025-03-11T15:20:00+05:00",
     "headlines": [{"role": "main", "value": "Train halted"}], "infosource": {"name": "QD"},
     "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>Ten held.</p><p>Five freed.</p>"}]}
    """,
    """
    <?xml version="1.0"?><nitf><head><title>T</title><docdata><doc-id id-string="1" regsrc="QD"/>
    <date.issue norm="20250311T152000+0500"/></docdata></head><body><body.head><hedline><hl1>Train halted</hl1></hedline>
    </body.head><body.content><p>Ten <em>held</em>.</p><p>Five freed.</p></body.content></body></nitf>
    """,
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" standard="NewsML-G2"><itemMeta>
    <provider><name>QD</name></provider><versionCreated>2025-03-11T15:20:00+05:00</versionCreated></itemMeta><contentMeta>
    <headline>Train halted</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>Ten held.</p><p>Five freed.</p></body>
    </html></inlineXML></contentSet></newsItem>
    """,
    """
    <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet><newsItem guid="urn:1"><itemMeta>
    <provider literal="QD"/><versionCreated>2025-03-11T15:20:00+05:00</versionCreated></itemMeta><contentMeta>
    <headline>Train halted</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>Ten held.</p>
    <p>Five freed.</p></body.content></body></nitf></inlineXML></contentSet></newsItem></itemSet></newsMessage>
    """,
    """
    <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>w@example.org</sender>
    <sent>2025-03-11T15:20:00+05:00</sent><status>Actual</status><info><language>ur-PK</language><event>X</event>
    <description>Y</description></info><info><language>en-GB</language><event>Rail</event><senderName>QD</senderName>
    <headline>Train halted</headline><description>Ten held.</description><instruction>Five freed.</instruction></info></alert>
    """,
  ])
  func `a news item has headline, date, source and paragraphs`(_ text: String) throws {
    let article = try #require(load(text).first)
    #expect(article.title == "Train halted")
    #expect(article.outlet == "QD")
    #expect(article.date.written.to == "2025-03-11T15:20+05:00")
    #expect(article.quote(article.body) == "Ten held.\nFive freed.\n")
  }

  @Test func `a warning names the areas it is for`() {
    let text = """
      <cap:alert xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"><cap:identifier>1</cap:identifier>
      <cap:sender>w@example.org</cap:sender><cap:sent>2025-03-11T15:20:00+05:00</cap:sent><cap:info><cap:event>Flood</cap:event>
      <cap:description>12 villages are cut off.</cap:description><cap:area><cap:areaDesc>Selm</cap:areaDesc></cap:area>
      <cap:area><cap:areaDesc>Tarn</cap:areaDesc></cap:area></cap:info></cap:alert>
      """
    #expect(bodies(text, "a.xml") == ["12 villages are cut off.\nSelm; Tarn\n"])
    #expect(load(text, "a.cap").map(\.title) == ["Flood"])
  }

  @Test(arguments: ["Exercise", "Test", "Draft", "System"])
  func `a warning that is an exercise is refused, and not taken for what it plays`(_ status: String) {
    let text = """
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sent>2025-03-11T15:20:00+05:00</sent>
      <status>\(status)</status><info><event>Flood</event><description>12 people were killed.</description></info></alert>
      """
    let result = Intake.load([(name: "a.cap", bytes: Array(text.utf8))])
    #expect(result.entries.isEmpty)
    #expect(result.problems.map(\.kind) == [.noStory("a warning that is none (status \(status))")])
  }

  @Test func `a news item that its agency took back is refused, and its pictures are none of its words`() {
    func item(_ status: String) -> String {
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x"><itemMeta><versionCreated>2025-03-11T15:20:00+05:00</versionCreated>
      <pubStatus qcode="stat:\(status)"/></itemMeta><contentMeta><headline>Train</headline></contentMeta><contentSet><inlineXML>
      <nitf><body><body.content><p>Ten held.</p><media media-type="image"><media-caption><p>55 in a picture.</p></media-caption></media>
      </body.content></body></nitf></inlineXML></contentSet></newsItem>
      """
    }
    #expect(bodies(item("usable"), "a.xml") == ["Ten held.\n"])
    for status in ["canceled", "withheld"] { #expect(bodies(item(status), "a.xml") == []) }
  }

  @Test func `a warning of a weather service is read from what is for the public`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="cap.xsl" type="text/xsl"?>
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.1"><identifier>2.49.0.0.1</identifier><sender>w@example.org</sender>
      <sent>2025-03-11T15:20:00-00:00</sent><status>Actual</status><msgType>Update</msgType><scope>Public</scope>
      <references>w@example.org,1,2025-03-11T14:00:00-00:00</references><info><category>Met</category>
      <event>Flash Flood Warning</event><urgency>Immediate</urgency><severity>Severe</severity>
      <certainty>Observed</certainty><eventCode><valueName>SAME</valueName><value>FFW</value></eventCode>
      <expires>2025-03-11T18:00:00-00:00</expires><senderName>NWS Selm</senderName>
      <headline>Flash Flood Warning issued March 11</headline><description>Two bridges are closed.</description>
      <parameter><valueName>VTEC</valueName><value>/O.CON/</value></parameter>
      <area><areaDesc>Selm, Tarn</areaDesc><polygon>1,2 3,4</polygon></area></info></alert>
      """
    let article = try #require(load(text, "a.xml").first)
    #expect(article.title == "Flash Flood Warning issued March 11")
    #expect(article.outlet == "NWS Selm")
    #expect(article.quote(article.body) == "Two bridges are closed.\nSelm, Tarn\n")
  }

  @Test func `other data in JSON is refused by name, and damaged data with its line`() {
    func problem(_ text: String) -> String? { Intake.load([("a.json", Array(text.utf8))]).problems.first?.message }
    #expect(
      problem("{\n \"title\": \"12 killed\"}")
        == "a.json: data in JSON of a kind that is not known here, which is not read; "
        + "give the article as plain text or as a web page")
    #expect(problem("{\"version\":\n \"https://jsonfeed.org/version/1\"")?.contains("damaged at line 2") == true)
  }
}
