"""A made-up program in Go, what its race detector reports, and the words of its names."""
import random

BAR = "=" * 18
RACES, VARIANTS = 300, 8
MODULE = "example.com/ledger"

PACKAGES = """accounts audit balance batch billing cache clearing clock cluster codec config currency dispatch events
export feature feed fraud gateway health idempotency ingest invoice journal kyc ledgerdb limits lock mailer matching
metrics migration notify orders outbox partner payout planner policy postings pricing quota reconcile refunds registry
replica reports retry router rules saga scheduler secrets session settlement shard snapshot statements storage stream
sweep tariff tenant throttle token tracing transfer treasury vault wallet watch webhook worker""".split()
LAYERS = ["internal", "pkg", "internal/service", "internal/platform", "internal/adapters/postgres", "cmd/ledgerd/app"]
NOUNS = """Account Adapter Balance Batch Builder Cache Client Collector Controller Cursor Decoder Dispatcher Engine Entry
Executor Factory Filter Handler Index Iterator Journal Keeper Loader Manager Monitor Pipeline Planner Policy Pool Processor
Provider Publisher Queue Reader Reconciler Registry Replica Resolver Router Scheduler Session Snapshot Store Stream
Subscriber Sweeper Tracker Transaction Validator Watcher Worker Writer""".split()
VERBS = """Acquire Advance Append Apply Assign Authorize Await Begin Bind Build Cancel Check Close Collect Commit Compact
Compute Confirm Convert Decode Deliver Dispatch Drain Emit Enqueue Evict Expand Fetch Flush Handle Hydrate Invalidate Load
Lookup Mark Merge Normalize Notify Observe Open Persist Poll Prepare Process Publish Push Reconcile Record Refresh Register
Release Reload Replay Reserve Resolve Restore Resume Retry Rotate Run Schedule Scan Settle Snapshot Split Start Stop Submit
Sync Track Transfer Update Upsert Validate Verify Visit Wait Warm Write""".split()
GOROOT = "/usr/local/go/src/"
HTTP = [("net/http.HandlerFunc.ServeHTTP", GOROOT + "net/http/server.go:2322", 0x47),
        ("net/http.(*ServeMux).ServeHTTP", GOROOT + "net/http/server.go:2861", 0x3d8),
        ("net/http.serverHandler.ServeHTTP", GOROOT + "net/http/server.go:3340", 0x2a3),
        ("net/http.(*conn).serve", GOROOT + "net/http/server.go:2109", 0xb6e),
        ("net/http.(*Server).Serve.gowrap3", GOROOT + "net/http/server.go:3493", 0x4f)]
TEST = [("testing.tRunner", GOROOT + "testing/testing.go:1934", 0x21c),
        ("testing.(*T).Run.gowrap1", GOROOT + "testing/testing.go:1997", 0x44)]
GROUP = [("golang.org/x/sync/errgroup.(*Group).Go.func1",
          "/go/pkg/mod/golang.org/x/sync@v0.16.0/errgroup/errgroup.go:93", 0x86)]
MAIN = [("main.run", "/home/runner/work/ledger/ledger/cmd/ledgerd/main.go:88", 0x6b2),
        ("main.main", "/home/runner/work/ledger/ledger/cmd/ledgerd/main.go:31", 0x2c)]
SERVE = [("net/http.(*Server).Serve", GOROOT + "net/http/server.go:3493", 0x8ec),
         ("net/http.(*Server).ListenAndServe", GOROOT + "net/http/server.go:3411", 0xbc)] + MAIN
RUN = [("testing.(*T).Run", GOROOT + "testing/testing.go:1997", 0x9d2),
       ("testing.runTests.func1", GOROOT + "testing/testing.go:2477", 0x86),
       ("testing.tRunner", GOROOT + "testing/testing.go:1934", 0x21c),
       ("testing.runTests", GOROOT + "testing/testing.go:2475", 0x96c),
       ("testing.(*M).Run", GOROOT + "testing/testing.go:2337", 0xed4),
       ("main.main", "_testmain.go:71", 0x164)]
RUNTIME = [("runtime.mapassign_faststr", GOROOT + "internal/runtime/maps/runtime_faststr_swiss.go:263", 0),
           ("runtime.mapaccess2_faststr", GOROOT + "internal/runtime/maps/runtime_faststr_swiss.go:162", 0),
           ("runtime.growslice", GOROOT + "runtime/slice.go:178", 0),
           ("runtime.slicecopy", GOROOT + "runtime/slice.go:355", 0)]


