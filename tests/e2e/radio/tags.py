"""tags.py - what a tagged audio file tells those who read it: radio automation, players, tools.

Some fields are asked of all programs that are there, the rest of readers that are written from the
standards (radio_readers.py). Then titles of any length and kind: the other fields stay right."""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import wave

import mutagen
import mutagen.aiff
import mutagen.wave

import radio_readers as readers
from radio_readers import demand

RATE = 48000
FORMATS = ('wav', 'rf64', 'flac', 'ogg', 'opus', 'mp3', 'aiff')
TOLD = {'title': 'Таң жаңалықтары <&>', 'author': 'Дәурен', 'album': 'Кешкі шығарылым',
        'comment': 'Бұл – «сынақ»', 'copyright': '© Біз', 'originator': 'Шалқар радиосы',
        'reference': 'KZOQ0001', 'language': 'kaz', 'date': '2026-11-29', 'time': '18:41:00', 'cut': '0042',
        'client': 'Әуежай', 'category': 'NEWS', 'outcue': 'күн ашық болады.', 'start-date': '2026-12-01',
        'end-date': '2026-12-31', 'voice-start': 24000, 'voice-end': 72000, 'intro-end': 36000,
        'segue-start': 60000, 'loudness': '-23.01,3.5,-1.2,-20,-21', 'seconds': 2}
CHAPTERS = ((24000, 47999, 'Бірінші тарау'), (48000, 72000, 'Екінші'))


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def make(path, told, chapters=(), bits=24):
    arguments = [f'{name}={value}' for name, value in told.items()]
    arguments += [f'@{start}-{end}={title}' for start, end, title in chapters]
    run(os.path.join(os.environ['OQ_TOOLS'], 'write_tagged'), path, str(RATE), '1', str(bits), '192',
        os.path.join(os.environ['OQ_VOICES'], 'kk'), *arguments)


def equal(what, got, wanted):
    demand(got == wanted, f'{what}: {got!r}, not {wanted!r}')


def all_equal(what, got, **wanted):
    for name, value in wanted.items():
        equal(f'{what}: {name}', got[name], value)


def check_bext(riff):
    all_equal('bext', readers.bext(riff.one('bext')), description=b'Tan janalyqtary <&>',
              originator=b'Shalqar radiosy', reference=b'KZOQ0001', date=b'2026-11-29', time=b'18:41:00',
              version=2, loudness=[-23.01, 3.5, -1.2, -20, -21],
              history=b'A=PCM,F=48000,W=24,M=mono,T=Oqyrman\r\n')


def check_cart(riff):
    all_equal('cart', readers.cart(riff.one('cart')), title=b'Tan janalyqtary <&>', artist=b'Dauren',
              cut=b'0042', client=b'Auejai', category=b'NEWS', outcue=b'kun ashyq bolady.',
              start_date=b'2026-12-01', start_time=b'00:00:00', end_date=b'2026-12-31',
              end_time=b'23:59:59', producer=b'Oqyrman', level=32768, text=b'Bul - "synaq"\r\n', url=b'',
              timers={'AUDs': 24000, 'AUDe': 72000, 'INTs': 24000, 'INTe': 36000, 'SEGs': 60000,
                      'SEGe': 72000})


def check_texts(riff):
    all_equal('INFO', readers.info(riff), INAM=TOLD['title'], IART=TOLD['author'], IPRD=TOLD['album'],
              ICMT=TOLD['comment'], ICRD=TOLD['date'], IGNR='NEWS', ICOP=TOLD['copyright'])
    tree = readers.ixml(riff)
    equal('iXML: title', tree.findtext('BEXT/BWF_DESCRIPTION'), TOLD['title'])
    equal('iXML: originator', tree.findtext('BEXT/BWF_ORIGINATOR'), TOLD['originator'])
    equal('iXML: loudness', tree.findtext('LOUDNESS/LOUDNESS_VALUE'), '-23.01')


