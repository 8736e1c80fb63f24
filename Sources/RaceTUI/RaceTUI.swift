import RaceModel
@main struct RaceTUI {
  static func main() throws {
    let args = CommandLine.arguments
    var reader = LogReader()
    var index = LogIndex()
    var files: [LogFile] = []
    for (n, path) in args.dropFirst().filter({ !$0.hasPrefix("--") && $0 != "export" && $0 != "json" && $0 != "list" && $0 != "jsonl" }).enumerated() {
      let file = try LogFile.open(path)
      files.append(file)
      reader.read(file, source: Int32(n)) { index.append($0); return true }
    }
    if args.contains("export") {
      var e = Exporter { bytes in bytes.withUnsafeBytes { b in var o = 0; while o < b.count { o += write(1, b.baseAddress! + o, b.count - o) } } }
      if args.contains("jsonl") { try e.writeLines(index, from: 0, files: files) } else { try e.writeDocument(index, files: files) }
    } else {
      print(index.races.count, "races", index.reports.count, "reports", index.sources.map(\.lines))
      for r in index.races.prefix(5) { print(r.reports.count, r.title, r.key) }
    }
  }
}
import Glibc
