"""Endurance and times of oqyrman-desktop: desktop.py selections N | times N | presses N [SEED]

On a session bus, a null sink and an X server of the test's own (desktop.sh). What is selected is owned by
xclip; keys are pressed by hands. Times are taken where the sink's monitor is recorded: they include what the
sink and the recorder take, which is measured first, by a sound of paplay's, and told."""
import array, os, random, re, subprocess, sys, threading, time

HANDS = os.environ['OQ_TOOLS'] + '/hands'
DESKTOP = os.environ['OQ_DESKTOP']
READ = ['37', '64', '32']  # Ctrl+Alt+O, by the places of the keys
WORDS = 'Бір екі үш төрт бес алты жеті сегіз тоғыз он. '


def fail(why):
    print('failed:', why, file=sys.stderr)
    sys.exit(1)


class Ear:
    """What the sink plays, with the time at which each piece of it came."""

    def __init__(self):
        self.recorder = subprocess.Popen(
            ['parec', '--device=@DEFAULT_MONITOR@', '--rate=22050', '--channels=1', '--format=s16le',
             '--latency-msec=5'], stdout=subprocess.PIPE)
        self.last_sound = self.last_piece = 0.0
        threading.Thread(target=self.listen, daemon=True).start()
        wait_for(lambda: self.last_piece > 0, 'the recorder')

    def listen(self):
        while True:
            piece = os.read(self.recorder.stdout.fileno(), 4096)
            if not piece:
                return
            now = time.monotonic()
            if any(piece):
                self.last_sound = now
            self.last_piece = now

    def sound_after(self, then, limit_s=5.0):
        end = then + limit_s
        while self.last_sound <= then:
            if time.monotonic() > end:
                return None
            time.sleep(0.0005)
        return self.last_sound - then

    def silence_after(self, then, quiet_s=0.4):
        while time.monotonic() - max(self.last_sound, then) < quiet_s:
            time.sleep(0.002)
        return max(0.0, self.last_sound - then)


def wait_for(condition, what, limit_s=30.0):
    end = time.monotonic() + limit_s
    while not condition():
        if time.monotonic() > end:
            fail('waited in vain for ' + what)
        time.sleep(0.005)


def press():
    subprocess.run([HANDS, 'press'] + READ, check=True)


def ask(method, *arguments):
    return subprocess.run(
        ['gdbus', 'call', '--session', '-d', 'kz.oqyrman.Reader1', '-o', '/kz/oqyrman/Reader1', '-m', method,
         '--'] + list(arguments), capture_output=True, text=True).stdout


def state():
    found = re.search(r"'(\w+)'", ask('org.freedesktop.DBus.Properties.Get', 'kz.oqyrman.Reader1', 'State'))
    return found.group(1) if found else ''


def select(text):
    with open('selected', 'w') as file:
        file.write(text)
    owner = subprocess.Popen(['xclip', '-quiet', '-selection', 'primary', 'selected'],
                             stderr=subprocess.DEVNULL)
    wait_for(lambda: subprocess.run(['xclip', '-o', '-selection', 'primary'], capture_output=True).stdout
             == text.encode(), 'the selection')
    return owner


def begin():
    service = subprocess.Popen([DESKTOP], env=dict(os.environ, G_DEBUG='fatal-criticals'))
    wait_for(lambda: state() == 'idle', 'the service')
    owner = select('Сәлем.')
    for _ in range(100):  # as soon as it has its keys
        press()
        time.sleep(0.05)
        if state() == 'reading':
            break
    wait_for(lambda: state() == 'idle', 'the end of a word')
    owner.kill()
    return service


def children(process):
    out = subprocess.run(['pgrep', '-P', str(process)], capture_output=True, text=True).stdout
    found = [int(word) for word in out.split()]
    return found + [below for child in found for below in children(child)]


def figures(service):
    """Bytes of all its processes, its own descriptors, its own threads, its processes."""
    processes = [service.pid] + children(service.pid)
    size = 0
    for process in processes:
        try:
            with open(f'/proc/{process}/smaps_rollup') as file:
                size += int(re.search(r'^Pss:\s+(\d+)', file.read(), re.M).group(1))
        except OSError:
            pass
    own = f'/proc/{service.pid}'
    return size, len(os.listdir(own + '/fd')), len(os.listdir(own + '/task')), len(processes)


def rest(service):
    """When nothing is read and the device is given back."""
    wait_for(lambda: state() == 'idle', 'the service to be idle')
    time.sleep(4)
    return figures(service)


