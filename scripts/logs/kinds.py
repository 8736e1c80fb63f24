"""Logs of reports one after the other, and logs that a reader must not be slow at."""
import json

from logs.program import BAR, LAYERS, MODULE, NOUNS, PACKAGES, VERBS


def dense(program, stream, _):
    """Chunks of bytes and the race that each reports, or None."""
    test = 0
    for race, template, main in program.picks(stream):
        yield template % program.numbers(main, stream), race
        if stream.random() < 0.08:
            test += 1
            name = f"Test{stream.choice(VERBS)}{stream.choice(NOUNS)}"
            yield (f"--- FAIL: {name} ({stream.random():.2f}s)\n"
                   f"    testing.go:1617: race detected during execution of test\n"
                   f"=== RUN   Test{stream.choice(VERBS)}{stream.choice(NOUNS)}\n").encode(), None
        if test == 40:
            test = 0
            package = stream.choice(program.packages)
            yield f"FAIL\nFAIL\t{package}\t{stream.random() * 9:.3f}s\nok  \t{package}test\t0.021s\n".encode(), None


def distinct(program, stream, _):
    """Reports that are all of different races."""
    def stack(race, verb):
        frames = []
        for depth in range(10):
            package, kind = f"p{(race + depth) % 53}", f"T{(race + depth) % 91}"
            number = race if depth == 0 else race // (depth + 1) % 5000
            frames.append(f"  {MODULE}/{package}.(*{kind}).{verb}{number}()\n"
                          f"      /src/ledger/{package}/f{(race + depth) % 31}.go:{10 + (race + depth) % 900} "
                          f"+0x{(race * 7 + depth) % 4096:x}\n")
        return "".join(frames)
    race = 0
    while True:
        address, thread = f"0x00c000{race * 16 % 0xffffff:06x}", 7 + race % 500
        creations = "\n".join(f"Goroutine {thread + n} ({state}) created at:\n  main.main()\n"
                              f"      /src/ledger/main.go:{10 + n + race % 50} +0x{17 * (n + 1):x}\n"
                              for n, state in enumerate(["running", "finished"]))
        yield (f"{BAR}\nWARNING: DATA RACE\nWrite at {address} by goroutine {thread}:\n{stack(race, 'Put')}\n"
               f"Previous read at {address} by goroutine {thread + 1}:\n{stack(race, 'Get')}\n"
               f"{creations}{BAR}\n").encode(), race
        race += 1


def go_json(program, stream, _):
    events = {}

    def event_lines(template, package, test):
        """A report as the ends of its events, from behind the time."""
        key = (id(template), package)
        if key not in events:
            head = f'","Action":"output","Package":"{package}","Test":"{test}","Output":'
            events[key] = b"\n".join(
                (head + json.dumps(line + "\n").replace("<", "\\u003c").replace(">", "\\u003e") + "}").encode()
                for line in template.decode().split("\n")[:-1])
        return events[key]

    # A package has its own races, so that a report's events are made once.
    packages = stream.sample(program.packages, 6)
    tests = {p: f"Test{stream.choice(VERBS)}{stream.choice(NOUNS)}/{stream.choice(NOUNS).lower()}" for p in packages}
    verdict = {p: event_lines(b"--- FAIL: %b (0.21s)\n    testing.go:1617: race detected during execution of test\n"
                              % test.encode(), p, test).split(b"\n") for p, test in tests.items()}
    picks = program.picks(stream)
    waiting = {p: [] for p in packages}
    clock = 32_400_000_000
    for package in packages:
        yield f'{{"Time":"{stamp(clock)}Z","Action":"start","Package":"{package}"}}\n'.encode(), None
    while True:
        package = packages[int(stream.random() * len(packages))]
        race = None
        if not waiting[package]:
            race, template, main = next(picks)
            package = packages[race % len(packages)] if not waiting[packages[race % len(packages)]] else package
            lines = event_lines(template, package, tests[package]) % program.numbers(main, stream)
            waiting[package] = lines.split(b"\n")
            if stream.random() < 0.08:
                waiting[package] += verdict[package]
        lines = waiting[package]
        count = int(stream.random() * 48) + 2
        clock += 150
        # One time for the lines that were read at once: their last digits count up.
        head = b'{"Time":"' + stamp(clock).encode()
        yield b"".join([b"%b%02dZ%b\n" % (head, n, line) for n, line in enumerate(lines[:count])]), race
        waiting[package] = lines[count:]


def stamp(microseconds):
    s, us = divmod(microseconds, 1_000_000)
    return f"2026-11-{22 + s // 86400 % 8:02d}T{s // 3600 % 24:02d}:{s // 60 % 60:02d}:{s % 60:02d}.{us:06d}"


