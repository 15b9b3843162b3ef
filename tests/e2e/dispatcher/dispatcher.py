#!/usr/bin/python3
"""dispatcher.py PART... - Speech Dispatcher speaks through our module, and what is heard is looked at.

To be called by with-dispatcher.sh. OQ_PROGRAM renders what is to be heard. random:N:SEED sends N messages of
every kind."""
import os
import queue
import random
import signal
import sys
import time

import speechd

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from hearing import LIMIT_S, RATE, Recorder, assert_like, assert_within, render  # noqa: E402

C = speechd.CallbackType
ALL = (C.BEGIN, C.END, C.CANCEL, C.PAUSE, C.RESUME, C.INDEX_MARK)
LONG = ' '.join('Бұл %d-сөйлем, ол ұзақ оқылады.' % n for n in range(1, 9))


class Client:
    def __init__(self, name='test'):
        self.events = queue.Queue()
        self.client = speechd.SSIPClient(name)
        self.client.set_output_module('oqyrman')
        self.client.set_language('kk')
        self.client.set_volume(100)

    def tell(self, kind, index_mark=None):
        self.events.put(index_mark if kind == C.INDEX_MARK else kind)

    def speak(self, text):
        self.client.speak(text, callback=self.tell, event_types=ALL)

    def expect(self, *kinds):
        """The next event of one of these kinds; those before it."""
        before = []
        while True:
            event = self.events.get(timeout=LIMIT_S)
            if event in kinds:
                return before
            before.append(event)

    def say(self, text):
        self.speak(text)
        return self.expect(C.END)


def heard_of(act):
    recorder = Recorder()
    act()
    return recorder.heard()


def part_words(client):
    text = 'Бюджетке 316,6 млрд теңге түсті. Бұл 2026 жылы болды!'
    assert_like(heard_of(lambda: client.say(text)), render(text), 'a text')


def part_settings(client):
    text = 'Бүгін жақсы күн болды'
    slow = heard_of(lambda: (client.client.set_rate(-50), client.say(text)))
    fast = heard_of(lambda: (client.client.set_rate(50), client.say(text)))
    client.client.set_rate(0)
    assert len(slow) > 1.5 * len(fast), (len(slow), len(fast))
    soft = heard_of(lambda: (client.client.set_volume(0), client.say(text)))
    client.client.set_volume(100)
    loud = heard_of(lambda: client.say(text))
    assert 0.45 < max(soft) / max(loud) < 0.55, (max(soft), max(loud))
    client.client.set_voice('FEMALE1')
    assert_like(heard_of(lambda: client.say(text)), render(text, '-v', 'ainur'), 'a voice')
    client.client.set_voice('MALE1')
    client.client.set_synthesis_voice('Марат')
    assert_like(heard_of(lambda: client.say(text)), render(text, '-v', 'marat'), 'a voice by its name')


def part_languages(client):
    for language, text in (('ru', 'Сохранить 25 файлов?'), ('en-us', 'Save 25 files'), ('de', 'Guten Tag'),
                           ('el', 'Καλημέρα κόσμε'), ('xx', 'бір екі үш')):
        client.client.set_language(language)
        assert len(heard_of(lambda: client.say(text))) > RATE / 4, language
    client.client.set_language('en-us')
    assert_like(heard_of(lambda: client.say('Сәлем, әлем')), render('Сәлем, әлем'), 'Kazakh in an English desktop')
    client.client.set_language('kk')


def part_spelling(client):
    client.client.set_spelling(True)
    spelled = heard_of(lambda: client.say('бас'))
    client.client.set_spelling(False)
    assert len(spelled) > 1.5 * len(heard_of(lambda: client.say('бас')))
    client.client.set_punctuation(speechd.PunctuationMode.ALL)
    named = heard_of(lambda: client.say('бас, екі'))
    client.client.set_punctuation(speechd.PunctuationMode.NONE)
    assert len(named) > len(heard_of(lambda: client.say('бас, екі')))


def part_characters(client):
    def act(call, what):
        return lambda: (call(what), client.say(' '))
    for what in 'ә', 'Қ', ' ', '!', '7', '你', '<', '&', '.', '😀':
        assert len(heard_of(act(client.client.char, what))) > RATE / 20, what
    for what in 'shift_a', 'Return', 'underscore', 'control_alt_delete', 'F5':
        assert len(heard_of(act(client.client.key, what))) > RATE / 5, what
    assert len(heard_of(act(client.client.sound_icon, 'bell'))) > RATE / 5


