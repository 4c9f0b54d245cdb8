"""Asks DuckDB, Polars and SQLite what Atalaya was asked, over the same tables, and holds every answer against its own.

Called by `cargo bench --bench million -- --peers` with the folder of the tables. Ends with 3 where an engine is missing
(`python3 -m pip install -r benches/peers/requirements.txt` brings them), with 1 where an answer differs. What is timed
ends with the answer in the engine's own form, as it does for Atalaya: turning it into lists that can be compared comes
after.
"""

import json
import pathlib
import statistics
import sys
import time

folder, size = pathlib.Path(sys.argv[1]), sys.argv[2]
FACETS = ["theme", "ending", "implementer", "state", "sector", "supports", "counterpart", "year", "scope", "doubt"]
GROUPS = ["theme", "year", "implementer", "state", "status", "ending", "sector"]
RUNS = 5
# Beyond so many records an index of all triples of letters takes more memory than most machines have.
MOST_TRIPLES = 200_000


def lines(name):
    with open(folder / name, encoding="utf-8") as rows:
        for row in rows:
            yield row.rstrip("\n").split("\t")


def records():
    with open(folder / "projects.jsonl", encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)


questions = json.loads((folder / "questions.json").read_text(encoding="utf-8"))


def on(term, field):
    """Whether a term is on this field: a facet's counts leave it out."""
    return term.get("field") == field


class Sql:
    """What both databases are asked alike; each says how a word is found."""

    def condition(self, term):
        if "word" in term:
            text, values = self.word(term["word"])
        else:
            parts, values = [], []
            for value in term["values"]:
                if "key" in value or "missing" in value:
                    table = f"keys_{term['field']}"
                    parts.append(f"row IN (SELECT row FROM {table} WHERE key = ?)")
                    values.append(value.get("key", "?"))
                elif "days" in value:
                    parts.append("(from_day <= ? AND to_day >= ?)")
                    values += [value["days"][1], value["days"][0]]
                else:
                    low, high = value["amounts"]
                    parts.append("(amount >= ? AND amount <= ?)")
                    values += [-(2**62) if low is None else low, 2**62 if high is None else high]
            text = "(" + " OR ".join(parts) + ")"
        return (f"NOT {text}" if term["negated"] else text), values

    def where(self, terms):
        if not terms:
            return "", []
        conditions = [self.condition(term) for term in terms]
        return " WHERE " + " AND ".join(text for text, _ in conditions), [v for _, values in conditions for v in values]

    def ask(self, question):
        terms = question["terms"]
        text, values = self.where(terms)
        self.run("DROP TABLE IF EXISTS found")
        self.run(f"CREATE TEMP TABLE found AS SELECT row, counted FROM projects{text}", values)
        rows = self.all("SELECT row FROM found ORDER BY row")
        total = self.all("SELECT CAST(coalesce(sum(counted), 0) AS BIGINT) AS total FROM found")
        facets = []
        for field in FACETS:
            base = "found"
            others = [term for term in terms if not on(term, field)]
            if len(others) < len(terms):
                text, values = self.where(others)
                self.run("DROP TABLE IF EXISTS base")
                self.run(f"CREATE TEMP TABLE base AS SELECT row FROM projects{text}", values)
                base = "base"
            facets.append(self.all(f"SELECT key, count(*) AS n FROM keys_{field} JOIN {base} USING (row) GROUP BY key"))
        groups = [
            self.all(f"SELECT key, CAST(sum(money_{by}.amount) AS BIGINT) AS n"
                     f" FROM money_{by} JOIN found USING (row) GROUP BY key")
            for by in GROUPS
        ]
        return rows, total, facets, groups

    def said(self, found):
        rows, total, facets, groups = found
        return {
            "rows": self.column(rows, "row", 0), "sum": self.column(total, "total", 0)[0],
            "facets": [dict(self.pairs(facet)) for facet in facets],
            "groups": [{key: amount for key, amount in self.pairs(group) if amount} for group in groups],
        }

    def pairs(self, found):
        return zip(self.column(found, "key", 0), self.column(found, "n", 1))


