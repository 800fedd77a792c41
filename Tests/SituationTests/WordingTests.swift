@testable import Situation
import Testing

@Suite struct WordingTests {
  @Test(arguments: [
    ("people", 1, "1 person killed"), ("people", 2, "2 people killed"),
    ("security officials", 1, "1 security official killed"),
    ("policemen", 1, "1 policeman killed"), ("police", 1, "1 police killed"), ("children", 1, "1 child killed"),
    ("ship crew", 1, "1 ship crew killed"), ("bodies", 1, "1 body killed"),
    ("women and children", 1, "1 women and children killed"),
  ]) func `one is counted in the singular`(_ subject: String, _ number: Int, _ words: String) {
    // Of a mixed class, which is told with its noun.
    #expect(Count(.killed, subject, nil, .exactly(number)).summary() == words)
  }

  @Test func `a speaker is named by whatever fits, the longest first`() {
    let police = Speaker(name: "Rana Dilawar", role: "district police officer")
    #expect(
      SpeakerName(police).labels == ["Rana Dilawar, district police officer", "Rana Dilawar", "R. Dilawar", "Dilawar"])
    #expect(SpeakerName(Speaker(organisation: "BLA")).labels == ["BLA"])
    #expect(
      SpeakerName(Speaker(role: "army official", isAnonymous: true)).labels == [
        "army official, anon.", "army official", "anon.",
      ])
  }

  @Test func `an organisation that the role names is named once`() {
    #expect(
      SpeakerName(Speaker(role: "railways superintendent", organisation: "railways")).labels.first
        == "railways superintendent")
    #expect(
      SpeakerName(Speaker(name: "Imran Hayat", role: "railways", organisation: "railways")).labels.first
        == "Imran Hayat, railways")
    #expect(
      SpeakerName(Speaker(name: "Ali Aden", role: "minister", organisation: "Health")).shortest == "Health minister",
      "health itself says nothing")
    #expect(SpeakerName(Speaker(role: "officials", organisation: "UN")).shortest == "UN")
    #expect(
      SpeakerName(Speaker(name: "David Wimhurst", role: "spokesman", organisation: "United Nations")).shortest
        == "United Nations")
    #expect(SpeakerName(Speaker(role: "spokesman", organisation: "army")).labels.first == "army spokesman")
  }

  @Test(arguments: [
    (Speaker(name: "Ahmed Sharif Chaudhry"), Speaker(name: "Chaudhry"), true),
    (Speaker(name: "Ahmed Sharif Chaudhry"), Speaker(name: "Talal Chaudhry"), false),
    (Speaker(organisation: "BLA"), Speaker(organisation: "BLA"), true),
    (Speaker(role: "officials"), Speaker(role: "officials", organisation: "railways"), true),
    (Speaker(role: "officials"), Speaker(organisation: "BLA"), false),
    (Speaker(name: "Imran Hayat"), Speaker(role: "railways superintendent"), false),
    // What looks the same is the same, whatever nobody sees in it.
    (Speaker(name: "Imran Hayat"), Speaker(name: "Imran\u{A0}Ha\u{34F}yat"), true),
    (Speaker(name: "Imran Hayat"), Speaker(name: " imran\u{3164} \u{2009}HAY\u{200D}AT\u{180E}"), true),
    (Speaker(name: "Imran Hayat"), Speaker(name: "Im\u{17B4}r\u{FE0F}an Haya\u{E0041}t"), true),
    (Speaker(role: "officials"), Speaker(role: "offi\u{AD}cials"), true),
    (Speaker(name: "Ahmed Ha\u{34F}yat"), Speaker(name: "Imran Hayat"), false),
  ])
  func `two mentions are of one speaker when nothing tells them apart`(a: Speaker, b: Speaker, same: Bool) {
    #expect(a.isSame(as: b) == same)
    #expect(b.isSame(as: a) == same)
    var words = InternTable<String>()
    let (one, other) = (SpeakerIdentity(a, words: &words), SpeakerIdentity(b, words: &words))
    #expect(one.isSame(as: other) == same)
  }
}
