#!/usr/bin/env python3
"""Trains the weights of the reader's decisions on articles whose facts people have read.

  train.py SITBOARD WEIGHTS --articles GOLD.jsonl FOLDER [--articles ...] [--cases CASES.jsonl ...]
           [--invented STORIES.txt ...] [--folds DIR]

GOLD.jsonl has one line an article: {"file", "facts": [{"status", "low", "high", "standing", "scope", "speaker", "quote",
"optional"}], "top": [the rows that a board should show]}; CASES.jsonl one line a short text: {"id", "date", "text", "expected": [facts]}. The program prints its
counts with their cues (`sitboard cues`), the counts are paired with the facts, and a logistic regression is fitted for
each decision. WEIGHTS is written anew; the same input gives the same bytes.

Articles of the first --articles are judged in five folds by weights that were trained without them; the figures are
printed. --folds DIR keeps those weights as DIR/0.txt to 4.txt, the article names of each fold as DIR/0.list to 4.list,
and the claims of each article by its own fold's weights as DIR/claims.jsonl.
"""
import argparse, collections, hashlib, json, math, os, re, subprocess, tempfile

FOLDS = 5
KIN = {'critical': 'injured', 'released': 'rescued', 'escaped': 'rescued', 'safe': 'rescued', 'kidnapped': 'held', 'trapped': 'held'}
# The statuses that have rows in `top`.
ROWS = {'killed', 'injured', 'missing', 'held', 'rescued', 'aboard'}
HEADER = '# What the cues of the reader\'s decisions weigh, in hundredths of a logit. Made by Tests/Accuracy/train.py.\n'


# ---- Texts and facts


class Article:
    def __init__(self, path, facts, is_case, rows=None):
        self.path, self.facts, self.is_case, self.rows = path, facts, is_case, rows
        self.name = os.path.basename(path)
        with open(path, 'rb') as file: self.text = file.read()
        self.fold = int(hashlib.sha1(self.name.encode()).hexdigest(), 16) % FOLDS
        for fact in facts: fact['places'] = places(self.text, fact.get('quote'))


def places(text, quote):
    """Where the words of a fact stand."""
    found, words = [], (quote or '').encode()
    while words and (start := text.find(words, found[-1][0] + 1 if found else 0)) >= 0: found.append((start, start + len(words)))
    return found


def read_lines(path):
    with open(path, encoding='utf-8') as file: return [json.loads(line) for line in file if line.strip()]


def read_articles(gold, folder):
    return [Article(os.path.join(folder, line['file']), line['facts'], False, line.get('top')) for line in read_lines(gold)]


STATUS = re.compile(r'([a-z]+) (-?)(\d+)(\+?) (total|part|increment|other)(?: by (.+))?$')


def read_invented(path, folder):
    """Stories in the form that the head of `invented.txt` describes."""
    stories = []
    with open(path, encoding='utf-8') as file: lines = [line.rstrip('\n') for line in file if line[0] != '#']
    for number, story in enumerate('\n'.join(lines).split('\n= ')):
        head, _, body = story.removeprefix('= ').strip().partition('\n')
        date, _, title = (part.strip() for part in head.partition('|'))
        if not body: continue
        facts = []
        def plain(match):
            words, _, told = match[1].rpartition('|')
            status, most, figure, least, scope, speaker = STATUS.match(told).groups()
            facts.append({
                'status': status, 'low': None if most else int(figure), 'high': None if least else int(figure), 'quote': words,
                'scope': scope, 'standing': 'background' if scope == 'other' else 'current',
                'speaker': {'role': speaker} if speaker else None})
            return words
        text = re.sub(r'\{([^{}]*)\}', plain, body)
        file = os.path.join(folder, f'invented-{number}.txt')
        with open(file, 'w', encoding='utf-8') as out: out.write((f'Title: {title}\n' if title else '') + f'Date: {date}\n\n{text}\n')
        stories.append(Article(file, facts, True))
    return stories


def read_cases(path, folder):
    cases = []
    for line in read_lines(path):
        file = os.path.join(folder, line['id'] + '.txt')
        head = ''.join(f'{name}: {line[name.lower()]}\n' for name in ('Title', 'Date') if line.get(name.lower()))
        with open(file, 'w', encoding='utf-8') as out: out.write(head + '\n' + line['text'].strip() + '\n')
        cases.append(Article(file, line['expected'], True))
    return cases


# ---- Counts of the program


class Count:
    def __init__(self, line, article):
        self.line, self.article = line, article
        self.cues, self.rule, self.standing = line['cues'], line['rule'], line['standing']
        self.span = line['span']['start'], line['span']['end']
        self.fact = self.find_fact()

    def find_fact(self):
        """The fact that this count should be: of the same figure, at the same passage; or the only one of that figure."""
        same = [f for f in self.article.facts if key(f) == key(self.line)]
        here = [f for f in same if any(a < self.span[1] and self.span[0] < b for a, b in f['places'])]
        if here:
            right = [f for f in here if f.get('subject_class') == self.line.get('subject_class')]
            return (right or here)[0]
        return same[0] if len({(standing(f), f.get('scope')) for f in same}) == 1 else None


