#!/usr/bin/env python3
"""Turns gold facts into event lines, so that the board can be judged on claims that were all read rightly.

  gold_to_events.py GOLD.jsonl ARTICLES_DIR OUT_DIR

Writes OUT_DIR/NAME.jsonl for each article NAME.txt of the gold: a version line, the article, and a claim for each fact with its status,
class, scope, standing, speaker, figure and receipt. A side is given to each speaker by the words of their name and office (SIDES): the gold
does not tell it. Optional facts, on which two careful readers differ, are written as unsure. Needs nothing but Python's own library.
"""
import hashlib, json, os, re, sys

SIDES = (
    ('attackers', r'rebel|militant|insurgent|taliban|\bbla\b|liberation army|liberation front|guerrilla|gunm[ae]n|kidnapper|hijacker|pirate|'
                  r'islamic state|al-qaeda|opposition fighter|hezbollah|hamas|boko haram|attacker'),
    ('railway and medical', r'hospital|doctor|medic|paramedic|ambulance|nurse|surgeon|railway|red cross|red crescent|morgue|health'),
    ('state', r'police|army|military|soldier|general|colonel|major|captain|minist|government|governor|mayor|official|officer|sheriff|president|'
              r'prime minister|authorit|spokes|defen[cs]e|interior|coast guard|navy|air force|marine|nato|troops|fire (chief|department)|'
              r'rescue|civil protection|disaster|council|security|commander|prosecutor|embassy|state (media|television|tv)|agency'),
)
STATUS = {'trapped': 'held', 'kidnapped': 'held'}
NONE = {'text': None, 'from': None, 'to': None, 'precision': 'unknown', 'by': False, 'weekday': None, 'offset': 'Z'}

def side(speaker):
    words = ' '.join(str(speaker.get(k) or '') for k in ('role', 'organisation', 'name')).lower()
    return next((name for name, pattern in SIDES if re.search(pattern, words)), 'other')

def moment(day):
    return dict(NONE, **{'from': day, 'to': day, 'precision': 'day'}) if day else dict(NONE)

def happened(fact):
    told = fact.get('happened') or {}
    if not (told.get('from') or told.get('to')): return dict(NONE)
    days = [(told.get(k) or '')[:10] or None for k in ('from', 'to')]
    if not all(re.fullmatch(r'\d{4}-\d\d-\d\d', d or '') for d in days): return dict(NONE)
    return dict(NONE, **{'from': days[0], 'to': days[1], 'precision': 'day'})

def form(fact):
    low, high, word = fact['low'], fact['high'], (fact.get('qualifier') or '').lower()
    if low is None and high is None: return 'undisclosed'
    if re.search(r'dozen|score|hundreds|thousands|several', word): return 'vague'
    if low is None: return 'atMost'
    if high is None: return 'atLeast'
    if low != high: return 'range'
    return 'about' if re.search(r'about|some|around|estimated|approximately|roughly', word) else 'exact'

def body(text):
    """Where the story begins: after the header lines and an empty line."""
    head = re.match(r'(?:(?:Title|Outlet|Date|Url): .*\n)+\n', text)
    return len(head.group(0).encode()) if head else 0

def header(text, name):
    found = re.search(rf'^{name}: (.*)$', text[:2000], re.M)
    return found.group(1) if found else None

def article_lines(gold, folder):
    raw = open(os.path.join(folder, gold['file']), 'rb').read()
    text = raw.decode('utf-8')
    identity = {'digest': hashlib.sha256(raw).hexdigest(), 'story': 1}
    title = header(text, 'Title')
    title_span = None
    if title:
        start = text.encode().index(b'Title: ') + 7
        title_span = {'start': start, 'end': start + len(title.encode())}
    day = gold.get('date')
    yield {'sitboard': 'events', 'version': 1}
    yield {'event': 'article', 'article_id': identity, 'path': gold['file'], 'title': title, 'outlet': header(text, 'Outlet'), 'url': None,
           'date': moment(day), 'title_span': title_span, 'body': {'start': body(text), 'end': len(raw)}, 'notices': [], 'text': text}
    facts = sorted((f for f in gold['facts'] if f.get('span')), key=lambda f: f['span']['start'])
    for index, fact in enumerate(facts):
        speaker = fact.get('speaker')
        span = fact['span']
        yield {'event': 'claim', 'article_id': identity, 'index': index, 'article': gold['file'], 'kind': 'count', 'status': STATUS.get(fact['status'], fact['status']),
               'subject': fact['subject'] or '', 'subject_class': fact['subject_class'], 'low': fact['low'], 'high': fact['high'],
               'qualifier': fact.get('qualifier'), 'standing': fact['standing'],
               'speaker': speaker and {'name': speaker.get('name'), 'role': speaker.get('role'), 'organisation': speaker.get('organisation'),
                                       'anonymous': bool(speaker.get('anonymous')), 'side': side(speaker)},
               'happened': happened(fact), 'reported': moment(day), 'place': fact.get('place'), 'part_of': None, 'span': span,
               'quote': raw[span['start']:span['end']].decode('utf-8'), 'rule': 'gold', 'form': form(fact), 'scope': fact.get('scope') or 'total',
               'cause': None,
               'sure': not fact.get('optional'), 'doubt': 'reading' if fact.get('optional') else None}

def main():
    gold_file, folder, out = sys.argv[1:4]
    os.makedirs(out, exist_ok=True)
    for gold in map(json.loads, open(gold_file, encoding='utf-8')):
        with open(os.path.join(out, os.path.splitext(gold['file'])[0] + '.jsonl'), 'w', encoding='utf-8') as lines:
            for line in article_lines(gold, folder): lines.write(json.dumps(line, ensure_ascii=False) + '\n')

if __name__ == '__main__':
    if len(sys.argv) != 4: sys.exit(__doc__)
    main()
