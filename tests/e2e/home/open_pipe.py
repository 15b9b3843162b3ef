"""A pipe that stays open: while nothing comes the sound device is let go and nothing wakes the machine; what comes then
is heard whole, once. While it reads, it wakes the machine seldom.
usage: open_pipe.py TEXT"""
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
import hearing  # noqa: E402

SENTENCES = ['Бірінші сөйлем осы.\n\n', 'Екінші сөйлем енді келді.\n\n']
LIMIT_S = 60
SILENT = 2.5 * hearing.RATE  # two seconds, on a machine that may be busy
APART = hearing.RATE // 2  # no pause within a sentence is as long
WAKES_A_SECOND = 60


def until(condition, what):
    end = time.monotonic() + LIMIT_S
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.01)


def n_streams():
    listed = subprocess.run(['pactl', 'list', 'short', 'sink-inputs'], capture_output=True, check=True)
    return len(listed.stdout.splitlines())


def threads(root):
    """Of a process and all that it has started."""
    found, ahead = [], [str(root)]
    while ahead:
        for thread in os.listdir('/proc/%s/task' % ahead[0]):
            path = '/proc/%s/task/%s' % (ahead[0], thread)
            found.append(path)
            with open(path + '/children', encoding='ascii') as file:
                ahead += file.read().split()
        del ahead[0]
    return found


def n_wakes(root):
    """How often their threads have waited so far; a thread that ended meanwhile counts no more."""
    counts = {}
    for path in threads(root):
        try:
            with open(path + '/status', encoding='utf-8') as file:
                counts[path] = int(file.read().split('\nvoluntary_ctxt_switches:')[1].split()[0])
        except FileNotFoundError:
            continue
    return counts


def wakes_in(recorder, root, seconds):
    """While so much is recorded."""
    before, start = n_wakes(root), recorder.n_samples()
    until(lambda: recorder.n_samples() >= start + seconds * hearing.RATE, 'nothing is recorded')
    after = n_wakes(root)
    return sum(count - before.get(path, 0) for path, count in after.items())


def parts(samples):
    """What is heard, cut where it is silent for long."""
    found, begun, silent = [], None, 0
    for i, sample in enumerate(samples):
        if sample:
            begun = i if begun is None else begun
            silent = 0
            continue
        silent += 1
        if begun is not None and silent == APART:
            found.append(samples[begun:i + 1])
            begun = None
    return found + ([samples[begun:]] if begun is not None else [])


def listen_to_pipe():
    recorder = hearing.Recorder()
    reader = subprocess.Popen([os.environ['OQ_PROGRAM'], 'read', '--quiet', '-'], stdin=subprocess.PIPE)
    for sentence in SENTENCES:
        reader.stdin.write(sentence.encode())
        reader.stdin.flush()
        until(lambda: n_streams() == 1, 'nothing is played')
        recorder.wait()
        until(lambda: n_streams() == 0, 'the sound device is not let go')
        silent = recorder.n_samples() - recorder.last_sound()
        assert silent <= SILENT, 'the device is let go after %.2f s of silence' % (silent / hearing.RATE)
        until(lambda: wakes_in(recorder, reader.pid, 1) == 0, 'the machine is woken all the time')
        n = wakes_in(recorder, reader.pid, 3)
        assert n == 0, '%d wake-ups while nothing comes' % n
    heard = parts(recorder.heard())
    assert len(heard) == len(SENTENCES), '%d times something is heard' % len(heard)
    for sound, wanted, sentence in zip(heard, parts(hearing.render(''.join(SENTENCES))), SENTENCES):
        hearing.assert_like(hearing.voiced(sound), wanted, sentence.strip())
    reader.stdin.close()
    assert reader.wait() == 0, 'it ends with %d' % reader.returncode


def read_on(text):
    recorder = hearing.Recorder()
    with open(text, 'rb') as file:
        reader = subprocess.Popen([os.environ['OQ_PROGRAM'], 'read', '--quiet', '--speed', '250', '-'], stdin=file)
    recorder.wait()
    seconds = 6
    n = wakes_in(recorder, reader.pid, seconds)
    print('%.1f wake-ups a second' % (n / seconds))
    assert n <= WAKES_A_SECOND * seconds, '%.1f wake-ups a second while it reads' % (n / seconds)
    reader.terminate()
    reader.wait()


listen_to_pipe()
read_on(sys.argv[1])