def check_cues(riff):
    wanted = [(start, title, end - start) for start, end, title in CHAPTERS]
    equal('cues', readers.cues(riff), wanted)


def check_rivendell(path):
    seen = readers.Rivendell(path)
    all_equal('Rivendell', seen.fields, title=TOLD['title'], artist=TOLD['author'], album=TOLD['album'],
              outcue=TOLD['outcue'], groupName='NEWS', client=TOLD['client'], startPoint=500,
              endPoint=1500, talkEndPoint=750, segueStartPoint=1250, originDatetime='2026-11-29T18:41:00',
              startDatetime='2026-12-01T00:00:00', endDatetime='2026-12-31T23:59:59')
    all_equal('Rivendell of cart and bext', seen.ascii, title='Tan janalyqtary <&>', artist='Dauren',
              startPoint=500, endPoint=1500, originName='Shalqar radiosy')


def check_libretime(path):
    """It asks mutagen for the easy names; WAV and AIFF have an ID3 tag in a chunk."""
    if path.endswith('.wav'):
        tags = mutagen.wave.WAVE(path).tags
    elif path.endswith('.aiff'):
        tags = mutagen.aiff.AIFF(path).tags
    elif path.endswith('.rf64'):
        return
    else:
        tags = mutagen.File(path, easy=True)
        all_equal(path, tags, title=[TOLD['title']], artist=[TOLD['author']], album=[TOLD['album']],
                  genre=['NEWS'], organization=[TOLD['originator']], language=['kaz'])
        return
    for frame, name in (('TIT2', 'title'), ('TPE1', 'author'), ('TALB', 'album'), ('TPUB', 'originator')):
        equal(f'{path}: {frame}', str(tags[frame]), TOLD[name])
    equal(f'{path}: comment', str(tags.getall('COMM')[0]), TOLD['comment'])


def check_ffprobe(path):
    if shutil.which('ffprobe') is None:
        return
    told = json.loads(run('ffprobe', '-v', 'error', '-of', 'json', '-show_format', '-show_streams',
                          '-show_chapters', path))
    tags = {**told['streams'][0].get('tags', {}), **told['format'].get('tags', {})}
    tags = {name.lower(): value for name, value in tags.items()}
    all_equal(f'ffprobe {path}', tags, title=TOLD['title'], artist=TOLD['author'], album=TOLD['album'],
              genre='NEWS')
    equal(f'ffprobe {path}: rate', told['streams'][0]['sample_rate'], str(RATE))
    equal(f'ffprobe {path}: chapters', [chapter['tags']['title'] for chapter in told['chapters']],
          [title for _, _, title in CHAPTERS])
    for chapter, (start, _, _) in zip(told['chapters'], CHAPTERS):
        demand(abs(float(chapter['start_time']) - start / RATE) < 0.0011, f'ffprobe {path}: a chapter')
    if path.endswith('.mp3'):
        equal('ffprobe: bit rate', told['streams'][0]['bit_rate'], '192000')


def check_others(path):
    """Each as far as it is here; what they are known to misread (UTF-8 in INFO) is not asked."""
    if shutil.which('mediainfo'):
        track = json.loads(run('mediainfo', '--Output=JSON', path))['media']['track'][0]
        equal(f'mediainfo {path}', track['Track'], TOLD['title'])
    if shutil.which('exiftool'):
        tags = json.loads(run('exiftool', '-json', path))[0]
        equal(f'exiftool {path}', tags['Title'], TOLD['title'])
    if shutil.which('sox') and path.endswith(('.wav', '.aiff', '.flac')):
        equal(f'sox {path}', run('sox', '--i', '-s', path).strip(), str(2 * RATE))


def check_wave(path):
    with wave.open(path) as file:
        equal('wave', file.getparams()[:4], (1, 3, RATE, 2 * RATE))


