#!/usr/bin/env python3
"""Writes letter_pairs_table.h, from what is written in Kazakh and in Russian in this tree:

    python3 reader/text/characters/letter_pairs.py >reader/text/characters/letter_pairs_table.h

A word counts by how many different words it stands among, not by how often it is said: messages
say the same words again and again.
"""
import collections
import glob
import math
import re
import sys

KAZAKH_LETTERS = "әғқңөұүһі"
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяё" + KAZAKH_LETTERS
KAZAKH = ["reader/po/kk.po", "reader/share/oqyrman.kk.1.scd", "samples/*.txt",
          "tests/cases/**/*.tsv", "tests/cases/**/*.txt", "voices/kk/[!r]*.tsv"]
RUSSIAN = ["reader/po/ru.po", "reader/share/oqyrman.ru.1.scd", "voices/kk/russian.tsv"]
UNIT = 4  # of a bit
ZERO, LEAST, MOST = ord("C"), ord("#"), ord("[")  # no quotation mark, no backslash
SMOOTHING = 0.4


def words_of(patterns):
    words = collections.Counter()
    for pattern in patterns:
        for name in sorted(glob.glob(pattern, recursive=True)):
            text = open(name, encoding="utf-8", errors="ignore").read()
            if name.endswith(".po"):
                text = "\n".join(re.findall(r'^(?:msgstr.*|)"(.*)"$', text, re.M))
            for word in re.findall("[%s]+" % LETTERS, text.lower()):
                words[word] += 1
    return words


def pairs_of(words):
    pairs = collections.Counter()
    for word, count in words.items():
        weight = 1 + math.log2(count)
        for pair in zip(" " + word, word + " "):
            pairs[pair] += weight
    return pairs


def table_of(words):
    """A row for each letter: by how much another behind it is likelier there than any at all."""
    pairs, symbols = pairs_of(words), " " + LETTERS
    rows = []
    for first in symbols:
        total = sum(pairs[first, second] for second in symbols) + SMOOTHING * len(symbols)
        row = ""
        for second in symbols:
            share = (pairs[first, second] + SMOOTHING) / total
            bits = math.log2(share * len(symbols))
            row += chr(max(LEAST, min(MOST, ZERO + round(bits * UNIT))))
        rows.append(row)
    return rows


def main():
    kazakh, russian = words_of(KAZAKH), words_of(RUSSIAN)
    for word in list(kazakh):  # what both say is for each to count; what is Russian in cases is not
        if word in russian and not set(word) & set(KAZAKH_LETTERS):
            del kazakh[word]
    print("/* letter_pairs_table.h - written by letter_pairs.py, which tells how. */")
    print("#pragma once\n")
    print("/* Quarters of a bit, from '%c'. */" % ZERO)
    print("static const char pair_bits[2][%d][%d] = {" % (len(LETTERS) + 1, len(LETTERS) + 2))
    for rows in table_of(kazakh), table_of(russian):
        print("\t{")
        for row in rows:
            print('\t\t"%s",' % row)
        print("\t},")
    print("};")
    print("%d Kazakh words, %d Russian words" % (len(kazakh), len(russian)), file=sys.stderr)


main()
