import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// A function of a library without sources is listed with its library.
@Suite struct `A site in a library without sources` {
  private static let log = """
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x7b0400000010 by main thread:
        #0 EVP_DigestInit <null> (/usr/lib/libcrypto.so.3+0x1b2c3d) (BuildId: 0123abcd)
        #1 hash_file /src/hash.c:20:3 (pond+0x20)

      Previous read of size 4 at 0x7b0400000010 by thread T1:
        #0 EVP_DigestUpdate <null> (/usr/lib/libcrypto.so.3+0x1b2c99)
        #1 hash_all /src/hash.c:40:3 (pond+0x40)
    ==================

    """

  @Test func `is named with the library in the list, as text, among the sites and in full`() throws {
    var session = try Session(log: Self.log)
    let row = session.lines.first { $0.contains("R  EVP_DigestUpdate") }
    #expect(row?.contains("libcrypto.so.3") == true)
    #expect(session.lines.contains { $0.hasPrefix(" B EVP_DigestUpdate  in /usr/lib/libcrypto.so.3") })
    let list = ListText.text(session.index, width: 80, glyphs: .unicode)
    #expect(list.contains("R EVP_DigestUpdate  libcrypto.so.3\n"))
    let sites = SitesText.text(session.index, width: 80, glyphs: .unicode)
    #expect(sites.contains("EVP_DigestUpdate  libcrypto.so.3\n"))
    session.press("/", "libcrypto", "Enter")
    #expect(!session.text.contains("no match"))
    session.press("H")
    #expect(session.lines.contains { $0.contains("EVP_DigestUpdate  libcrypto.so.3") })
  }

  @Test func `is keyed by its function alone: another version of the library gives the same race`() throws {
    let one = try Session(log: Self.log)
    let two = try Session(log: Self.log.replacing("libcrypto.so.3", with: "libcrypto.so.3.0.12"))
    #expect(one.index.races.map(\.key) == two.index.races.map(\.key))
  }
}
