"""hearing.py - what is heard from the null sink, and what oqyrman itself makes of a text."""
import array
import os
import signal
import subprocess
import time

RATE = 22050
LIMIT_S = 60
TAIL = RATE // 20  # of a stream that ends may be lost, where the machine is busy


class Recorder:
    """What is heard from here on, when what was said before has died away."""

    def __init__(self):
        self.name = os.path.join(os.environ['HOME'], 'heard.raw')
        self.first = 0
        self.process = subprocess.Popen(
            ['parecord', '--raw', '--device=ci.monitor', '--rate=%d' % RATE, '--channels=1', '--format=s16le',
             '--latency-msec=10', self.name])
        while not os.path.exists(self.name) or os.path.getsize(self.name) == 0:
            time.sleep(0.01)
        self.first = self.end_of_sound()

    def heard(self):
        """All samples, from the first one that sounds to the last one."""
        self.end_of_sound()
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        samples = self.samples()
        os.unlink(self.name)
        sounds = [i for i, sample in enumerate(samples) if sample]
        return samples[sounds[0]:sounds[-1] + 1] if sounds else samples[:0]

    def end_of_sound(self):
        """When it has been silent for a while: the samples that there are."""
        last = -1
        while last != self.last_sound():
            last = self.last_sound()
            n_samples = self.n_samples()
            while self.n_samples() < n_samples + RATE * 0.7:
                time.sleep(0.02)
        return self.first + self.n_samples()

    def wait(self):
        """Until something is heard. (That a message begins, the client may miss: it comes so soon.)"""
        end = time.monotonic() + LIMIT_S
        while self.last_sound() == 0:
            assert time.monotonic() < end, 'nothing is heard'
            time.sleep(0.01)

    def n_samples(self):
        return os.path.getsize(self.name) // 2 - self.first

    def samples(self):
        samples = array.array('h')
        with open(self.name, 'rb') as file:
            file.seek(self.first * 2)
            data = file.read()
        samples.frombytes(data[:len(data) // 2 * 2])
        return samples

    def last_sound(self):
        samples = self.samples()
        return next((i + 1 for i in range(len(samples) - 1, -1, -1) if samples[i]), 0)


def render(text, *options):
    """What oqyrman itself makes of a text."""
    name = os.path.join(os.environ['HOME'], 'wanted')
    with open(name + '.txt', 'w', encoding='utf-8') as file:
        file.write(text)
    subprocess.run([os.environ['OQ_PROGRAM'], 'render', '-q', *options, '-o', name + '.wav', name + '.txt'], check=True)
    with open(name + '.wav', 'rb') as file:
        data = file.read()
    samples = array.array('h')
    samples.frombytes(data[data.index(b'data') + 8:])
    return samples


def match(heard, first, wanted):
    """How many samples of what is wanted are heard from there on, bit by bit, but for the gaps that a busy machine
    makes; and where that ends."""
    at, i = 0, first
    while i < len(heard) and at < len(wanted):
        if heard[i] == wanted[at]:
            at += 1
        elif heard[i] != 0:
            break
        i += 1
    return at, i


def voiced(samples):
    sounds = [i for i, sample in enumerate(samples) if sample]
    return samples[sounds[0]:sounds[-1] + 1]


def assert_like(heard, wanted, what):
    wanted = voiced(wanted)
    at, end = match(heard, 0, wanted)
    assert at > len(wanted) - TAIL and end == len(heard), '%s sounds otherwise at %.3f s of %.3f; %.3f s of %.3f are right' % (
        what, end / RATE, len(heard) / RATE, at / RATE, len(wanted) / RATE)


def assert_within(heard, wanted, what):
    """What else was still to be said may be heard, too."""
    wanted = voiced(wanted)
    best = max((match(heard, i, wanted)[0] for i in range(len(heard)) if heard[i] == wanted[0]), default=0)
    assert best > len(wanted) - TAIL, '%s: of %.3f s no more than %.3f are heard' % (what, len(wanted) / RATE, best / RATE)


def replay(commands):
    """What our module itself says to commands of Speech Dispatcher, the last of which is a message."""
    setup = 'INIT\nAUDIO\naudio_output_method=server\n.\n'
    module = subprocess.Popen([os.environ['OQ_SD'], os.environ['OQ_CONF']], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    module.stdin.write((setup + commands).encode())
    module.stdin.flush()
    data = b''
    for line in module.stdout:
        if line.startswith(b'705-AUDIO\0'):
            pieces = line[10:-1].split(b'\x7d')
            data += pieces[0] + b''.join(bytes([piece[0] ^ 0x20]) + piece[1:] for piece in pieces[1:])
        elif line[:3] in (b'301', b'702'):
            break
    module.stdin.write(b'QUIT\n')
    module.communicate()
    assert module.returncode == 0, 'the module ends with %d' % module.returncode
    samples = array.array('h')
    samples.frombytes(data)
    return samples
