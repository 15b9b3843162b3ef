#!/usr/bin/python3
"""orca.py - keys are pressed in a window; what Orca sends to Speech Dispatcher is compared with what is heard."""
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from hearing import RATE, Recorder  # noqa: E402

LIMIT_S = 30


def sent():
    """The messages so far: the verb and the text without its tags."""
    with open(os.environ['OQ_SPEECHD_SENT'], encoding='utf-8', errors='replace') as file:
        found = re.findall(r'^(SPEAK|CHAR|KEY)\n(.*?)\n\.$', file.read(), re.M | re.S)
    return [(verb, re.sub('<[^>]*>', '', text)) for verb, text in found]


def press(key):
    subprocess.run(['xdotool', 'key', key], check=True)


def until(check, what):
    end = time.monotonic() + LIMIT_S
    while not check():
        assert time.monotonic() < end, '%s; sent was %s' % (what, sent()[-5:])
        time.sleep(0.05)


def hear(key, wanted):
    """Presses the key; a message that has the text must come, and be heard."""
    recorder = Recorder()
    before = len(sent())
    press(key)
    until(lambda: any(wanted in text for _, text in sent()[before:]), '%s says no “%s”' % (key, wanted))
    heard = recorder.heard()
    print('%s: %s, %.2f s heard' % (key, sent()[before:], len(heard) / RATE))
    assert len(heard) > RATE / 20, '%s is silent' % key
    return len(heard)


def main():
    name = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', 'Оқырман'], check=True,
                          stdout=subprocess.PIPE, text=True).stdout.split()[-1]
    subprocess.run(['xdotool', 'windowactivate', '--sync', name], check=True)
    until(lambda: any('Абай' in text or 'text' in text for _, text in sent()), 'the window says nothing')
    Recorder().heard()
    press('ctrl+Home')
    time.sleep(1)
    character = hear('Right', 'б')
    hear('Right', 'а')
    word = hear('ctrl+Right', '1845')
    line = hear('Down', 'Екінші жол осында.')
    hear('Up', 'Абай 1845 жылы туған.')
    assert character < word < line, (character, word, line)
    recorder = Recorder()
    before = len(sent())
    press('Down')
    until(lambda: len(sent()) > before, 'Down says nothing')
    press('Control_L')  # silences Orca
    stopped = len(recorder.heard())
    assert stopped < line, 'Ctrl stops nothing: %d of %d' % (stopped, line)
    hear('Tab', 'Оқу')
    print('Orca is right')


main()
