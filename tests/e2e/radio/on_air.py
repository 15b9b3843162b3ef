"""on_air.py FILE PLAIN SECONDS LUFS: a file made for broadcast, as others see it.

PLAIN is the same text as WAV without a profile, SECONDS what oqyrman time said of it, LUFS what was
asked for. Prints what was measured in one line; fails when something is not as it has to be: loudness,
true peak, silence at head and tail, length, what is above 11 kHz, the five words of bext, and whether
mediainfo, sox, ffprobe and Python's wave take the file."""

import json
import re
import subprocess
import sys
import wave

import radio_readers
from radio_readers import demand

RATE = 48000
SILENCE = RATE // 2
EDGE = 4 * RATE  # frames that are kept of each end
FILTER_FRAMES = 96  # so far the resampler spreads a sound, at most, where it is not inaudible
LOSSY = ('mp3', 'opus', 'ogg')
CEILING = -1.0
SOX_KNOWS = ('wav', 'flac', 'aiff', 'mp3', 'ogg')
NOTHING_ABOVE_HZ = 11100
BELOW_DB = 110  # without a limiter
LIMITED_BELOW_DB = 90  # what changes the level fast makes something at all pitches


def run(*command):
    return subprocess.run(command, check=True, capture_output=True)


def decode(path):
    """The frames of both ends, 32 bits each, and how many there are."""
    begin, end, size = b'', b'', 0
    command = ('ffmpeg', '-v', 'fatal', '-i', path, '-ac', '1', '-f', 's32le', '-')
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        while portion := child.stdout.read(1 << 20):
            size += len(portion)
            begin = begin if len(begin) >= 4 * EDGE else (begin + portion)[:4 * EDGE]
            end = (end + portion)[-4 * EDGE:]
    demand(child.returncode == 0 and size % 4 == 0, 'ffmpeg does not decode it')
    return begin, end, size // 4


def silence_at_ends(path):
    """(frames, silent ones at the head, silent ones at the tail)"""
    begin, end, n_frames = decode(path)
    demand(any(begin) and any(end), 'nothing but silence at an end')
    head = (len(begin) - len(begin.lstrip(b'\0'))) // 4
    tail = (len(end) - len(end.rstrip(b'\0'))) // 4
    return n_frames, head, tail


def measure_loudness(path):
    """As ffmpeg tells it to the thousandth: I, LRA, true peak, greatest M, greatest S."""
    found = {}
    log = run('ffmpeg', '-v', 'error', '-i', path, '-af',
              'aformat=sample_fmts=dbl,ebur128=peak=true:metadata=1,ametadata=mode=print:file=-',
              '-f', 'null', '-').stdout.decode()
    for name, value in re.findall(r'lavfi\.r128\.([A-Z]+)=(\S+)', log):
        value = float(value)
        found[name] = max(found.get(name, -200), value) if name in 'MS' else value
    summary = run('ffmpeg', '-nostats', '-hide_banner', '-i', path, '-af',
                  'aformat=sample_fmts=dbl,ebur128=peak=true:framelog=verbose', '-f', 'null', '-')
    peak = re.findall(r'Peak:\s+(\S+) dBFS', summary.stderr.decode())[-1]
    return found['I'], found['LRA'], float(peak), found['M'], found['S']


def check_loudness(measured, wanted):
    integrated, _, peak, _, _ = measured
    demand(abs(integrated - wanted) <= 0.1, f'{integrated} LUFS, not {wanted}')
    demand(peak <= CEILING, f'{peak} dBTP')


def check_bext(path, measured, n_seconds):
    words = radio_readers.bext(radio_readers.Riff(path).one('bext'))['loudness']
    names = ('integrated', 'range', 'true peak', 'momentary', 'short-term')
    for name, word, figure in zip(names, words, measured):
        if name == 'short-term' and n_seconds < 3:
            continue
        demand(abs(word - figure) <= 0.1, f'bext: {name} is {word}, ffmpeg measures {figure}')


