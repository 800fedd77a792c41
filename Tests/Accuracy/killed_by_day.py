#!/usr/bin/env python3
"""Holds the number of people killed that the board shows on each day of a dated incident against what was reported.

usage: killed_by_day.py ARTICLES TRUTH SITBOARD

ARTICLES is a folder of articles whose names begin with their day (2010-01-15-065.txt). A line of TRUTH is a day and what
an honest board may show at its end: figures or ranges that a report up to that day gives for the whole incident ("-50000" for up to 50,000), "none"
where only fears or parts were reported. On each day the board reads every article up to it. A day is right where every
head figure of the row is one of them, and where there is none or only a part, marked as one, on a day of "none".
"""
import json
import os
import subprocess
import sys


def accepted(words):
    ranges = []
    for word in words:
        low, _, high = word.replace(',', '').partition('-')
        ranges.append((int(low) if low else None, int(high or low)))
    return ranges


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    folder, truth, sitboard = sys.argv[1:]
    names = sorted(os.listdir(folder))
    right = total = 0
    for line in open(truth):
        words = line.split('#')[0].split()
        if not words:
            continue
        day, told = words[0], words[1:]
        paths = [os.path.join(folder, name) for name in names if name[:10] <= day]
        output = subprocess.run([sitboard, 'brief', '--format', 'json'] + paths, capture_output=True, check=True).stdout
        briefing = json.loads(output)
        rows = [row for row in briefing['rows'] if (row['status'], row['class']) == ('killed', 'people')]
        heads = [(account['low'], account['high']) for row in rows for account in row['accounts']]
        parts = [detail for section in briefing['sections'] for item in section['items'] if item.get('label') == 'killed'
                 for detail in item['details'] if 'no total' in detail]
        if told == ['none']:
            is_right = not heads or bool(parts)
        else:
            is_right = bool(heads) and all(head in accepted(told) for head in heads)
        total += 1
        right += is_right
        print(day, 'right' if is_right else 'WRONG', 'shown', heads or 'none', parts or '', 'reported', ' '.join(told))
    print(f'{right} of {total} days right')
    sys.exit(0 if right == total else 1)


main()
