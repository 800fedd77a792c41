import LineExamples
import Situation
import Testing

@testable import Intake

/// Mails, mailboxes and pages saved as MHTML, in the form that mail programs and browsers write them.
@Suite struct MailTests {
  private func load(_ text: String, _ name: String = "a.eml") -> Intake.Result {
    Intake.load([(name, Array(text.replacing("\n", with: "\r\n").utf8))])
  }

  private func stories(_ text: String, _ name: String = "a.eml") -> [Article] {
    load(text, name).entries.map(\.article)
  }

  private func bodies(_ articles: [Article]) -> [String] { articles.map { $0.quote($0.body) } }

  static let alternative = """
    Return-Path: <desk@example.org>
    Received: from mail.example.org by mx.example.net; Tue, 11 Mar 2025 10:20:05 +0000
    From: =?UTF-8?B?UXVldHRhIETDqXNr?= <desk@example.org>
    To: "Press" <press@example.net>
    Subject: =?UTF-8?Q?Train_halted_=E2=80=93_12_freed?=
    Date: Tue, 11 Mar 2025 15:20:00 +0500 (PKT)
    Message-ID: <1@example.org>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="=_b1"

    This is a multi-part message in MIME format.
    --=_b1
    Content-Type: text/plain; charset=UTF-8
    Content-Transfer-Encoding: quoted-printable

    View this mail in your browser. Twelve freed.

    --=_b1
    Content-Type: text/html; charset=UTF-8
    Content-Transfer-Encoding: quoted-printable

    <html><body><p>Officials said 12 hostages =E2=80=93 of 31 =E2=80=93 were free=
    d.</p><p>Ten were hurt.</p></body></html>

    --=_b1--
    """

