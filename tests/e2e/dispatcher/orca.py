#!/usr/bin/python3
"""orca.py - keys are pressed in a window; what Orca sends to Speech Dispatcher is compared with what is heard."""
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from hearing import RATE, Recorder, assert_within, replay  # noqa: E402

LIMIT_S = 30


class Message:
    def __init__(self, settings, verb, text):
        self.commands = '%s%s\n%s\n.\n' % (settings, verb, text)
        self.text = re.sub('<[^>]*>', '', text)

    def __repr__(self):
        return repr(self.text)


def sent():
    """The messages so far."""
    with open(os.environ['OQ_SPEECHD_SENT'], encoding='utf-8', errors='replace') as file:
        found = re.findall(r'^(SET\n.*?^\.\n)(SPEAK|CHAR|KEY)\n(.*?)\n\.$', file.read(), re.M | re.S)
    return [Message(*message) for message in found]


def press(key):
    subprocess.run(['xdotool', 'key', key], check=True)


def until(check, what):
    end = time.monotonic() + LIMIT_S
    while not check():
        assert time.monotonic() < end, '%s; sent was %s' % (what, sent()[-5:])
        time.sleep(0.05)


def hear(key, wanted):
    """Presses the key; a message that has the text must come, and be heard bit by bit."""
    recorder = Recorder()
    before = len(sent())
    press(key)
    until(lambda: any(wanted in message.text for message in sent()[before:]), '%s says no “%s”' % (key, wanted))
    heard = recorder.heard()
    messages = [message for message in sent()[before:] if wanted in message.text]
    print('%s: %s, %.2f s heard' % (key, sent()[before:], len(heard) / RATE), flush=True)
    assert_within(heard, replay(messages[-1].commands), '%s, %s' % (key, messages[-1]))
    return len(heard)


def main():
    name = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', 'Оқырман'], check=True,
                          stdout=subprocess.PIPE, text=True).stdout.split()[-1]
    subprocess.run(['xdotool', 'windowactivate', '--sync', name], check=True)
    end = time.monotonic() + LIMIT_S
    while not any('Абай' in message.text for message in sent()):  # until Orca knows the window
        assert time.monotonic() < end, 'the window says nothing; sent was %s' % sent()
        press('Down')
        press('Up')
        time.sleep(1)
    Recorder().heard()
    press('ctrl+Home')
    Recorder().heard()
    character = hear('Right', 'б')
    hear('Right', 'а')
    hear('ctrl+Right', 'Абай')
    hear('ctrl+Right', '1845')
    hear('Down', 'Екінші жол осында.')
    line = hear('Up', 'Абай 1845 жылы туған.')
    assert character < line, (character, line)
    press('Down')
    recorder = Recorder()
    before = len(sent())
    press('Up')
    until(lambda: len(sent()) > before, 'Up says nothing')
    recorder.wait()
    press('Control_L')  # silences Orca
    stopped = len(recorder.heard())
    print('Control_L: %.2f s heard of %.2f' % (stopped / RATE, line / RATE))
    assert stopped < line, 'Ctrl stops nothing: %d of %d' % (stopped, line)
    hear('Tab', 'Оқу')
    print('Orca is right')


main()