def part_marks(client):
    client.client.set_data_mode(speechd.DataMode.SSML)
    events = client.say(
        '<speak>Қарағанды қаласы <mark name="17:20"/>Бір <mark name="21:24"/>екі. <mark name="26:28"/>Үш<mark name="z"/></speak>')
    client.client.set_data_mode(speechd.DataMode.TEXT)
    assert [event for event in events if event != C.BEGIN] == ['17:20', '21:24', '26:28', 'z'], events
    client.client.set_data_mode(speechd.DataMode.SSML)
    assert len(heard_of(lambda: client.say('<speak>Бір <mark name="x'))) > RATE / 2, 'damaged SSML is silent'
    client.client.set_data_mode(speechd.DataMode.TEXT)


def interrupt(client, act, kind):
    """LONG has been heard for a second: what records it, and how long it took until the act was told."""
    recorder = Recorder()
    client.speak(LONG)
    recorder.wait()
    time.sleep(1)
    asked = time.monotonic()
    act()
    client.expect(kind)
    return recorder, time.monotonic() - asked


def part_stop(client):
    wanted = render(LONG)
    recorder, took = interrupt(client, client.client.stop, C.CANCEL)
    heard = recorder.heard()
    assert RATE / 4 < len(heard) < len(wanted) / 2, (len(heard), len(wanted))
    print('stop: %.0f ms until it was told, %.2f s heard of %.2f' % (took * 1000, len(heard) / RATE, len(wanted) / RATE))
    client.say('бір')


def part_pause(client):
    wanted = render(LONG)
    recorder, took = interrupt(client, client.client.pause, C.PAUSE)
    before = recorder.last_sound()
    time.sleep(1)
    assert recorder.last_sound() - before < RATE / 2, 'it goes on'
    client.client.resume()
    client.expect(C.RESUME)
    client.expect(C.END)
    heard = recorder.heard()
    voiced = sum(1 for sample in heard if abs(sample) > 100)
    whole = sum(1 for sample in wanted if abs(sample) > 118)
    assert 0.93 < voiced / whole < 1.12, (voiced, whole)
    print('pause: %.2f s until it was told, %.3f of the sound heard' % (took, voiced / whole))


def part_priorities(client):
    client.client.set_priority(speechd.Priority.TEXT)
    recorder = Recorder()
    client.speak(LONG)
    recorder.wait()
    other = Client('other')
    other.client.set_priority(speechd.Priority.IMPORTANT)
    other.say('маңызды')
    client.expect(C.CANCEL)
    client.client.set_priority(speechd.Priority.MESSAGE)
    client.speak('бірінші')
    client.client.set_priority(speechd.Priority.PROGRESS)
    client.client.set_priority(speechd.Priority.TEXT)
    client.expect(C.END)
    client.say('екінші')
    other.client.close()
    recorder.heard()


def children(pid):
    """All below a process, itself last."""
    with open('/proc/%s/task/%s/children' % (pid, pid)) as file:
        below = file.read().split()
    return [p for child in below for p in children(child)] + [pid]


def find_module():
    for pid in filter(str.isdigit, os.listdir('/proc')):
        try:
            if os.readlink('/proc/%s/exe' % pid) == os.path.realpath(os.environ['OQ_SD']) and \
                    os.environ['HOME'].encode() in open('/proc/%s/environ' % pid, 'rb').read():
                with open('/proc/%s/stat' % pid) as file:
                    parent = file.read().rsplit(')', 1)[1].split()[1]
                if os.readlink('/proc/%s/exe' % parent) != os.readlink('/proc/%s/exe' % pid):
                    return pid
        except OSError:
            continue
    raise AssertionError('there is no module')


