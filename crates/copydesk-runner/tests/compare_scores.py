#!/usr/bin/env python3
"""Shows that `copydesk score` gives the figures of the reference scorers, to the last bit.

    compare_scores.py PROGRAM DATA [RECORDS...]

DATA holds numbers/, quotes/ and cleanup/, each with its gold (*.jsonl) and its score.py. For every set, predictions are
made from gold by a seeded hand (left out, moved, renamed, given other values), and both scorers see the same ones, with
every option. RECORDS are files that `copydesk run` wrote; they are scored against the gold whose ids they have."""
import json, pathlib, random, subprocess, sys, tempfile

PROGRAM, DATA = sys.argv[1], pathlib.Path(sys.argv[2])
RECORDS = [pathlib.Path(path) for path in sys.argv[3:]]
compared = 0


def load(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return json.loads(done.stdout)


def compare(layer, folder, gold, pred, options):
    global compared
    theirs = run([sys.executable, DATA / folder / "score.py", gold, pred, "--json", *options])
    ours = run([PROGRAM, "score", layer, "--gold", gold, "--pred", pred, "--json", *options])
    if theirs != ours:
        sys.exit(f"{gold.name} {' '.join(options)}: the figures differ\n{json.dumps(theirs)}\n{json.dumps(ours)}")
    compared += 1


def write(folder, records):
    path = pathlib.Path(folder) / "pred.jsonl"
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def numbers(gold, hand):
    pool = [item for record in gold for item in record["expected"]]
    odd = ["1e3", "1/3", "[5,)", "(,7;)", "P1Y", "PT90M", "2016-W07-WE", "T25:10", "199X", "2020-01-01/..", "", "half"]
    for record in gold:
        found = []
        for item in record["expected"]:
            item, turn = dict(item), hand.random()
            if turn < 0.1:
                continue
            if turn < 0.2:
                item["start"] = max(0, item["start"] - 1)
            elif turn < 0.3:
                item["value"] = hand.choice(pool)["value"]
            elif turn < 0.4:
                item["value"] = hand.choice(odd)
            elif turn < 0.5:
                item["unit"] = hand.choice(pool)["unit"]
            elif turn < 0.6:
                item["kind"] = hand.choice(pool)["kind"]
            elif turn < 0.7 and item.get("alt"):
                item["value"] = hand.choice(item["alt"])
            found.append(item)
            if turn > 0.9:
                found.append(dict(hand.choice(pool), start=item["start"], end=item["end"] + 1))
        yield {"id": record["id"], "expected": found}


def quotes(gold, hand):
    for record in gold:
        found = []
        for quote in record["quotes"]:
            turn, spans = hand.random(), [list(span) for span in quote["spans"]]
            if turn < 0.15:
                continue
            if turn < 0.5:
                spans[0][0] = max(0, spans[0][0] + hand.randint(-40, 40))
                spans = [span for span in spans if span[0] < span[1]]
            speaker = quote["speaker"] if turn > 0.3 else hand.choice(record["quotes"])["speaker"]
            spans, kind = spans or quote["spans"], quote["type"] if turn < 0.9 else "direct"
            found.append({"type": kind, "spans": spans, "speaker": speaker})
        yield {"id": record["id"], "quotes": found}


def cleanup(gold, hand):
    for record in gold:
        edits, flags, size = [], [], len(record["text"])
        for artifact in record["artifacts"]:
            turn, start, end = hand.random(), artifact["start"], artifact["end"]
            if turn < 0.25:
                flags.append({"source": [start, end]})
            elif turn < 0.8:
                after = (artifact["repair"] or "") if turn < 0.6 else "something else"
                edits.append({"start": start - (turn > 0.7), "end": end, "after": after, "rule": "a"})
        for _ in range(hand.randint(0, 2)):
            start = hand.randrange(size)
            edits.append({"start": start, "end": min(size, start + hand.randint(0, 3)), "after": " ", "rule": "b"})
        yield {"id": record["id"], "copydesk": {"edits": edits, "annotations": {"artifact": flags}}}


KINDS = [
    ("number", "numbers", numbers, lambda r: "expected" in r, [[], ["--overlap"], ["--fine"], ["--overlap", "--fine"]]),
    ("quote", "quotes", quotes, lambda r: "quotes" in r, [[], ["--types", "direct,mixed"], ["--types", "indirect"]]),
    ("cleanup", "cleanup", cleanup, lambda r: "artifacts" in r, [[]]),
]


def as_predictions(layer, records):
    """Records as the reference scorers read them."""
    for record in records:
        found = record["copydesk"]["annotations"].get(layer, [])
        if layer == "number":
            yield {"id": record["id"], "expected": found}
        elif layer == "quote":
            pair = lambda speaker: [[speaker["start"], speaker["end"]]] if speaker else None
            yield {"id": record["id"], "quotes": [dict(q, speaker=pair(q.get("speaker"))) for q in found]}
        else:
            yield record


for layer, folder, spoil, is_gold, choices in KINDS:
    for path in sorted((DATA / folder).glob("*.jsonl")):
        gold = load(path)
        if not gold or not is_gold(gold[0]):
            continue
        with tempfile.TemporaryDirectory() as there:
            for seed in range(3):
                pred = write(there, spoil(gold, random.Random(seed)))
                for options in choices:
                    compare(layer, folder, path, pred, options)
            for file in RECORDS:
                records = [r for r in load(file) if r["id"] in {g["id"] for g in gold}]
                if not records:
                    continue
                pred = write(there, as_predictions(layer, records))
                for options in choices:
                    compare(layer, folder, path, pred, options)
                    if layer != "cleanup":
                        ours = run([PROGRAM, "score", layer, "--gold", path, "--pred", file, "--json", *options])
                        theirs = run([sys.executable, DATA / folder / "score.py", path, pred, "--json", *options])
                        assert ours == theirs, (path.name, options)
print(f"{compared} comparisons, every figure the same")