class DuckDb(Sql):
    def __init__(self, duckdb):
        self.base = duckdb.connect()
        read = self.base.execute
        read(f"CREATE TABLE projects AS SELECT * FROM read_json('{folder}/projects.jsonl', columns={{row: 'INTEGER',"
             " text: 'VARCHAR', from_day: 'INTEGER', to_day: 'INTEGER', amount: 'BIGINT', counted: 'BIGINT'})")
        options = "delim='\t', header=false, quote='', escape=''"
        for field in FACETS:
            read(f"CREATE TABLE keys_{field} AS SELECT * FROM read_csv('{folder}/keys_{field}.tsv', {options},"
                 " columns={row: 'INTEGER', key: 'VARCHAR'})")
        for by in GROUPS:
            read(f"CREATE TABLE money_{by} AS SELECT * FROM read_csv('{folder}/money_{by}.tsv', {options},"
                 " columns={row: 'INTEGER', key: 'VARCHAR', amount: 'BIGINT'})")

    def word(self, word):
        return "contains(text, ?)", [word]

    def run(self, text, values=()):
        self.base.execute(text, list(values))

    def all(self, text):
        return self.base.execute(text).fetchnumpy()

    def column(self, found, name, place):
        return found[name].tolist()


class SqLite(Sql):
    def __init__(self, sqlite3):
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE TABLE projects (row INTEGER PRIMARY KEY, text TEXT, from_day INT, to_day INT,"
                          " amount INT, counted INT)")
        self.base.executemany("INSERT INTO projects VALUES (:row, :text, :from_day, :to_day, :amount, :counted)", records())
        # Words of three letters and more are found by an index of all their triples.
        self.base.execute("CREATE VIRTUAL TABLE texts USING fts5(text, content='projects', content_rowid='row',"
                          " tokenize='trigram')")
        self.base.execute("INSERT INTO texts(texts) VALUES ('rebuild')")
        for field in FACETS:
            self.base.execute(f"CREATE TABLE keys_{field} (row INT, key TEXT)")
            self.base.executemany(f"INSERT INTO keys_{field} VALUES (?, ?)", lines(f"keys_{field}.tsv"))
            self.base.execute(f"CREATE INDEX by_key_{field} ON keys_{field} (key, row)")
            self.base.execute(f"CREATE INDEX by_row_{field} ON keys_{field} (row, key)")
        for by in GROUPS:
            self.base.execute(f"CREATE TABLE money_{by} (row INT, key TEXT, amount INT)")
            self.base.executemany(f"INSERT INTO money_{by} VALUES (?, ?, ?)", lines(f"money_{by}.tsv"))
            self.base.execute(f"CREATE INDEX money_of_{by} ON money_{by} (row, key, amount)")
        self.base.execute("ANALYZE")

    def word(self, word):
        if len(word) < 3:
            return "instr(text, ?)", [word]
        return "row IN (SELECT rowid FROM texts WHERE texts MATCH ?)", ['"' + word.replace('"', '""') + '"']

    def run(self, text, values=()):
        self.base.execute(text, list(values))

    def all(self, text):
        return self.base.execute(text).fetchall()

    def column(self, found, name, place):
        return [row[place] for row in found]