def selections(n):
    service = begin()
    owner = select(WORDS * 20)
    early = None
    for i in range(n):
        press()
        wait_for(lambda: state() == 'reading', f'selection {i}')
        press()
        wait_for(lambda: state() == 'idle', f'the end of selection {i}')
        if i == min(99, n // 2):
            early = rest(service)
            print('kB, descriptors, threads, processes after', i + 1, 'selections:', *early, flush=True)
    late = rest(service)
    print('kB, descriptors, threads, processes after', n, 'selections:', *late)
    owner.kill()
    service.terminate()
    if service.wait() != 0:
        fail('it has ended with a failure')
    if late[0] > early[0] * 1.05 + 512 or late[1] > early[1] or late[2] > early[2] or late[3] > early[3]:
        fail('it has grown')


def p95(times):
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))] * 1000


def baseline(ear, n=10):
    """How long a sound takes from a program that plays to the recorder."""
    with open('click', 'wb') as file:
        file.write(array.array('h', [8000] * 2205).tobytes())
    times = []
    for _ in range(n):
        ear.silence_after(time.monotonic())
        player = subprocess.Popen(['pacat', '--rate=22050', '--channels=1', '--format=s16le',
                                   '--latency-msec=5'], stdin=subprocess.PIPE)
        time.sleep(0.3)
        then = time.monotonic()
        with open('click', 'rb') as file:
            player.stdin.write(file.read())
        player.stdin.close()
        times.append(ear.sound_after(then) or 0)
        player.wait()
    return sorted(times)[len(times) // 2]


def measure(ear, n, rest_s=0.0):
    sounds, silences = [], []
    for _ in range(n):
        ear.silence_after(time.monotonic())
        time.sleep(rest_s)
        then = time.monotonic()
        press()
        heard = ear.sound_after(then)
        if heard is None:
            fail('nothing is heard')
        sounds.append(heard)
        time.sleep(0.3)
        then = time.monotonic()
        press()
        silences.append(ear.silence_after(then))
    return sounds, silences


def times(n):
    ear = Ear()
    base = baseline(ear)
    print(f'load {open("/proc/loadavg").read().split()[0]}; a sound takes {base * 1000:.0f} ms to the recorder, '
          'which is not taken off below')
    service = begin()
    runs = (('a line', WORDS, n, 0.0), ('1 MB', WORDS * 12000, n, 0.0), ('device given back', WORDS, n // 5, 4.0))
    for name, text, n_tries, rest_s in runs:
        owner = select(text)
        sounds, silences = measure(ear, max(n_tries, 1), rest_s)
        print(f'{name}: key to first sound p50 {sorted(sounds)[len(sounds) // 2] * 1000:.0f} ms, p95 '
              f'{p95(sounds):.0f} ms (100); second press to silence p95 {p95(silences):.0f} ms (50)', flush=True)
        owner.kill()
    service.terminate()
    service.wait()
    cold = []
    owner = select(WORDS)
    for _ in range(max(3, n // 5)):
        ear.silence_after(time.monotonic())
        service = subprocess.Popen([DESKTOP])
        then = time.monotonic()
        wait_for(lambda: 'reads' in ask('kz.oqyrman.Reader1.ReadSelection') or state() == 'reading', 'a cold start')
        cold.append(ear.sound_after(then) or 9)
        service.terminate()
        service.wait()
    owner.kill()
    print(f'started and asked at once: p50 {sorted(cold)[len(cold) // 2] * 1000:.0f} ms, p95 {p95(cold):.0f} ms (400)')


def presses(n, seed):
    """Fast and slow: after each run of them it reads or is silent, as their number says."""
    ear = Ear()
    service = begin()
    owner = select(WORDS * 20)
    chance = random.Random(seed)
    done = 0
    while done < n:
        for _ in range(chance.randint(1, 9)):
            press()
            done += 1
            time.sleep(chance.choice((0, 0, 0.01, 0.05, 0.3)))
        time.sleep(0.3)
        then = time.monotonic()
        if state() == 'reading':
            if ear.sound_after(then) is None:
                fail(f'it says that it reads, and is silent, after {done} presses')
            streams = subprocess.run(['pactl', 'list', 'short', 'sink-inputs'], capture_output=True,
                                     text=True).stdout
            if len(streams.splitlines()) != 1:
                fail(f'{len(streams.splitlines())} streams after {done} presses')
        elif ear.silence_after(then) > 0.3:
            fail(f'it says that it is silent, and speaks, after {done} presses')
    if state() == 'reading':
        press()
    ear.silence_after(time.monotonic())
    press()
    if ear.sound_after(time.monotonic()) is None:
        fail('stuck')
    owner.kill()
    service.terminate()
    if service.wait() != 0:
        fail('it has ended with a failure')
    print(f'{done} presses (seed {seed}): never stuck, silent or twice')


if __name__ == '__main__':
    kind, n = sys.argv[1], int(sys.argv[2])
    if kind == 'selections':
        selections(n)
    elif kind == 'times':
        times(n)
    else:
        presses(n, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