def check_told(folder):
    for extension in FORMATS:
        path = os.path.join(folder, f'told.{extension}')
        make(path, TOLD, CHAPTERS)
        check_libretime(path)
        if extension in ('wav', 'rf64'):
            riff = readers.Riff(path)
            for check in (check_bext, check_cart, check_texts, check_cues):
                check(riff)
        if extension == 'wav':
            check_rivendell(path)
            check_wave(path)
        if extension != 'rf64':
            check_others(path)
        check_ffprobe(path)


def check_sound(folder):
    """Tags change no sample, by whatever decoder is here."""
    for extension in FORMATS:
        plain, told = (os.path.join(folder, f'{name}.{extension}') for name in ('plain', 'told'))
        make(plain, {})
        make(told, {**TOLD, 'seconds': 1}, CHAPTERS)
        if extension in ('wav', 'rf64'):
            equal(f'{extension}: the sound', readers.Riff(told).one('data'), readers.Riff(plain).one('data'))
        if shutil.which('ffmpeg'):
            sums = [run('ffmpeg', '-v', 'error', '-i', path, '-map', '0:a', '-f', 'md5', '-')
                    for path in (plain, told)]
            equal(f'{extension}: the sound as ffmpeg hears it', sums[1], sums[0])


def titles(seed):
    """Of the lengths that fields have, and of letters of one to four bytes."""
    source = random.Random(seed)
    for size in (0, 1, 31, 32, 63, 64, 65, 255, 256, 257, 10000):
        title = ''
        while len(title.encode()) < size:
            title += source.choice(['а', 'ң', 'x', ' ', '<', '&', '"', "'", 'é', '字', '𐰴', '\u0301', '\n',
                                    '\x01', '=', ';', '\u202e', '\ufffe', '0'])
        yield title.encode()[:size].decode(errors='ignore')
    yield '0042'
    yield '<cart>\n</cart>'
    yield '--></title>&amp;'


def as_told(title):
    """In one line, without what XML cannot have."""
    clean = ''.join('\ufffd' if sign == '\ufffe' else ' ' if ord(sign) < 32 else sign for sign in title)
    return clean.strip(' ')


def check_title(folder, title):
    wanted = as_told(title)
    for extension in FORMATS:
        path = os.path.join(folder, f'title.{extension}')
        make(path, {'title': title, 'author': 'Дәурен', 'cut': 'C1', 'seconds': 0.1}, [(0, 100, title)], 16)
        if extension not in ('wav', 'rf64'):
            tags = mutagen.File(path, easy=extension != 'aiff')
            name, author = ('TIT2', 'TPE1') if extension == 'aiff' else ('title', 'artist')
            equal(f'{path}: author', str(tags[author][0] if extension != 'aiff' else tags[author]), 'Дәурен')
            got = tags.get(name, '') if extension == 'aiff' else tags.get(name, [''])[0]
            equal(f'{path}: title', str(got), wanted)
            continue
        riff = readers.Riff(path)
        all_equal('bext', readers.bext(riff.one('bext')), originator=b'', date=b'', version=1)
        all_equal('cart', readers.cart(riff.one('cart')), artist=b'Dauren', cut=b'C1', text=b'\r\n',
                  start_date=b'', timers={'AUDs': 0, 'AUDe': RATE // 10})
        equal('INFO', readers.info(riff).get('INAM', ''), wanted)
        equal('cue', readers.cues(riff), [(0, wanted, 100)])
        equal('iXML', readers.ixml(riff).findtext('BEXT/BWF_DESCRIPTION') or '', wanted)
        if extension == 'rf64':
            continue
        seen = readers.Rivendell(path).fields
        equal('Rivendell', str(seen.get('title', '')), str(int(wanted)) if wanted.isdigit() else wanted)
        equal('Rivendell', seen['artist'], 'Дәурен')


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as folder:
        check_told(folder)
        check_sound(folder)
        for title in titles(seed):
            try:
                check_title(folder, title)
            except readers.Wrong as wrong:
                raise readers.Wrong(f'with the title {title[:80]!r}: {wrong}') from None


main()
