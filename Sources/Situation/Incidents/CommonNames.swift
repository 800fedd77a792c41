/// Names that stand in reports of every kind, and what the people of a country are called.
enum CommonNames {
  /// Days and months are written like names and name no incident.
  static let calendar = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    mr mrs ms miss dr
    """)

  /// Offices, bodies, parts of addresses, agencies and given names.
  static let general = words(
    """
    president minister prime secretary governor mayor senator general colonel captain major lieutenant sergeant sgt
    officer chief director chairman king queen prince sheriff commissioner spokesman professor judge justice
    ambassador deputy
    department ministry office agency council committee congress parliament senate house court commission authority
    board government police army navy guard force forces security party union association organisation organization
    foundation institute university college school hospital church bank company corp inc ltd co group centre center
    service services media
    county street avenue road drive boulevard highway ave st city town village district province state states united
    republic kingdom north south east west northern southern eastern western central new great river lake bay island
    islands mount hill park square airport station port beach valley coast
    news press associated reuters ap afp xinhua cnn bbc abc cbs nbc npr times post guardian telegraph journal daily
    herald tribune radio tv facebook twitter youtube getty image images photo copyright caption credit video updated
    share read more related watch follow newsletter advertisement gmt est edt pm am
    god christmas easter internet english national international federal world european un nations
    john james michael david robert william thomas richard joseph charles mark paul george peter kevin brian steven
    andrew daniel christopher anthony matthew mary mohammed mohammad muhammad ahmed ali abdul
    africa europe asia african asian arab arabs muslim muslims christian islamic latin white
    sir lord jr
    """)

  /// Words after which a name is that of who made a picture or a text.
  static let credits = words("copyright caption photograph photo credit editing reporting writing")

  /// The country that a word in small letters names, by its name or its people; `nil` for any other word.
  static func country(_ word: String) -> String? { countries[word] }

  /// Returns true for a country as it is called: "Haiti", "Costa Rica", and not "Haitian".
  static func isCountry(phrase: String) -> Bool {
    let words = phrase.lowercased().split(separator: " ").map(String.init)
    guard words.count < 4, let last = words.last, countries[last] == last else { return false }
    return true
  }

  /// Returns true for a phrase that has nothing but words of offices, bodies and addresses.
  static func isGeneral(phrase: String) -> Bool {
    phrase.lowercased().split(separator: " ").allSatisfy { general.contains(String($0)) }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String(Substring($0)) })
  }

  private static let countries: [String: String] = {
    var countries: [String: String] = [:]
    // In bytes, as all of it is ASCII: characters would have to be found first.
    for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      for word in words { countries[word] = words[0] }
    }
    return countries
  }()

  /// A line each: a word that names the country, then its people.
  private static let table = """
    afghanistan afghan afghans
    albania albanian albanians
    algeria algerian algerians
    angola angolan angolans
    argentina argentine argentines argentinian
    armenia armenian armenians
    australia australian australians aussie
    austria austrian austrians
    azerbaijan azerbaijani azeri
    bahrain bahraini bahrainis
    bangladesh bangladeshi bangladeshis
    belarus belarusian belarusians
    belgium belgian belgians
    benin beninese
    bhutan bhutanese
    bolivia bolivian bolivians
    bosnia bosnian bosnians
    botswana
    brazil brazilian brazilians
    britain british uk briton britons
    brunei bruneian
    bulgaria bulgarian bulgarians
    burma burmese myanmar
    burundi burundian
    cambodia cambodian cambodians
    cameroon cameroonian
    canada canadian canadians
    chad chadian
    chechnya chechen chechens
    chile chilean chileans
    china chinese
    colombia colombian colombians
    congo congolese
    crimea crimean
    croatia croatian croats
    cuba cuban cubans
    cyprus cypriot cypriots
    czech
    denmark danish dane danes
    dominican dominicans
    ecuador ecuadorian ecuadorean
    egypt egyptian egyptians
    emirates emirati
    england english
    eritrea eritrean
    estonia estonian
    ethiopia ethiopian ethiopians
    fiji fijian
    finland finnish finn finns
    france french
    gabon gabonese
    gambia gambian
    georgia georgian georgians
    germany german germans
    ghana ghanaian ghanaians
    greece greek greeks
    guatemala guatemalan guatemalans
    guinea guinean
    haiti haitian haitians
    honduras honduran hondurans
    hungary hungarian hungarians
    iceland icelandic
    india indian indians
    indonesia indonesian indonesians
    iran iranian iranians
    iraq iraqi iraqis
    ireland irish
    israel israeli israelis
    italy italian italians
    ivorian ivoirian
    jamaica jamaican
    japan japanese
    jordan jordanian jordanians
    kazakhstan kazakh
    kenya kenyan kenyans
    korea korean koreans
    kosovo kosovar
    kurdistan kurdish kurds kurd
    kuwait kuwaiti
    kyrgyzstan kyrgyz
    lanka lankan lankans
    laos lao laotian
    latvia latvian
    lebanon lebanese
    lesotho basotho
    liberia liberian
    libya libyan libyans
    lithuania lithuanian
    luxembourg
    macedonia macedonian
    madagascar malagasy
    malawi malawian
    malaysia malaysian malaysians
    maldives maldivian
    mali malian malians
    malta maltese
    mauritania mauritanian
    mauritius mauritian
    mexico mexican mexicans
    moldova moldovan
    mongolia mongolian
    montenegro montenegrin
    morocco moroccan moroccans
    mozambique mozambican
    namibia namibian
    nepal nepalese nepali
    netherlands dutch
    nicaragua nicaraguan
    niger
    nigeria nigerian nigerians
    norway norwegian norwegians
    oman omani
    pakistan pakistani pakistanis
    palestine palestinian palestinians
    panama panamanian
    paraguay paraguayan
    peru peruvian peruvians
    philippines filipino filipinos philippine
    poland polish
    portugal portuguese
    qatar qatari
    rica rican ricans
    romania romanian romanians
    russia russian russians
    rwanda rwandan
    salvador salvadoran salvadorans
    saudi saudis
    scotland scottish
    senegal senegalese
    serbia serbian serbs serb
    sierra leone
    singapore singaporean
    slovakia slovak
    slovenia slovenian
    somalia somali somalis somalian
    spain spanish spaniards
    sudan sudanese
    sweden swedish
    switzerland swiss
    syria syrian syrians
    taiwan taiwanese
    tajikistan tajik
    tanzania tanzanian tanzanians
    thailand thai thais
    timor timorese
    togo togolese
    tunisia tunisian tunisians
    turkey turkish turks
    turkmenistan turkmen
    uganda ugandan ugandans
    ukraine ukrainian ukrainians
    uruguay uruguayan
    us american americans america usa
    uzbekistan uzbek
    venezuela venezuelan venezuelans
    vietnam vietnamese
    wales welsh
    yemen yemeni yemenis
    zambia zambian
    zealand zealander zealanders
    zimbabwe zimbabwean
    """
}