  @Test func `of alternatives the fullest is read, under subject, sender and date`() throws {
    let article = try #require(stories(MailTests.alternative).first)
    #expect(article.title == "Train halted – 12 freed")
    #expect(article.outlet == "Quetta Désk")
    #expect(article.date.written.to == "2025-03-11T15:20+05:00")
    #expect(article.quote(article.body) == "Officials said 12 hostages – of 31 – were freed.\nTen were hurt.\n")
    #expect(
      String(decoding: article.text, as: UTF8.self).hasPrefix(
        "Title: Train halted – 12 freed\nOutlet: Quetta Désk\nDate: 2025-03-11T15:20:00+05:00\n\nOfficials"))
  }

  static let attached = """
    From: desk@example.org
    To: press@example.net
    Subject: Situation report
    Date: Wed, 12 Mar 2025 09:00:00 +0000
    Message-ID: <2@example.org>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="outer"

    --outer
    Content-Type: text/plain; charset=koi8-r
    Content-Transfer-Encoding: base64

    9NLJxMPB1Nggzs/Xz9PUxco6IDMxINXCydQuCg==
    --outer
    Content-Type: text/html; name="annex.html"
    Content-Disposition: attachment; filename="annex.html"
    Content-Transfer-Encoding: base64

    PGh0bWw+PHRpdGxlPkFubmV4PC90aXRsZT48Ym9keT48cD5UZW4gaGVsZC48L3A+PC9ib2R5Pjwv
    aHRtbD4=
    --outer
    Content-Type: image/png; name="map.png"
    Content-Disposition: inline; filename="map.png"
    Content-Transfer-Encoding: base64

    iVBORw0KGgoAAAANSUhEUg==
    --outer
    Content-Type: message/rfc822

    From: Ministry <info@example.gov>
    Subject: Fwd: denial
    Date: Tue, 11 Mar 2025 08:00:00 GMT
    Message-ID: <3@example.gov>

    Nobody was held, the ministry said.
    --outer--
    """

  @Test func `what is attached is an article of its own, and what is not read is named`() throws {
    let articles = stories(MailTests.attached)
    #expect(articles.map(\.title) == ["Situation report", "Annex", "Fwd: denial"])
    #expect(articles.map(\.outlet) == ["desk@example.org", "desk@example.org", "Ministry"])
    #expect(
      articles.map { $0.date.written.to } == ["2025-03-12T09:00Z", "2025-03-12T09:00Z", "2025-03-11T08:00Z"])
    #expect(
      bodies(articles) == ["Тридцать новостей: 31 убит.\n", "Ten held.\n", "Nobody was held, the ministry said.\n"])
    #expect(articles.map(\.id.story) == [1, 2, 3])
    #expect(articles.first?.notices.first == "1 attachment not read: map.png: a picture (PNG), which is not read")
    #expect(articles[1].notices.contains("attachment annex.html"))
  }

  static let box = """
    From desk@example.org Tue Mar 11 10:20:05 2025
    From: Quetta Desk <desk@example.org>
    Subject: First
    Date: Tue, 11 Mar 2025 15:20:00 +0500
    Message-ID: <1@example.org>

    Ten were held.

    And none was hurt.

    From MAILER-DAEMON Wed Mar 12 10:20:05 2025
    From: Quetta Desk <desk@example.org>
    Subject: Second
    Date: Wed, 12 Mar 2025 15:20:00 +0500
    Message-ID: <2@example.org>
    Content-Type: text/plain; charset=windows-1252
    Content-Transfer-Encoding: quoted-printable

    Two were freed =96 caf=E9.

    """

  @Test func `each mail of a mailbox is a story, also as the mailbox grows`() throws {
    let articles = stories(MailTests.box, "inbox")
    #expect(articles.map(\.title) == ["First", "Second"])
    #expect(bodies(articles) == ["Ten were held.\n\nAnd none was hurt.\n", "Two were freed – café.\n"])
    var register = StoryRegister()
    for entry in load(MailTests.box, "a.mbox").entries { #expect(register.take(entry) == .new) }
    let more =
      MailTests.box + "From x@example.org Wed Mar 12 11:00:00 2025\nFrom: X <x@example.org>\nSubject: Third\n\nSix.\n"
    #expect(load(more, "a.mbox").entries.map { register.take($0) } == [.known, .known, .new])
  }

  static let chrome = """
    From: <Saved by Blink>
    Snapshot-Content-Location: https://example.org/train
    Subject: =?utf-8?Q?Train=20halted=20=E2=80=93=20Desk?=
    Date: Fri, 14 Mar 2025 08:00:00 -0000
    MIME-Version: 1.0
    Content-Type: multipart/related;
    \ttype="text/html";
    \tboundary="----MultipartBoundary--abc----"


    ------MultipartBoundary--abc----
    Content-Type: text/html
    Content-ID: <frame-1@mhtml.blink>
    Content-Transfer-Encoding: quoted-printable
    Content-Location: https://example.org/train

    <!DOCTYPE html><html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3DUTF-8">=
    <meta property=3D"article:published_time" content=3D"2025-03-11T15:20:00+05:00"></head><body><nav>Home</nav>=
    <article><p>Officials said 31 people were killed =E2=80=93 caf=C3=A9.</p></article></body></html>
    ------MultipartBoundary--abc----
    Content-Type: text/css
    Content-Transfer-Encoding: quoted-printable
    Content-Location: cid:css-1@mhtml.blink

    p { color: red; }
    ------MultipartBoundary--abc----
    Content-Type: text/html
    Content-Location: https://example.org/frame

    <p>Advertising: 99 dead.</p>
    ------MultipartBoundary--abc------
    """

  @Test func `a page saved as MHTML is that page, and the date of saving is not its date`() throws {
    for name in ["a.mhtml", "a.html", "a.txt"] {
      let articles = stories(MailTests.chrome, name)
      #expect(bodies(articles) == ["Officials said 31 people were killed – café.\n"])
      #expect(articles.map(\.title) == ["Train halted – Desk"])
      #expect(articles.map(\.url) == ["https://example.org/train"])
      #expect(articles.map { $0.date.written.to } == ["2025-03-11T15:20+05:00"])
      #expect(articles.first?.outlet == nil)
    }
  }

  @Test func `a line that a mailbox had to mark is what it was before`() {
    let box = """
      From a@x Wed Mar 12 10:00:00 2025
      From: A <a@x>
      Subject: one
      Date: Wed, 12 Mar 2025 10:00:00 +0500
      Message-ID: <1@x>

      Officials said:
      >From the train 31 people were freed.
      >>From another three.
      > From there nobody.
      """
    #expect(
      bodies(stories(box, "a.mbox")) == [
        "Officials said:\nFrom the train 31 people were freed.\n>From another three.\n> From there nobody.\n"
      ])
  }

  @Test func `of what belongs to a page the page is read, wherever it stands`() {
    let mail = """
      From: <Saved by Blink>
      Subject: Train halted
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="b"

      --b
      Content-Type: text/css
      Content-Location: cid:1

      p { color: red }
      --b
      Content-Type: text/html; charset=utf-8
      Content-Location: https://example.org/1

      <html><body><p>Ten people were held on the train.</p></body></html>
      --b--
      """
    #expect(bodies(stories(mail, "a.mhtml")) == ["Ten people were held on the train.\n"])
  }

  @Test(.timeLimit(.minutes(1))) func `a page saved as MHTML is read whatever its pictures weigh`() throws {
    let picture = String(repeating: String(repeating: "iVBORw0KGgoAAAANSUhEUgAA", count: 3) + "\r\n", count: 300_000)
    let mail = """
      From: <Saved by Blink>\r
      Subject: Train halted\r
      MIME-Version: 1.0\r
      Content-Type: multipart/related; type="text/html"; boundary="b"\r
      \r
      --b\r
      Content-Type: text/html; charset=utf-8\r
      Content-Location: https://example.org/1\r
      \r
      <html><body><p>Ten people were held on the train.</p></body></html>\r
      --b\r
      Content-Type: image/png\r
      Content-Transfer-Encoding: base64\r
      \r
      \(picture)\r
      --b--\r

      """
    #expect(mail.utf8.count > 20 << 20)
    let folder = try TemporaryFolder()
    let result = Intake.load([try folder.file("saved.mhtml", mail)])
    #expect(result.entries.map { $0.article.quote($0.article.body) } == ["Ten people were held on the train.\n"])
  }

  @Test func `a mail of one part is read, and one without a text is refused`() {
    let plain =
      "From: A <a@example.org>\nTo: b@example.org\nSubject: S\nDate: Tue, 11 Mar 2025 08:00:00 GMT\n\nTen held.\n"
    #expect(bodies(stories(plain, "a.txt")) == ["Ten held.\n"])
    let empty =
      "From: A <a@example.org>\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
    #expect(
      load(empty).problems.map(\.message) == [
        "a.eml: a mail without a text (1 attachment not read: image/png: a picture (PNG), which is not read); "
          + "give the article as plain text"
      ])
  }

  @Test(.timeLimit(.minutes(1))) func `parts inside one another without end do no harm`() {
    var text = "MIME-Version: 1.0\n"
    for level in 0..<20_000 {
      text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    text += "Content-Type: text/plain\n\nTen held.\n"
    _ = load(text)
    let many =
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
      + String(repeating: "--b\n\nTen held.\n", count: 30_000)
    #expect(load(many).entries.count == 1)
  }
}