def check_ends(path, plain, rate, n_said):
    """Where the sound was, there it is, half a second later, and so long is the whole."""
    n_frames, head, tail = silence_at_ends(path)
    _, plain_head, plain_tail = silence_at_ends(plain)
    wanted = SILENCE + (n_said * RATE * 2 + rate) // (rate * 2) + SILENCE
    demand(n_frames == wanted, f'{n_frames} frames, not {wanted}')
    before, behind = head - SILENCE, tail - SILENCE
    demand(0 <= before <= plain_head * RATE // rate + 1, f'sound begins at frame {head}')
    demand(before >= plain_head * RATE // rate - FILTER_FRAMES, f'sound begins at frame {head}')
    demand(0 <= behind <= plain_tail * RATE // rate + 1, f'sound ends {tail} frames before the end')
    return n_frames, head, tail


def level_above(path):
    """(above 11 kHz, in all), in dB"""
    def level(*effects):
        said = run('sox', path, '-n', *effects, 'stats').stderr.decode()
        return float(re.search(r'RMS lev dB\s+(\S+)', said)[1])
    return level('sinc', '-n', '8191', str(NOTHING_ABOVE_HZ), 'gain', '60') - 60, level()


def check_above(path, is_limited):
    above, whole = level_above(path)
    demand(above < whole - (LIMITED_BELOW_DB if is_limited else BELOW_DB), f'above 11 kHz: {above} dB, and {whole} dB in all')
    return above - whole


def check_readers(path, kind, n_frames):
    """Each tells the same length, to its own grain."""
    seconds = n_frames / RATE
    said = json.loads(run('mediainfo', '--Output=JSON', path).stdout)
    audio = [track for track in said['media']['track'] if track['@type'] == 'Audio']
    demand(len(audio) == 1 and abs(float(audio[0]['Duration']) - seconds) < 0.1, 'mediainfo: the length')
    probed = run('ffprobe', '-v', 'error', '-show_entries', 'stream=sample_rate,channels:format=duration',
                 '-of', 'json', path)
    demand(not probed.stderr, f'ffprobe: {probed.stderr.decode()}')
    shown = json.loads(probed.stdout)
    demand(len(shown['streams']) == 1 and shown['streams'][0]['sample_rate'] == str(RATE), 'ffprobe: rate')
    demand(abs(float(shown['format']['duration']) - seconds) < 0.1, 'ffprobe: the length')
    if kind in SOX_KNOWS:
        soxed = run('sox', '--info', '-D', path)
        demand(not soxed.stderr, f'sox: {soxed.stderr.decode()}')
        demand(abs(float(soxed.stdout) - seconds) < 0.1, 'sox: the length')
    if kind == 'wav':
        with wave.open(path) as file:
            demand(file.getparams()[:4] == (1, 3, RATE, n_frames), f'wave: {file.getparams()}')


def main(path, plain, said_seconds, wanted):
    kind = path.rsplit('.', 1)[1]
    with wave.open(plain) as file:
        rate, n_said = file.getframerate(), file.getnframes()
    n_wanted = 2 * SILENCE + (n_said * RATE * 2 + rate) // (rate * 2)
    demand(abs(float(said_seconds) - n_wanted / RATE) < 0.001, f'time says {said_seconds}, not {n_wanted / RATE}')
    measured = measure_loudness(path)
    check_loudness(measured, float(wanted))
    head = tail = above = '-'
    n_frames = n_wanted
    if kind in LOSSY:
        n_decoded = decode(path)[2]
        demand(abs(n_decoded - n_wanted) <= 2400, f'{n_decoded} frames, not about {n_wanted}')
    else:
        n_frames, head, tail = check_ends(path, plain, rate, n_said)
        above = f'{check_above(path, measured[2] > CEILING - 0.3):.0f}'
    if kind == 'wav':
        check_bext(path, measured, n_frames / RATE)
    check_readers(path, kind, n_frames)
    print(f'{kind:5} {n_frames / RATE:9.3f} s  I {measured[0]:7.3f}  TP {measured[2]:5.1f}  '
          f'LRA {measured[1]:5.2f}  M {measured[3]:6.1f}  S {measured[4]:6.1f}  head {head}  tail {tail}  '
          f'above 11 kHz {above} dB', flush=True)


try:
    main(*sys.argv[1:])
except radio_readers.Wrong as wrong:
    sys.exit(f'{sys.argv[1]}: {wrong}')