class Polars:
    def __init__(self, polars):
        self.pl = polars
        schema = {"row": polars.Int32, "text": polars.String, "from_day": polars.Int32, "to_day": polars.Int32,
                  "amount": polars.Int64, "counted": polars.Int64}
        self.projects = polars.read_ndjson(folder / "projects.jsonl", schema=schema)
        table = lambda name, more: polars.read_csv(
            folder / name, separator="\t", has_header=False, quote_char=None,
            schema={"row": polars.Int32, "key": polars.String, **more})
        self.keys = {field: table(f"keys_{field}.tsv", {}).cast({"key": polars.Categorical}) for field in FACETS}
        self.money = {by: table(f"money_{by}.tsv", {"amount": polars.Int64}).cast({"key": polars.Categorical})
                      for by in GROUPS}

    def mask(self, terms):
        pl = self.pl
        mask = pl.repeat(True, len(self.projects), eager=True)
        for term in terms:
            if "word" in term:
                one = self.projects["text"].str.contains(term["word"], literal=True)
            else:
                one = pl.repeat(False, len(self.projects), eager=True)
                for value in term["values"]:
                    if "days" in value:
                        low, high = value["days"]
                        part = (self.projects["from_day"] <= high) & (self.projects["to_day"] >= low)
                    elif "amounts" in value:
                        low, high = value["amounts"]
                        amount = self.projects["amount"]
                        part = (amount >= (-(2**62) if low is None else low)) & (amount <= (2**62 if high is None else high))
                    else:
                        keys = self.keys[term["field"]]
                        rows = keys.filter(pl.col("key") == value.get("key", "?"))["row"]
                        part = pl.repeat(False, len(self.projects), eager=True).scatter(rows, True)
                    one = one | part.fill_null(False)
            mask = mask & (~one if term["negated"] else one)
        return mask

    def ask(self, question):
        pl, terms = self.pl, question["terms"]
        mask = self.mask(terms)
        rows = mask.arg_true()
        facets = []
        for field in FACETS:
            others = [term for term in terms if not on(term, field)]
            base = mask if len(others) == len(terms) else self.mask(others)
            keys = self.keys[field]
            counts = keys.filter(base.gather(keys["row"])).group_by("key").len()
            facets.append(counts)
        groups = []
        for by in GROUPS:
            money = self.money[by]
            sums = money.filter(mask.gather(money["row"])).group_by("key").agg(pl.col("amount").sum())
            groups.append(sums)
        return rows, self.projects["counted"].filter(mask).sum(), facets, groups

    def said(self, found):
        rows, total, facets, groups = found
        return {
            "rows": rows.to_list(), "sum": total, "facets": [dict(counts.iter_rows()) for counts in facets],
            "groups": [{key: amount for key, amount in sums.iter_rows() if amount} for sums in groups],
        }


def measure(name, engine):
    took = []
    for question in questions:
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            found = engine.ask(question)
            times.append(time.perf_counter() - start)
        found = engine.said(found)
        for part, expected in question["answer"].items():
            if found[part] != expected:
                print(f"# {name}: another answer to {question['text']!r} in {part}", file=sys.stderr)
                if part != "rows":
                    for mine, theirs in zip(expected, found[part]) if isinstance(expected, list) else []:
                        if mine != theirs:
                            print(f"#   {sorted(set(mine.items()) ^ set(theirs.items()))[:6]}", file=sys.stderr)
                sys.exit(1)
        took.append(min(times) * 1000)
        print(f"# {name} {took[-1]:.3f} ms: {question['text']!r}", flush=True)
    print(f"{name}_ms_median_{size}={statistics.median(took):.3f}", flush=True)


missing = []
if int(size) > MOST_TRIPLES:
    print("# left out: SQLite, whose index of triples of letters would not fit into memory", flush=True)
engines = [("duckdb", ["duckdb", "numpy"], DuckDb), ("polars", ["polars"], Polars), ("sqlite", ["sqlite3"], SqLite)]
for name, modules, engine in engines if int(size) <= MOST_TRIPLES else engines[:2]:
    try:
        library, *_ = [__import__(module) for module in modules]
    except ImportError:
        missing.append(name)
        continue
    measure(name, engine(library))
if missing:
    print(f"# not installed: {', '.join(missing)} (python3 -m pip install -r benches/peers/requirements.txt)")
    sys.exit(3)
