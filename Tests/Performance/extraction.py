#!/usr/bin/env python3
"""Measures what is taken from web pages against public benchmarks; nothing of them is kept.

  extraction.py MIRROR PROGRAM

MIRROR has the repositories as `owner+name/repo`, bare or not: scrapinghub/article-extraction-benchmark (scored by its own
evaluate.py), adbar/trafilatura, adbar/htmldate and kurtmckee/feedparser. Those that are not there are passed over. A page
that is refused counts as one that gives nothing.
"""
import ast, concurrent.futures, datetime, glob, gzip, html, json, os, re, subprocess, sys, tempfile, time

mirror, program = sys.argv[1:]
refused = 0


def checkout(name, *paths):
    repository = f"{mirror}/{name}/repo"
    if not os.path.exists(repository): return None
    folder = tempfile.mkdtemp(prefix="extraction-")
    archive = subprocess.run(["git", "-C", repository, "archive", "HEAD", *paths], capture_output=True)
    subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=False)
    return folder


def read(path):
    """The fields of the header and the text."""
    done = subprocess.run([program, "text", path], capture_output=True)
    if done.returncode != 0: return None
    head, _, body = done.stdout.decode(errors="replace").partition("\n\n")
    if not re.match(r"(Title|Outlet|Date|Url): ", head): head, body = "", head + "\n" + body
    return dict(re.findall(r"^(\w+): (.*)$", head, re.M)), body


def read_all(paths):
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool: results = list(pool.map(read, paths))
    lost = sum(result is None for result in results)
    print(f"  {len(paths)} pages, {lost} refused, {len(paths) / (time.monotonic() - began):.0f} a second")
    return results


def article_extraction():
    folder = checkout("scrapinghub+article-extraction-benchmark")
    if not folder: return
    print("article-extraction-benchmark")
    truth = json.load(open(f"{folder}/ground-truth.json"))
    paths = []
    for name in truth:
        path = f"{folder}/{name}.html"
        open(path, "wb").write(gzip.open(f"{folder}/html/{name}.html.gz").read())
        paths.append(path)
    results = read_all(paths)
    for file in os.listdir(f"{folder}/output"): os.remove(f"{folder}/output/{file}")
    answers = {name: {"articleBody": result[1] if result else ""} for name, result in zip(truth, results)}
    json.dump(answers, open(f"{folder}/output/sitboard.json", "w"))
    print(subprocess.run([sys.executable, "evaluate.py", "--n-bootstrap", "100"], cwd=folder, capture_output=True, text=True).stdout)


def pieces(name, files):
    folder = checkout(name, "tests")
    pages = {}
    for file in files:
        path = f"{folder}/tests/{file}"
        if folder and os.path.exists(path): pages |= json.load(open(path))
    return folder, pages


def plain(text): return re.sub(r"\s+", " ", text).strip()


def place(folder, name):
    for where in ("eval", "cache", "test_set"):
        path = f"{folder}/tests/{where}/{name}"
        if os.path.exists(path): return path


def trafilatura():
    """Pieces of text that belong to an article, and pieces that do not; runs of space count as one, as in its own script."""
    folder, pages = pieces("adbar+trafilatura", ["evaldata.json"])
    if not pages: return
    print("trafilatura's evaluation set")
    found = [(page, place(folder, page["file"])) for page in pages.values()]
    found = [(page, path) for page, path in found if path]
    results = read_all([path for _, path in found])
    hits = misses = wrong = 0
    for (page, _), result in zip(found, results):
        text = plain(result[1] if result else "")
        for piece in page["with"]: hits, misses = hits + (plain(piece) in text), misses + (plain(piece) not in text)
        wrong += sum(plain(piece) in text for piece in page["without"])
    precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + misses)
    print(f"  precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}")


