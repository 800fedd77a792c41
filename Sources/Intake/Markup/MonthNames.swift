/// The names of months in the languages that news is most often in.
enum MonthNames {
  /// - Parameter word: In small letters.
  static func number(of word: String) -> Int? { numbers[word] }

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for line in names.split(separator: "\n") {
      for (index, month) in line.split(separator: " ").enumerated() {
        for name in month.split(separator: "/") { numbers[String(name)] = index + 1 }
      }
    }
    return numbers
  }()

  /// A language a line, from January on; several names of one month with a stroke between them.
  private static let names = """
    jan/january feb/february mar/march apr/april may jun/june jul/july aug/august sep/sept/september oct/october nov/november dec/december
    januar/jänner feber/februar mär/mrz/märz/maerz april mai juni juli august september okt/oktober november dez/dezember
    janv/janvier fév/févr/février/fevrier mars avr/avril mai juin juil/juillet août/aout sept/septembre oct/octobre nov/novembre déc/décembre/decembre
    ene/enero feb/febrero mar/marzo abr/abril may/mayo jun/junio jul/julio ago/agosto sep/set/septiembre/setiembre oct/octubre nov/noviembre dic/diciembre
    gen/gennaio febbraio mar/marzo apr/aprile mag/maggio giu/giugno lug/luglio ago/agosto set/settembre ott/ottobre nov/novembre dic/dicembre
    jan/janeiro fev/fevereiro mar/março abr/abril mai/maio jun/junho jul/julho ago/agosto set/setembro out/outubro nov/novembro dez/dezembro
    januari februari mrt/maart april mei juni juli augustus september okt/oktober november december
    januari februari mars april maj juni juli augusti september oktober november december
    янв/января фев/февраля мар/марта апр/апреля мая июн/июня июл/июля авг/августа сен/сент/сентября окт/октября ноя/ноября дек/декабря
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    ιαν/ιανουαρίου φεβ/φεβρουαρίου μαρ/μάρ/μαρτίου απρ/απριλίου μαϊ/μάι/μαΐου ιουν/ιούν/ιουνίου ιουλ/ιούλ/ιουλίου αυγ/αύγ/αυγούστου σεπ/σεπτ/σεπτεμβρίου οκτ/οκτωβρίου νοε/νοέ/νοεμβρίου δεκ/δεκεμβρίου
    január febr/február márc/március ápr/április máj/május jún/június júl/július augusztus szept/szeptember október november december
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    """
}
