import Situation
import Testing

@Suite struct WordingTests {
  @Test func `a speaker is named by whatever fits, the longest first`() {
    let police = Speaker(name: "Rana Dilawar", role: "district police officer")
    #expect(police.labels == ["Rana Dilawar, district police officer", "Rana Dilawar", "R. Dilawar", "Dilawar"])
    #expect(Speaker(organisation: "BLA").labels == ["BLA"])
    #expect(
      Speaker(role: "army official", isAnonymous: true).labels == ["army official, anon.", "army official", "anon."])
  }

  @Test func `an organisation that the role names is named once`() {
    #expect(
      Speaker(role: "railways superintendent", organisation: "railways").labels.first == "railways superintendent")
    #expect(
      Speaker(name: "Imran Hayat", role: "railways", organisation: "railways").labels.first == "Imran Hayat, railways")
    #expect(Speaker(role: "spokesman", organisation: "army").labels.first == "army spokesman")
  }

  @Test(arguments: [
    (Speaker(name: "Ahmed Sharif Chaudhry"), Speaker(name: "Chaudhry"), true),
    (Speaker(name: "Ahmed Sharif Chaudhry"), Speaker(name: "Talal Chaudhry"), false),
    (Speaker(organisation: "BLA"), Speaker(organisation: "BLA"), true),
    (Speaker(role: "officials"), Speaker(role: "officials", organisation: "railways"), true),
    (Speaker(role: "officials"), Speaker(organisation: "BLA"), false),
    (Speaker(name: "Imran Hayat"), Speaker(role: "railways superintendent"), false),
  ])
  func `two mentions are of one speaker when nothing tells them apart`(a: Speaker, b: Speaker, same: Bool) {
    #expect(a.isSame(as: b) == same)
    #expect(b.isSame(as: a) == same)
  }
}
