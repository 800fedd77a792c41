#!/usr/bin/env python3
"""Scores who says what against texts whose attributions people have marked (PolNeAR's form: .txt beside brat's .ann).

  attribution.py SITBOARD FOLDER [--sample N] [--misses N] [--cues]

FOLDER holds text/NAME.txt and attributions/NAME_*.ann, as a folder of the PolNeAR corpus does. The words of each marked
content are held against `sitboard cues --speakers`: right where the speaker's words stand in the marked source or share
its name or noun; wrong where they do not; missed where nobody is named. Words outside every marked content that are
given a speaker are invented. Contents without a source are left out. Prints words and, by its middle, contents.
"""
import argparse, collections, glob, json, os, re, subprocess

WORD = re.compile(rb'[A-Za-z0-9\xc0-\xff][A-Za-z0-9\x80-\xff]{2,}')
PLAIN = re.compile(r'\w+')


def spans(text_bytes_at, parts):
    return [(text_bytes_at[int(a)], text_bytes_at[int(b)]) for a, b in (part.split() for part in parts.split(';'))]


def marked(path, text):
    """The attributions of an .ann file: {'Source'|'Cue'|'Content': [(start, end)]} in bytes."""
    at, offset = [], 0
    for character in text:
        at.append(offset)
        offset += len(character.encode())
    at.append(offset)
    bounds, found = {}, []
    with open(path, encoding='utf-8') as file: lines = [line.rstrip('\n') for line in file]
    for line in lines:
        if line.startswith('T') and line.count('\t') >= 2:
            key, kind, _ = line.split('\t', 2)
            kind, parts = kind.split(' ', 1)
            bounds[key] = (kind, spans(at, parts))
    for line in lines:
        if line.startswith('E'):
            roles = collections.defaultdict(list)
            for pair in line.split('\t')[1].split():
                role, key = pair.split(':')
                role = re.sub(r'\d+$', '', role)
                if key in bounds and role != 'Attribution': roles[role] += bounds[key][1]
            found.append(roles)
    return found


def words_of(name): return {word.lower() for word in PLAIN.findall(name or '')}


def agrees(line, roles, source):
    if line['phrase'] and any(line['phrase'][0] < end and start < line['phrase'][1] for start, end in roles['Source']): return True
    speaker, told = line['speaker'], words_of(source)
    if speaker['name'] and PLAIN.findall(speaker['name'])[-1:] and PLAIN.findall(speaker['name'])[-1].lower() in told: return True
    for key in ('role', 'organisation'):
        head = re.split(r'\b(?:of|for|in|from)\b', speaker[key] or '')[0]
        if words_of(head) and PLAIN.findall(head)[-1].lower() in told: return True
    return False


PRONOUNS = {'he', 'she', 'they', 'it', 'him', 'her', 'who', 'we', 'i', 'his'}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('sitboard'); options.add_argument('folder')
    options.add_argument('--sample', type=int, default=0); options.add_argument('--misses', type=int, default=0)
    options.add_argument('--cues', action='store_true', help='figures by the verb')
    options.add_argument('--kind', help='only these outcomes among --misses')
    options.add_argument('--cue', help='only contents with one of these cues, divided by commas')
    options = options.parse_args()
    cues = set(options.cue.split(',')) if options.cue else None
    names = sorted(os.path.basename(path)[:-4] for path in glob.glob(os.path.join(options.folder, 'text', '*.txt')))
    if options.sample: names = names[::max(1, len(names) // options.sample)]
    paths = [os.path.join(options.folder, 'text', name + '.txt') for name in names]
    printed = subprocess.run([options.sitboard, 'cues', '--speakers', '--no-cache', *paths], capture_output=True, check=True).stdout
    lines = collections.defaultdict(list)
    for line in map(json.loads, printed.splitlines()): lines[line['article']].append(line)
    totals, contents, by_cue, shown = collections.Counter(), collections.Counter(), collections.defaultdict(collections.Counter), []
    for path, name in zip(paths, names):
        annotations = sorted(glob.glob(os.path.join(options.folder, 'attributions', name + '_*.ann')))
        if not annotations: continue
        with open(path, 'rb') as file: text = file.read()
        plain = text.decode('utf-8')
        found = marked(annotations[0], plain)
        whose, inside = {}, set()
        for roles in found:
            for start, end in roles['Content'] + roles['Cue'] + roles['Source']: inside.update(range(start, end))
            for start, end in roles['Content']:
                for position in range(start, end): whose[position] = roles
        said = {}
        for line in lines[path]:
            for position in range(*line['span']): said[position] = line
        for match in WORD.finditer(text):
            at, roles = match.start(), whose.get(match.start())
            line = said.get(at)
            speaker = line and line['speaker']
            if roles is None:
                if at in inside: continue
                totals['invented' if speaker else 'nobody'] += 1
                continue
            if not roles['Source']: continue
            source = ' '.join(text[start:end].decode() for start, end in roles['Source'])
            # A pronoun agrees with whoever it was resolved to.
            is_pronoun = words_of(source) <= PRONOUNS
            outcome = 'missed' if not speaker else 'right' if is_pronoun or agrees(line, roles, source) else 'wrong'
            totals[outcome] += 1
            roles.setdefault('outcomes', collections.Counter())[outcome] += 1
        for roles in found:
            if not roles.get('outcomes'): continue
            outcome = roles['outcomes'].most_common(1)[0][0]
            cue = ' '.join(text[start:end].decode() for start, end in roles['Cue']).lower() or '-'
            if cues and cue not in cues: continue
            contents[outcome] += 1
            by_cue[cue][outcome] += 1
            if outcome != 'right' and (not options.kind or outcome == options.kind):
                start = min(start for key in ('Source', 'Content', 'Cue') for start, _ in roles[key])
                end = max(end for key in ('Source', 'Content', 'Cue') for _, end in roles[key])
                middle = roles['Content'][0][0] + 3
                given = (said.get(middle) or {}).get('speaker')
                shown.append((outcome, cue, name[:14], ' '.join(text[start:end].decode('utf-8', 'replace').split())[:400],
                              ' '.join(text[s:e].decode() for s, e in roles['Source'])[:80], given))
    def figures(counts):
        right, wrong, missed, invented = (counts[key] for key in ('right', 'wrong', 'missed', 'invented'))
        return f"right {right} wrong {wrong} missed {missed}: precision {right / max(1, right + wrong):.3f} recall {right / max(1, right + wrong + missed):.3f}"
    print('words   ', figures(totals), f"; of words that nobody says {totals['invented'] / max(1, totals['invented'] + totals['nobody']):.3f} are given a speaker")
    print('contents', figures(contents))
    if options.cues:
        for cue, counts in sorted(by_cue.items(), key=lambda pair: -(pair[1]['wrong'] + pair[1]['missed']))[:90]:
            print(f"  {cue:30} right {counts['right']:4} wrong {counts['wrong']:4} missed {counts['missed']:4}")
    if options.misses:
        step = max(1, len(shown) // options.misses)
        for outcome, cue, name, passage, source, given in shown[::step][:options.misses]:
            told = given and '/'.join(filter(None, (given['name'], given['role'], given['organisation'])))
            print(f'{outcome:6} [{cue}] {name}\n    {passage}\n    SOURCE {source} | GIVEN {told}')


main()
