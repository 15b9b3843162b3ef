#!/usr/bin/python3
"""desktop_waits.py - what is asked of the service while somebody speaks through Speech Dispatcher is heard behind
that, and not at the same time; to be called by desktop_waits.sh."""
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from hearing import LIMIT_S, TAIL, Recorder, match, render, voiced  # noqa: E402

OTHERS = 'Бір екі үш төрт бес алты жеті сегіз'
OURS = 'Бұл таңдалған мәтін'
READER = ['-d', 'kz.oqyrman.Reader1', '-o', '/kz/oqyrman/Reader1']


def spd_say(priority, text):
    return subprocess.Popen(['spd-say', '--wait', '-o', 'oqyrman', '-l', 'kk', '-i', '100', '-P', priority, text])


def ask(method, *arguments):
    subprocess.run(['gdbus', 'call', '--session', '--timeout', '10', *READER, '-m', method, '--', *arguments],
                   check=True, stdout=subprocess.DEVNULL)


def state():
    return subprocess.run(['gdbus', 'call', '--session', '--timeout', '10', *READER, '-m',
                           'org.freedesktop.DBus.Properties.Get', 'kz.oqyrman.Reader1', 'State'],
                          check=True, stdout=subprocess.PIPE).stdout.decode()


def wait_until_idle():
    end = time.monotonic() + LIMIT_S
    while 'idle' not in state():
        assert time.monotonic() < end, 'it does not end'
        time.sleep(0.05)


def mix(left, wanted):
    """What the sound server makes of the end of one text and the beginning of the next, heard at the same time."""
    both = wanted[:]
    for i, sample in enumerate(left):
        both[i] = max(-32768, min(32767, sample + wanted[i]))
    return both


def behind(heard, at, kept):
    n_right, end = match(heard, at, kept)
    return end if n_right == len(kept) else at


def assert_in_turn(heard, kept, *texts):
    """One text behind the other, bit by bit, and nothing else. Only what Speech Dispatcher plays may lack an end: it
    tells of that when the sound server has taken it, which drops it now and then, mixes it with our beginning, or
    keeps it until the next message comes. Returned is that end, and taken as what the last message may have kept."""
    at, left = 0, []
    for text in texts:
        wanted = voiced(render(text))
        if text != OURS:
            at = behind(heard, at, kept)
        n_right, end = max(match(heard, at, mix(left, wanted)), match(heard, at, wanted))
        left = wanted[n_right:]
        assert len(left) < (1 if text == OURS else TAIL), '“%s”: %d samples of %d are right, up to %d of %d, where %s' % (
            text, n_right, len(wanted), end, len(heard), list(heard[end:end + 5]))
        at = end
        kept = left if text != OURS else kept
    assert at == len(heard), 'more is heard than that: %d samples' % (len(heard) - at)
    return kept


def begin_others(priority, text=OTHERS):
    recorder = Recorder()
    others = spd_say(priority, text)
    recorder.wait()
    return recorder, others


def main():
    recorder, others = begin_others('message', 'бір')  # the module is started, and that is over
    others.wait()
    kept = assert_in_turn(recorder.heard(), [], 'бір')
    for priority in 'message', 'text', 'important':
        recorder, others = begin_others(priority)
        ask('kz.oqyrman.Reader1.Say', OURS, '{}')
        others.wait()
        wait_until_idle()
        kept = assert_in_turn(recorder.heard(), kept, OTHERS, OURS)
        print(priority, 'is let finish')

    # A second message behind the first one, which came after ours was asked for.
    recorder, others = begin_others('message', 'Бір екі үш төрт бес')
    ask('kz.oqyrman.Reader1.Say', OURS, '{}')
    second = spd_say('message', 'Алты жеті')
    others.wait()
    second.wait()
    wait_until_idle()
    kept = assert_in_turn(recorder.heard(), kept, 'Бір екі үш төрт бес', 'Алты жеті', OURS)
    print('and what comes behind it')

    # What is stopped while it waits is not heard.
    recorder, others = begin_others('message')
    ask('kz.oqyrman.Reader1.Say', OURS, '{}')
    assert 'reading' in state()
    ask('kz.oqyrman.Reader1.Stop')
    assert 'idle' in state()
    others.wait()
    kept = assert_in_turn(recorder.heard(), kept, OTHERS)
    print('a stop')

    # Behind the silence of all.
    recorder = Recorder()
    ask('kz.oqyrman.Reader1.Say', OURS, '{}')
    wait_until_idle()
    spd_say('message', OTHERS).wait()
    assert_in_turn(recorder.heard(), kept, OURS, OTHERS)


main()