def key(fact): return KIN.get(fact['status'], fact['status']), fact.get('low'), fact.get('high')
def standing(fact): return fact.get('standing') or 'current'
def is_counted(fact): return fact.get('low') is not None or fact.get('high') is not None


def counts(program, articles, weights):
    """The counts of some articles, read with some weights."""
    found = []
    by_path = {article.path: article for article in articles}
    for start in range(0, len(articles), 200):
        command = [program, 'cues', '--weights', weights, *(a.path for a in articles[start:start + 200])]
        out = subprocess.run(command, capture_output=True, check=True).stdout
        lines = [json.loads(line) for line in out.splitlines()]
        found += [Count(line, by_path[line['article']]) for line in lines if is_counted(line) and line['status'] != 'strength']
    return found


# ---- Examples: cues, the right answer, and how much it counts


def importance(count): return (0.5 if count.fact and count.fact.get('optional') else 1.0) * (2.5 if count.article.is_case else 1.0)


def incident_examples(found):
    for c in found:
        if c.fact:
            other = standing(c.fact) == 'background'
            yield c.cues['incident'], other, importance(c) * (HARM if other else 1.0)


def part_examples(found):
    for c in found:
        if c.fact and c.fact.get('scope') in ('total', 'part') and standing(c.fact) == 'current' and c.standing == 'current':
            yield c.cues['part'] + ['rule ' + c.rule], c.fact['scope'] == 'part', importance(c)


def verdict(count):
    """True for a current count that is so, False for one that is not, None where careful readers could differ."""
    if count.standing != 'current': return None
    facts = [f for f in count.article.facts if key(f) == key(count.line) and standing(f) == 'current']
    if any(not f.get('optional') for f in facts): return True
    return None if facts else False


def row_verdict(count):
    """The same for the head of a row: whether a figure that is told as a total is the one that its row should show."""
    if count.standing != 'current': return None
    rows, status = count.article.rows, KIN.get(count.line['status'], count.line['status'])
    if count.line['scope'] != 'total': return verdict(count)
    if rows is None:
        if count.fact and count.fact.get('optional'): return None
        return bool(count.fact) and standing(count.fact) == 'current' and count.fact.get('scope') in ('total', None)
    if status not in ROWS: return verdict(count)
    people = count.line.get('subject_class') if count.line.get('subject_class') in ('attackers', 'security-forces') else 'people'
    row = next((r for r in rows if r['status'] == status and r['class'] in (people, 'any')), None)
    if not row: return False
    figures = [(row['low'], row['high'])] + [tuple(pair) for pair in (row.get('also') or []) + (row.get('rivals') or [])]
    right = (count.line['low'], count.line['high']) in figures
    return None if right and row.get('optional') else right


def certainty_cues(count):
    return (count.cues['certainty'] + ['incident ' + name for name in count.cues['incident']]
            + ['part ' + name for name in count.cues['part']] + ['rule ' + count.rule])


def certainty_examples(found):
    for c in found:
        if (right := row_verdict(c)) is not None: yield certainty_cues(c), right, 0.5 if c.article.is_case else 1.0


# ---- Fitting


def fit(examples, strength, rounds=300):
    """Logistic regression with an L2 penalty, by full gradient steps of a size of their own for each cue."""
    examples = list(examples)
    names = sorted({name for cues, _, _ in examples for name in cues}) + ['bias']
    number = {name: index for index, name in enumerate(names)}
    rows = [([number[name] for name in cues] + [number['bias']], 1.0 if answer else 0.0, weight) for cues, answer, weight in examples]
    weights, seen = [0.0] * len(names), [1e-6] * len(names)
    for _ in range(rounds):
        slope = [strength * value for value in weights]
        slope[-1] = 0.0
        for cues, answer, weight in rows:
            total = sum(weights[index] for index in cues)
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - answer) * weight
            for index in cues: slope[index] += error
        for index, value in enumerate(slope):
            seen[index] += value * value
            weights[index] -= 0.5 * value / math.sqrt(seen[index])
    return {name: round(value * 100) for name, value in zip(names, weights)}


def score(weights, cues): return weights.get('bias', 0) + sum(weights.get(name, 0) for name in cues)


def threshold(weights, examples, coverage):
    """The sum of cues that a share of the counts reaches."""
    ranked = sorted((score(weights, cues) for cues, _, weight in examples if weight == 1.0), reverse=True)
    return ranked[min(len(ranked) - 1, int(coverage * len(ranked)))]


STRENGTH = {'incident': 2.0, 'part': 8.0, 'certainty': 12.0}
# A figure of another incident that passes for one of the article's own does more harm than the reverse.
HARM = 1.3
# No facts are known of claims that count nobody: they must be more clearly of another incident.
# A text of one sentence that names an earlier incident is of that one; articles hold no such texts to learn from.
PRIOR = {'notCount': -150, 'aloneAnother': 360, 'alone': 66, 'alonePast': 252}
# Too rare in articles to be trained: figures of several statuses, and what one person saw, wait until somebody looks.
BY_HAND = {'orOther': -900, 'seen': -900}
# A total that is taken for a part is hidden, and its rivals with it: the cues of a part must weigh more than this.
PART_LEAST = 85