def noise_line(r):
    package = f"{r.choice(LAYERS)}/{r.choice(PACKAGES)}"
    return r.choice([
        lambda: f"ok  \t{MODULE}/{package}\t{r.random() * 20:.3f}s",
        lambda: f"=== RUN   Test{r.choice(VERBS)}{r.choice(NOUNS)}/{r.choice(NOUNS).lower()}_{r.randint(1, 99)}",
        lambda: f"    --- PASS: Test{r.choice(VERBS)}{r.choice(NOUNS)} ({r.random():.2f}s)",
        lambda: f'{{"level":"info","ts":{1763804000 + r.random() * 9000:.3f},"caller":"{package}/{r.choice(NOUNS).lower()}.go:'
                f'{r.randint(9, 900)}","msg":"{r.choice(VERBS).lower()} done","took_ms":{r.randint(1, 4000)},"id":"{r.getrandbits(64):016x}"}}',
        lambda: f"time=2026-11-22T09:{r.randint(10, 59)}:{r.randint(10, 59)}.{r.randint(100, 999)}Z level=DEBUG "
                f'msg="{r.choice(VERBS).lower()} {r.choice(NOUNS).lower()}" addr=0x{r.getrandbits(40):012x}',
        lambda: f"[{r.randint(1, 100):3d}%] Building CXX object src/CMakeFiles/{r.choice(PACKAGES)}.dir/{r.choice(NOUNS).lower()}.cc.o",
        lambda: f"#{r.randint(5, 40)} {r.random() * 90:.1f} Get:{r.randint(1, 300)} lib{r.choice(PACKAGES)}-dev amd64 "
                f"{r.randint(1, 9)}.{r.randint(0, 30)}-{r.randint(1, 4)} [{r.randint(8, 900)} kB]",
        lambda: f"\x1b[32m✓\x1b[0m {package} › {r.choice(VERBS).lower()}s the {r.choice(NOUNS).lower()} \x1b[2m({r.randint(1, 900)} ms)\x1b[22m",
        lambda: f"##[group]Run {r.choice(VERBS).lower()} {r.choice(PACKAGES)}",
        lambda: "##[endgroup]",
        lambda: f"goroutine {r.randint(1, 900)} [running]:",
        lambda: "=" * r.choice([18, 20, 80]) + (f" Test output for //{package}:{r.choice(PACKAGES)}_test:" if r.random() < 0.8 else ""),
        lambda: f"WARNING: {r.choice(PACKAGES)} is deprecated, use {r.choice(PACKAGES)} instead",
        lambda: "".join(r.choice("0123456789abcdef") for _ in range(r.randint(100, 600))),
        lambda: "",
    ])()


def ci_noise(program, stream, options):
    """A block of noise is what was printed in one second; blocks are made once and take another second each time."""
    mark, blocks = b"@" * 19, []
    for _ in range(64):
        lines, fraction = [], 0
        while fraction < 9_900_000:
            fraction += stream.randint(2_000, 40_000)
            lines.append(b"%b.%07dZ %b\n" % (mark, fraction, noise_line(stream).encode()))
        blocks.append(b"".join(lines))
    average = sum(map(len, blocks)) / len(blocks)
    per_block, owed, second = options.reports_per_gib * average / 2**30, stream.random(), 32_400
    for race, template, main in program.picks(stream):
        while owed < 1:
            yield blocks[int(stream.random() * 64)].replace(mark, stamp(second * 1_000_000)[:19].encode()), None
            second += 1
            owed += per_block * 2 * stream.random()
        owed -= 1
        head = stamp(second * 1_000_000 - 5_000).encode()
        lines = (template % program.numbers(main, stream)).split(b"\n")[:-1]
        yield b"".join([b"%b%dZ %b\n" % (head, n % 10, line) for n, line in enumerate(lines)]), race


def long_line(program, stream, _):
    words = [b"goroutine 7 [running] ", b"WARNING: ", b"Previous write ", b"==28055== ", b'{"Output":"', b"loading chunk 17 of 20480 "]
    while True:
        yield b"".join(stream.choices(words, [1, 1, 1, 1, 1, 30], k=1000)), None


def markers(program, stream, _):
    titles = [b"WARNING: DATA RACE\n"] * 8 + [b"==================\n", b"WARNING: ThreadSanitizer: data race (pid=7)\n"]
    while True:
        yield b"".join(stream.choices(titles, k=1000)), None


SOURCES = 10_000


def sources(program, stream, _):
    """Every source prints a report; all are open at the same time."""
    picks = program.picks(stream)
    while True:
        reports = []
        for source in range(SOURCES):
            race, template, main = next(picks)
            lines = (template % program.numbers(main, stream)).split(b"\n")
            reports.append((b"node-%05d | " % source, lines))
            yield b"", race
        for n in range(max(len(lines) for _, lines in reports)):
            yield b"".join([b"%b%b\n" % (head, lines[n]) for head, lines in reports if n < len(lines)]), None


def json_sources(program, stream, options):
    for chunk, race in sources(program, stream, options):
        lines = []
        for line in chunk.split(b"\n")[:-1]:
            head, _, text = line.decode().partition(" | ")
            lines.append(json.dumps({"Action": "output", "Package": f"{MODULE}/{head}", "Output": text + "\n"}) + "\n")
        yield "".join(lines).encode(), race
