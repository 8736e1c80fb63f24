/// The frame of a page around its races.
enum HTMLPage {
  /// The page up to its first race.
  static func head(title: String) -> String {
    let title = XMLText.escaped(title)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="racetui">
      <title>\(title)</title>
      <style>
      \(style)</style>
      </head>
      <body>
      <h1>\(title)</h1>

      """
  }

  /// The list of races.
  static func contents(_ lines: [String]) -> String {
    "<nav>\n<table>\n<tr><th>#</th><th>reports</th><th>race</th></tr>\n\(lines.joined())</table>\n</nav>\n"
  }

  /// The end of the page.
  static let end = "</body>\n</html>\n"

  private static let style = """
    :root { --text: #1c1e21; --back: #ffffff; --dim: #676b72; --line: #d5d8dd; --code: #f4f5f7; --mark: #fff1b8; \
    --a: #b3261e; --b: #0b57a4; }
    @media (prefers-color-scheme: dark) {
    :root { --text: #e3e5e8; --back: #17191c; --dim: #989da5; --line: #3a3e44; --code: #212429; --mark: #4b4113; \
    --a: #ff9a8f; --b: #8cc2ff; }
    }
    body { color: var(--text); background: var(--back); font: 15px/1.45 system-ui, sans-serif; margin: 1.5em auto; \
    max-width: 100em; padding: 0 1.5em; display: flex; flex-direction: column; }
    h1 { font-size: 1.3em; order: -2; }
    nav { order: -1; overflow-x: auto; }
    section { border-top: 2px solid var(--line); margin-top: 1.5em; min-width: 0; }
    h2 { font-size: 1.1em; overflow-wrap: anywhere; }
    h3 { font-size: 1em; margin: .4em 0; overflow-wrap: anywhere; }
    code, pre, ol { font-family: ui-monospace, monospace; font-size: 13px; }
    pre { background: var(--code); padding: .6em; overflow-x: auto; tab-size: 4; }
    pre b { background: var(--mark); font-weight: inherit; }
    table { border-collapse: collapse; }
    th, td { text-align: left; padding: .1em 1em .1em 0; vertical-align: top; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5em; }
    .pair > div { min-width: 0; }
    .a h3 { color: var(--a); }
    .b h3 { color: var(--b); }
    .why { font-size: 1.05em; font-weight: 600; overflow-wrap: anywhere; }
    .dim, .plumbing { color: var(--dim); }
    .site { font-weight: 600; }
    ol { margin: .3em 0 .8em; padding-left: 3em; }
    li { overflow-wrap: anywhere; }
    dt { float: left; clear: left; width: 5em; color: var(--dim); }
    dd { margin-left: 5.5em; overflow-wrap: anywhere; }
    @media (max-width: 60em) { .pair { grid-template-columns: 1fr; } }

    """
}