def write(path, decisions):
    """Writes the file of weights: `decisions` by the name of the section."""
    out = [HEADER]
    for section in ('incident', 'part', 'certainty'):
        values = {name: value for name, value in sorted(decisions.get(section, {}).items()) if value}
        for prefix, heading in (('', section), ('incident ', section + ' by incident cue'), ('part ', section + ' by part cue'),
                                ('rule ', section + ' by rule')):
            own = {name[len(prefix):]: value for name, value in values.items()
                   if (name.startswith(prefix) if prefix else not name.startswith(('incident ', 'part ', 'rule ')))}
            if own or not prefix: out.append(f'\n[{heading}]\n' + ''.join(f'{name} {value}\n' for name, value in own.items()))
    with open(path, 'w', encoding='utf-8') as file: file.write(''.join(out))


def train_reading(program, articles, path):
    """Fits the decisions that the story's own counts do not depend on, then those that do; twice, since each changes what
    the next sentence is told."""
    decisions = {}
    write(path, decisions)
    for _ in range(2):
        found = counts(program, articles, path)
        decisions['incident'] = fit(incident_examples(found), STRENGTH['incident']) | PRIOR
        write(path, decisions)
    decisions['part'] = fit(part_examples(counts(program, articles, path)), STRENGTH['part']) | {'least': PART_LEAST}
    write(path, decisions)
    return decisions


def train_certainty(decisions, found, coverage):
    examples = list(certainty_examples(found))
    values = fit(examples, STRENGTH['certainty'])
    values['sure'] = threshold(values, examples, coverage)
    values |= BY_HAND
    decisions['certainty'] = values


# ---- Figures on held-out articles


def report(found):
    def share(hits, of): return f'{hits}/{of} = {hits / of:.3f}' if of else '-'
    told = [c for c in found if c.fact and not c.fact.get('optional')]
    for name, wanted in (('another', True), ('own', False)):
        of = [c for c in told if (standing(c.fact) == 'background') == wanted and standing(c.fact) in ('current', 'background')]
        print(f'incident {name:8}', share(sum((c.standing == 'background') == wanted for c in of), len(of)))
    scoped = [c for c in told if c.fact.get('scope') in ('total', 'part') and standing(c.fact) == 'current' and c.standing == 'current']
    print('scope            ', share(sum(c.line['scope'] == c.fact['scope'] for c in scoped), len(scoped)),
          *(f'| {s} ' + share(sum(c.line['scope'] == s for c in scoped if c.fact['scope'] == s), sum(c.fact['scope'] == s for c in scoped)) for s in ('total', 'part')))
    judged = [(c, v) for c in found if (v := verdict(c)) is not None]
    sure = [v for c, v in judged if c.line['sure']]
    print('counts right     ', share(sum(v for _, v in judged), len(judged)), '| sure', share(len(sure), len(judged)), '| right of the sure', share(sum(sure), len(sure)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('sitboard')
    arguments.add_argument('weights')
    arguments.add_argument('--articles', nargs=2, action='append', required=True)
    arguments.add_argument('--cases', action='append', default=[])
    arguments.add_argument('--invented', action='append', default=[])
    arguments.add_argument('--folds')
    arguments.add_argument('--coverage', type=float, default=0.92)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folds or scratch
        os.makedirs(folder, exist_ok=True)
        judged = read_articles(*options.articles[0])
        others = [a for pair in options.articles[1:] for a in read_articles(*pair)]
        for article in others: article.is_case = True
        sets = [(read_cases, path) for path in options.cases] + [(read_invented, path) for path in options.invented]
        for number, (read, path) in enumerate(sets):
            os.makedirs(os.path.join(scratch, str(number)))
            others += read(path, os.path.join(scratch, str(number)))
        fold = lambda k: [a for a in judged if a.fold == k]
        paths = [os.path.join(folder, f'{k}.txt') for k in range(FOLDS)]
        decisions = [train_reading(options.sitboard, [a for a in judged if a.fold != k] + others, paths[k]) for k in range(FOLDS)]
        # What each article gives by weights that do not know it.
        held = [counts(options.sitboard, fold(k), paths[k]) for k in range(FOLDS)]
        final = train_reading(options.sitboard, judged + others, options.weights)
        beside = counts(options.sitboard, others, options.weights)
        final_claims = []
        for k in range(FOLDS):
            train_certainty(decisions[k], [c for j in range(FOLDS) if j != k for c in held[j]] + beside, options.coverage)
            write(paths[k], decisions[k])
            final_claims += counts(options.sitboard, fold(k), paths[k])
            with open(os.path.join(folder, f'{k}.list'), 'w') as file: file.write(''.join(a.name + '\n' for a in fold(k)))
        train_certainty(final, [c for each in held for c in each] + beside, options.coverage)
        write(options.weights, final)
        with open(os.path.join(folder, 'claims.jsonl'), 'w', encoding='utf-8') as file:
            file.write(''.join(json.dumps(c.line) + '\n' for c in final_claims))
    report(final_claims)


if __name__ == '__main__': main()