def htmldate():
    folder, pages = pieces("adbar+htmldate", ["eval_default.json", "eval_mediacloud_2020.json"])
    if not pages: return
    print("htmldate's dates")
    found = [(page, place(folder, page["file"])) for page in pages.values()]
    found = [(page, path) for page, path in found if path]
    results = read_all([path for _, path in found])
    right = wrong = 0
    for (page, _), result in zip(found, results):
        date = result[0].get("Date", "")[:10] if result else ""
        # A few have none, which their list gives as no number.
        expected = page["date"] if isinstance(page["date"], str) else ""
        right += date == expected
        wrong += bool(date) and date != expected
    print(f"  right {right / len(found):.3f} wrong {wrong / len(found):.3f} of {len(found)}")


def expected_title(said):
    """What a test feed expects of its first title; some put it together of pieces."""
    line = re.search(r"Expect:\s*(.*)", said)
    if not line or "entries[0]['title']" not in line[1]: return None
    for node in ast.walk(ast.parse(line[1].strip(), mode="eval")):
        if isinstance(node, ast.Compare) and ast.unparse(node.left) == "entries[0]['title']" and isinstance(node.ops[0], ast.Eq):
            if any(isinstance(part, ast.Name) for part in ast.walk(node.comparators[0])): continue
            return eval(compile(ast.Expression(node.comparators[0]), "expected", "eval"), {"__builtins__": {}})


def feedparser():
    """Titles and dates of its test feeds, and the dates that it can read, each as the date of an item."""
    folder = checkout("kurtmckee+feedparser", "tests")
    if not folder: return
    print("feedparser's tests")
    titles, dates = {}, {}
    for path in sorted(glob.glob(f"{folder}/tests/wellformed/**/*.xml", recursive=True)):
        said = open(path, encoding="utf-8", errors="replace").read(2000)
        title = expected_title(said)
        if title is not None: titles[path] = {plain(html.unescape(re.sub("<[^>]*>", "", title))), plain(title)}
        date = re.search(r"Expect:.*?entries\[0\]\['(?:published|updated|created)_parsed'\] == (\([^)]*\))", said)
        if not date: continue
        # Several have an item with nothing in it but the date.
        titled = path.replace(".xml", "-titled.xml")
        text = open(path, "rb").read()
        open(titled, "wb").write(re.sub(rb"(?i)<(item|entry)( [^>]*)?>", rb"\g<0><title>A</title>", text))
        dates[titled] = ast.literal_eval(date[1])
    source = open(f"{folder}/tests/test_date_parsers.py", encoding="utf-8").read()
    for number, (text, date) in enumerate(re.findall(r'\(\s*_parse_date_\w+,\s*("[^"]*"),\s*(None|\([\d, ]*\))', source)):
        path = f"{folder}/{number}.xml"
        text = html.escape(ast.literal_eval(text))
        open(path, "w").write(f"<rss><channel><item><title>A</title><pubDate>{text}</pubDate></item></channel></rss>")
        dates[path] = ast.literal_eval(date)
    results = dict(zip([*titles, *dates], read_all([*titles, *dates])))
    # Some expect HTML and some plain text in which a tag is named.
    right = sum(not titles[path].isdisjoint((known(results[path]), "")) for path in titles)
    print(f"  titles {right} of {len(titles)}")
    for name, paths in (("dates of feeds", [p for p in dates if "wellformed" in p]), ("strings", [p for p in dates if "wellformed" not in p])):
        given = {path: instant(results[path][0].get("Date", "") if results[path] else "") for path in paths}
        right = sum(given[path] == (dates[path][:6] if dates[path] else None) for path in paths)
        wrong = sum(bool(given[path]) and given[path] != (dates[path] or ())[:6] for path in paths)
        print(f"  {name}: right {right} of {len(paths)}, wrong {wrong}")


def known(result):
    """The title; a headline alone is the story."""
    return plain(result[0].get("Title") or result[1]) if result else None


def instant(text):
    """A date of a header in Greenwich, as far as the second; nothing for what is no date."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text): return (*map(int, text.split("-")), 0, 0, 0)
    if not re.match(r"\d{4}-\d\d-\d\d[T ]\d", text): return None
    try: date = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError: return None
    if date.tzinfo: date = date.astimezone(datetime.timezone.utc)
    return tuple(date.timetuple()[:6])



article_extraction()
trafilatura()
htmldate()
feedparser()