def part_killed(client):
    """The children that speak are killed all the time: the text is heard as if nothing had been."""
    module = find_module()
    wanted = render(LONG)
    recorder = Recorder()
    client.speak(LONG)
    recorder.wait()
    n_killed = 0
    for _ in range(20):
        for pid in children(module)[:-3]:  # all but the nursery, its keeper and the module
            try:
                os.kill(int(pid), signal.SIGKILL)
                n_killed += 1
            except ProcessLookupError:
                pass
        time.sleep(0.02)
    client.expect(C.END)
    assert_like(recorder.heard(), wanted, 'what children that were killed have said')
    nursery = children(module)[-3]
    os.kill(int(nursery), signal.SIGKILL)
    assert_like(heard_of(lambda: client.say('бір екі')), render('бір екі'), 'behind a nursery that was killed')
    print('killed: %d children and the nursery' % n_killed)


def random_message(client, dice):
    text = ' '.join(dice.choice(['бір', 'Екі.', '316,6', 'қала!', '<b>', '&', 'word', 'слово', '😀', '—', 'ә' * 20])
                    for _ in range(dice.randrange(1, 9)))
    kind = dice.randrange(8)
    if kind == 0:
        client.client.char(dice.choice(list('әҚ !.<&7') + ['你', '\u0301']))
    elif kind == 1:
        client.client.key(dice.choice(['a', 'shift_a', 'Return', 'underscore', 'control_c', 'F1']))
    elif kind == 2:
        client.client.sound_icon(dice.choice(['bell', 'start', 'nothing']))
    elif kind == 3:
        client.client.set_data_mode(speechd.DataMode.SSML)
        client.speak(dice.choice(['<speak>%s<mark name="a"/></speak>', '<speak>%s', '%s<mark name="',
                                  '<speak><sub alias="x">%s</speak>']) % text)
        client.client.set_data_mode(speechd.DataMode.TEXT)
    else:
        client.speak(text)


def random_setting(client, dice):
    client.client.set_rate(dice.randrange(-100, 101))
    client.client.set_pitch(dice.randrange(-100, 101))
    client.client.set_volume(dice.randrange(-100, 101))
    client.client.set_language(dice.choice(['kk', 'kk', 'ru', 'en-us', 'de', 'xx', 'ja']))
    client.client.set_punctuation(dice.choice([speechd.PunctuationMode.NONE, speechd.PunctuationMode.SOME,
                                               speechd.PunctuationMode.ALL]))
    client.client.set_cap_let_recogn(dice.choice(['none', 'spell', 'icon']))
    client.client.set_spelling(dice.random() < 0.1)
    client.client.set_voice(dice.choice(['MALE1', 'FEMALE1', 'CHILD_MALE']))
    client.client.set_priority(dice.choice([speechd.Priority.TEXT, speechd.Priority.MESSAGE,
                                            speechd.Priority.IMPORTANT, speechd.Priority.NOTIFICATION]))


def pause_and_resume(client):
    """The pause is let come, if there is something to pause: a server of 0.11 that is told to stop or to resume
    before it has read that the message is paused waits for that message's end for ever."""
    while not client.events.empty():
        client.events.get()
    client.client.pause()
    try:
        while client.events.get(timeout=1) not in (C.PAUSE, C.END, C.CANCEL):
            pass
    except queue.Empty:
        pass
    client.client.resume()


def part_random(client, n_messages, seed):
    """Whatever was sent, what comes then is said."""
    dice = random.Random(seed)
    for i in range(n_messages):
        if dice.random() < 0.3:
            random_setting(client, dice)
        random_message(client, dice)
        deed = dice.randrange(10)
        if deed < 4:
            client.client.stop()
        elif deed == 4:
            pause_and_resume(client)
        elif deed == 5:
            time.sleep(dice.random() / 10)
        elif deed == 6:
            client.client.cancel()
        if i % 100 == 99:
            client.client.cancel(speechd.Scope.ALL)
            last = Client('last%d' % i)
            last.client.set_priority(speechd.Priority.IMPORTANT)
            last.say('бір')
            last.client.close()
    client.client.cancel(speechd.Scope.ALL)
    last = Client('last')
    last.say('бір')
    assert_within(heard_of(lambda: last.say('Бәрі жақсы')), render('Бәрі жақсы'), 'behind %d messages' % n_messages)
    last.client.close()


def main():
    for part in sys.argv[1:]:
        name, *numbers = part.split(':')
        client = Client(name)
        globals()['part_' + name](client, *map(int, numbers))
        client.client.close()
        print(part, 'is right', flush=True)


main()