class Program:
    """A made-up program: functions, who calls them, and races between them."""

    def __init__(self, seed, functions=3000):
        self.random = r = random.Random(seed)
        self.packages = [f"{MODULE}/{layer}/{name}" for layer in LAYERS for name in PACKAGES if r.random() < 0.4]
        self.functions = list(dict.fromkeys(self.function() for _ in range(functions)))
        self.callers = {}
        sites = iter(r.sample([f for f in self.functions if f[1][0] == "/"], RACES * 2))
        self.reports = []  # [race][variant]: bytes with % places for numbers and addresses
        for _ in range(RACES):
            one, other = next(sites), next(sites)
            if r.random() < 0.4:
                other = one  # x++ raced with itself
            places = [self.place(one), self.place(other)]
            self.reports.append([self.report((one, other), places) for _ in range(r.randint(2, VARIANTS))])
        # A few races make most of the reports, as they do.
        self.weights = [1 / (n + 3) for n in range(RACES)]

    def function(self):
        r = self.random
        package, noun = r.choice(self.packages), r.choice(NOUNS)
        verb = r.choice(VERBS) + (r.choice(NOUNS) if r.random() < 0.6 else "")
        if r.random() < 0.4:
            verb = verb[0].lower() + verb[1:]
        shape = r.random()
        if shape < 0.55:
            name = f"(*{noun}{r.choice(NOUNS)}).{verb}"
        elif shape < 0.62:
            name = f"(*{noun}Map[go.shape.string,go.shape.*uint8]).{verb}"
        elif shape < 0.70:
            name = f"{noun}.{verb}"
        else:
            name = verb
        name += r.choice(["", "", "", "", "", ".func1", ".func2", ".func1.2", "-fm"])
        file = "<autogenerated>" if name.endswith("-fm") else (
            f"/home/runner/work/ledger/ledger/{package[len(MODULE) + 1:]}/{noun.lower()}.go")
        return f"{package}.{name}", file

    def place(self, function):
        name, file = function
        return name, f"{file}:{1 if file[0] == '<' else self.random.randint(20, 900)}", self.random.randint(0x1c, 0x9ff)

    def depth(self, deepest):
        return 5 + int((deepest - 4) * self.random.random() ** 3)

    def stack(self, top, depth, end):
        """Frames from the innermost: `top`, some callers of it, and the frames of a root."""
        r, frames = self.random, list(top)
        function = frames[-1][0]
        while len(frames) + len(end) < depth:
            if function not in self.callers:
                self.callers[function] = [self.place(r.choice(self.functions)) for _ in range(2)]
            frames.append(r.choice(self.callers[function]))
            function = frames[-1][0]
        return frames + end

    def report(self, functions, places):
        r = self.random
        sides = [0, 1] if r.random() < 0.5 else [1, 0]
        verbs = r.choice([("Write", "read"), ("Read", "write"), ("Write", "write")])
        main = r.random() < 0.06
        lines = [BAR, "WARNING: DATA RACE"]
        for n, side in enumerate(sides):
            actor = "main goroutine" if main and n else "goroutine %d"
            lines += ["", f"Previous {verbs[1]} at 0x%012x by {actor}:"] if n else [f"{verbs[0]} at 0x%012x by {actor}:"]
            top = ([r.choice(RUNTIME)] if r.random() < 0.15 else []) + [places[side]]
            end = MAIN if main and n else r.choice([HTTP, TEST, GROUP])
            lines += self.text(self.stack(top, self.depth(35), end))
        for n in range(1 if main else 2):
            lines += ["", f"Goroutine %d ({r.choice(['running', 'running', 'finished'])}) created at:"]
            top = [self.place(r.choice(self.functions))]
            lines += self.text(self.stack(top, self.depth(30), r.choice([RUN, SERVE, MAIN])))
        return "\n".join(lines + [BAR, ""]).encode(), main

    @staticmethod
    def text(frames):
        out = []
        for name, place, offset in frames:
            out += [f"  {name}()", f"      {place} +0x{offset:x}"]
        return out

    def numbers(self, main, stream):
        """The arguments of a report's % places: address, goroutine and so on."""
        address = 0xc000000000 + 8 * int(stream.random() * 0x8000000)
        if stream.random() < 0.2:
            address -= 0xc000000000 - 0x1400000
        one, other = stream.randrange(6, 60000), stream.randrange(6, 60000)
        if main:
            return address, one, address, one
        return address, one, address, other, one, other

    def picks(self, stream):
        """(race, template, main) for ever."""
        while True:
            for race in stream.choices(range(RACES), self.weights, k=4096):
                template, main = self.reports[race][int(stream.random() * len(self.reports[race]))]
                yield race, template, main
