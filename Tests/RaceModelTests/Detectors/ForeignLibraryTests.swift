import Testing

@testable import RaceModel

/// A race inside a library built without symbols or sources: the library's frame is the site of the access, not the
/// line of the program that called it.
@Suite struct `Frames of foreign libraries` {
  /// The sites of both sides of the only race.
  private func sites(_ text: String) throws -> [Site?] {
    let log = try ReadLog(text)
    let entry = try #require(log.entries.first)
    let detailed = try #require(log.detailed(entry))
    // The report agrees with the list.
    let read = detailed.report.accesses.map { access in
      detailed.site(of: access).map { frame in
        Site(
          function: frame.function, file: frame.function == nil ? frame.file ?? frame.module : frame.file,
          line: frame.line, module: frame.file == nil && frame.function != nil ? frame.module : nil,
          offset: frame.file == nil && frame.function == nil ? frame.moduleOffset : nil)
      }
    }
    let listed = [entry.first, entry.second].map { $0.flatMap { log.index[$0.site] } }
    #expect(read == listed)
    return listed
  }

  @Test func `under ThreadSanitizer`() throws {
    let sites = try sites(
      """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x7b0400000010 by main thread:
          #0 <null> <null> (libcrypto.so.3+0x1b2c3d) (BuildId: 0123abcd)
          #1 hash_file /src/hash.c:20:3 (pond+0x20)

        Previous read of size 4 at 0x7b0400000010 by thread T1:
          #0 memcpy <null> (pond+0x10)
          #1 EVP_DigestUpdate <null> (libcrypto.so.3+0x1b2c99)
          #2 hash_all /src/hash.c:40:3 (pond+0x40)

      """)
    let offset = HexNumber(0x1b2c3d, digits: 6)
    let unnamed = Site(function: nil, file: "libcrypto.so.3", line: nil, offset: offset)
    #expect(sites[0] == unnamed)
    #expect(sites[1] == Site(function: "EVP_DigestUpdate", file: nil, line: nil, module: "libcrypto.so.3"))
  }

  @Test func `under Helgrind`() throws {
    let sites = try sites(
      """
      ==9== Possible data race during write of size 4 at 0x10C080 by thread #1
      ==9== Locks held: none
      ==9==    at 0x4A2B3C4: ??? (in /usr/lib/libz.so.1.2.13)
      ==9==    by 0x1092B1: pack (pack.c:45)
      ==9==
      ==9== This conflicts with a previous write of size 4 by thread #2
      ==9== Locks held: none
      ==9==    at 0x484D1A0: memcpy (vg_replace_strmem.c:1000)
      ==9==    by 0x4A2B999: deflate (in /usr/lib/libz.so.1.2.13)
      ==9==    by 0x1091AC: store (pack.c:21)
      ==9==

      """)
    #expect(sites[0] == Site(function: nil, file: "/usr/lib/libz.so.1.2.13", line: nil))
    #expect(sites[1] == Site(function: "deflate", file: nil, line: nil, module: "/usr/lib/libz.so.1.2.13"))
  }
}
