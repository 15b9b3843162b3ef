#!/usr/bin/env python3
"""verbs.py - what kk_rules and kk_list know of verbs, from a dictionary of hunspell (package hunspell-kk).

usage: verbs.py kk_KZ.dic groups    the letter groups of kk_rules: what verbs with -а -е are or end in (барамыз, барасыз),
                                    and no noun, behind which -мыз is "our" and -сыз "without"
       verbs.py kk_KZ.dic converbs  converbs such as орындай, which are not "like a place"; kk_list has those of them that
                                    the rules would take for that

A verb is a word of which the dictionary has the form in -у. What is written is checked by eye: the words below are those
that a reader takes for nouns in spite of it, and those that the dictionary lacks.
"""
import collections
import re
import sys

VOWELS = 'аәеиоөуұүыіэюяё'
# Also verbs, but said of these more often: "our father", not "we shoot".
NOUNS = set('''қала жара баға жаға аға ара ата апа дара қора көше шеше сана шара бала дала ана өре сөре кесе кеме қаза
бөле тоба оба жеке саба таза тола пана қара баса'''.split())
SHORT_VERBS = set('''ала айта біле бере келе кете сала көре жүре тұра жата түсе шыға кіре таба сата сене күте өте іше ұша
аса'''.split())
LONG_VERBS = 'көтере жібере ескере басқара тапсыра орала әкеле апара көрсете түсіне кездесе сөйлесе шақыра айыра қайтара отыра'.split()
ENDS = 'ына іне ыла іле ыра іре ісе есе ыға іге ізе іте лта лте'.split()  # of verbs, and of case forms that -мыз never follows
SIMILES = set('''алтындай аспандай балауыздай балапандай оттай тастай темірдей гүлдей қардай адамдай аспаптай аудандай
балшықтай бұлттай жаңбырдай желдей жібектей иттей көктей мұздай найзағайдай нұрдай отындай сабындай сүттей тұздай түндей
тікендей қамыстай қаздай қанаттай құстай құмдай өрнектей үйдей бауырдай бастай аздай аптай алақандай аймақтай астай
ауылдай бақыттай бақандай таңбадай жолдай жылдай күндей айналақтай жаздай жүздей көздей сөздей тілдей тістей түстей
қолдай қыстай қыздай ұлдай шаштай шеттей есектей атандай бұттай балдай бойдай бордай'''.split())
MORE_CONVERBS = set('''қаптай қайраттай қалыптай қиындай қоштай қызықтай үгіттей үлестей іріктей өрістей ұлықтай құрықтай
қымбаттай өрттей'''.split())
FIRST_GROUP = 38
MAX_GROUP_BYTES = 430  # eSpeak reads lines of 500


def n_syllables(word):
    return sum(c in VOWELS for c in word)


def with_vowel(stem):
    back = [c in 'аоұыуюя' for c in stem if c in 'аоұыуюяәеөүіиэ']
    return stem + ('а' if not back or back[-1] else 'е')


def read(path):
    with open(path, encoding='utf-8-sig', errors='replace') as file:
        words = {line.split('/')[0].strip() for line in file.read().split('\n')[1:]}
    return {word for word in words if re.fullmatch('[а-яәғқңөұүіһё]+', word)}


def groups(words):
    stems = [word[:-1] for word in words if word.endswith('у') and len(word) > 2 and word[-2] not in VOWELS + 'йь']
    short = {with_vowel(stem) for stem in stems if n_syllables(stem) == 1 and stem[-1] != 'ғ' or stem in
             ('бағ', 'соғ', 'тағ', 'шығ', 'жығ', 'жағ', 'сығ', 'лағ')} - NOUNS | SHORT_VERBS
    long = {with_vowel(stem) for stem in stems if n_syllables(stem) > 1}
    nouns = [word for word in words if word[-1] in 'ае' and n_syllables(word) > 2 and word not in long and word + 'у' not in words]
    ends, left = list(ENDS), {word for word in long if word[-3:] not in ENDS}
    for length, least in (3, 5), (4, 5), (5, 4), (4, 2):
        verbs = collections.Counter(word[-length:] for word in left if len(word) >= length)
        others = collections.Counter(word[-length:] for word in nouns)
        ends += [end for end, n in sorted(verbs.items()) if n >= least and others[end] <= 0.04 * n and
                 not any(end.endswith(known) for known in ends)]
        left = {word for word in left if not any(word.endswith(end) for end in ends)}
    whole = short | {word for word in LONG_VERBS if not any(word.endswith(end) for end in ends)}
    by_length = collections.defaultdict(list)
    for prefix, strings in ('', ends), ('_', whole):
        for string in sorted(set(strings)):
            by_length[prefix, len(string)].append(string)
    number = FIRST_GROUP
    for (prefix, length), strings in sorted(by_length.items()):
        n_strings = MAX_GROUP_BYTES // (2 * length + 1)
        for first in range(0, len(strings), n_strings):
            print('.L%02d %s' % (number, ' '.join(strings[first:first + n_strings])))
            number += 1


def converbs(words):
    found = {word[:-1] + 'й' for word in words if word.endswith('у') and word[-3:-1] in ('да', 'де', 'та', 'те') and
             n_syllables(word[:-1]) > 1} - SIMILES | MORE_CONVERBS
    for word in sorted(found):
        print('%s\t$%d' % (word, n_syllables(word)))


{'groups': groups, 'converbs': converbs}[sys.argv[2]](read(sys.argv[1]))
