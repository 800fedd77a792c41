/// Why a path, or a line of it, gave nothing. The other paths are loaded all the same.
package struct Problem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case missing
    case permission
    /// A device, a pipe, a socket.
    case notAFile
    /// Something like a file that waits for more where it should end.
    case endless
    /// This process, or the system, has as many files open as it may.
    case noDescriptor
    /// A folder, where one file is wanted.
    case folder
    /// A link to somewhere outside the folder.
    case leadsOut
    case empty
    /// A header, and nothing after it.
    case noText
    case noArticles
    /// A page or a feed in which no story was found, in words.
    case noStory(String)
    case binary
    /// Another format, in words.
    case foreign(String)
    /// What it is, in words, and what is not installed here that reads it.
    case needs(String, library: String, package: String)
    /// `size` is `nil` for a stream whose end was not waited for.
    case tooLarge(size: Int64?, limit: Int64)
    case damagedLine(String)
    /// An address that gave nothing, in words.
    case notFetched(String)
    /// Another failure of the system, in its own words.
    case system(String)
  }

  /// What the command line makes its exit code of.
  package enum Category: Hashable, Sendable {
    case data
    case noInput
    case permission
    case inputOutput
  }

  /// As it was given.
  package var path: String
  /// Counted from 1, where one line is meant.
  package var line: Int?
  package var kind: Kind

  package init(_ path: String, line: Int? = nil, _ kind: Kind) {
    self.path = path
    self.line = line
    self.kind = kind
  }
}

extension Problem {
  package var category: Category {
    switch kind {
    case .missing, .noArticles: .noInput
    case .permission, .leadsOut: .permission
    case .noDescriptor, .system, .notFetched: .inputOutput
    case .notAFile, .endless, .folder, .empty, .noText, .noStory, .binary, .foreign, .needs, .tooLarge, .damagedLine:
      .data
    }
  }

  /// "FILE: what is wrong; what to do".
  package var message: String { place + ": " + wrong + "; " + remedy }

  /// The path, with the line where there is one.
  package var place: String {
    let name = path == "-" ? "standard input" : path
    return line.map { "\(name):\($0)" } ?? name
  }

  /// What is wrong, without what to do.
  var wrong: String {
    switch kind {
    case .missing: "no such file or folder"
    case .permission: "permission denied"
    case .notAFile: "neither a file nor a folder"
    case .endless: "it has no end to read to"
    case .noDescriptor: "too many files are open"
    case .folder: "a folder, and one file is wanted"
    case .leadsOut: "a link that leads out of the folder"
    case .empty: "the file is empty"
    case .noText: "a header and no text after it"
    case .noArticles: "no articles in this folder"
    case .noStory(let what): what
    case .binary: "not a text: it holds NUL bytes"
    case .foreign(let name): "\(name), which is not read"
    case .needs(let name, let library, _): "\(name), and \(library) is not installed here"
    case .tooLarge(let size?, let limit): "\(size) bytes are over the limit of \(limit) (\(limit >> 20) MiB)"
    case .tooLarge(nil, let limit): "over the limit of \(limit) bytes (\(limit >> 20) MiB)"
    case .damagedLine(let reason): "damaged event line: " + reason
    case .system(let reason), .notFetched(let reason): reason
    }
  }

  private var remedy: String {
    switch kind {
    case .missing: "check the path"
    case .permission: "make it readable for this user"
    case .leadsOut: "put the file itself there"
    case .notAFile: "give a regular file, or pipe the text in and give -"
    case .endless: "copy what is wanted of it into a file, and give that"
    case .noDescriptor: "close other files of this process or raise the limit (ulimit -n)"
    case .folder: "give a file in it"
    case .empty: "give a file that holds an article"
    case .noText: "put the article after the empty line that ends the header"
    case .noArticles: "put articles in it, as files that end in \(FileKind.readEndings.joined(separator: ", "))"
    case .noStory: "give the article as plain text"
    case .needs(_, _, let package): "install \(package), or give the article as plain text or as a web page"
    case .foreign: "give the article as plain text or as a web page"
    case .binary: "give the article as plain text"
    case .tooLarge: "cut it into single articles"
    case .damagedLine: "write the events again with sitboard events; the other lines were read"
    case .system: "try again, or give another path"
    case .notFetched: "check the address and the network"
    }
  }
}
