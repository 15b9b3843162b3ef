"""radio_readers.py - what others would read in a tagged audio file.

Written from the standards: RIFF, EBU Tech 3285 version 2 (bext), AES46 (cart), ID3v2.4 by mutagen; and
from what importers of radio automation are known to do with them. Every reader raises Wrong when the
file is not what its standard says."""

import re
import struct
import xml.etree.ElementTree


class Wrong(Exception):
    pass


def demand(holds, why):
    if not holds:
        raise Wrong(why)


def text_of(field):
    """A field of fixed width: text, then nothing but zeros."""
    text = field.rstrip(b'\0')
    demand(b'\0' not in text, f'text behind a zero: {field!r}')
    return text


class Riff:
    """A RIFF or RF64 file, its chunks in their order."""

    def __init__(self, path):
        with open(path, 'rb') as file:
            self.bytes = file.read()
        self.is_wide = self.bytes[:4] == b'RF64'
        demand(self.bytes[:4] in (b'RIFF', b'RF64') and self.bytes[8:12] == b'WAVE', 'not a WAV file')
        size = struct.unpack_from('<I', self.bytes, 4)[0]
        if self.is_wide:
            demand(size == 0xFFFFFFFF and self.bytes[12:16] == b'ds64', 'RF64 without ds64')
            size, self.data_size = struct.unpack_from('<QQ', self.bytes, 20)
        demand(size + 8 == len(self.bytes), f'the size is {size + 8}, the file has {len(self.bytes)} bytes')
        self.chunks = []
        at = 12
        while at < len(self.bytes):
            name, size = struct.unpack_from('<4sI', self.bytes, at)
            demand(re.fullmatch(rb'[A-Za-z0-9 ]{4}', name), f'a chunk of the name {name!r} at {at}')
            if name == b'data' and size == 0xFFFFFFFF:
                size = self.data_size
            at += 8
            demand(at + size <= len(self.bytes), f'{name!r} goes beyond the end')
            self.chunks.append((name.decode(), self.bytes[at:at + size]))
            if size % 2:
                demand(self.bytes[at + size] == 0, f'{name!r} is filled up with something')
            at += size + size % 2
        demand(at == len(self.bytes), 'something behind the last chunk')

    def all(self, name):
        return [content for each, content in self.chunks if each == name]

    def one(self, name):
        found = self.all(name)
        demand(len(found) == 1, f'{len(found)} chunks {name!r}')
        return found[0]

    def list(self, kind):
        """The subchunks of the LIST of that kind."""
        found = [content[4:] for content in self.all('LIST') if content[:4] == kind]
        demand(len(found) == 1, f'{len(found)} LIST {kind!r}')
        content, subchunks, at = found[0], [], 0
        while at < len(content):
            name, size = struct.unpack_from('<4sI', content, at)
            demand(at + 8 + size <= len(content), f'{name!r} goes beyond its LIST')
            subchunks.append((name.decode(), content[at + 8:at + 8 + size]))
            at += 8 + size + size % 2
        return subchunks


def bext(content):
    demand(len(content) >= 602, 'bext is too small')
    names = ('description', 'originator', 'reference', 'date', 'time')
    fields = dict(zip(names, map(text_of, struct.unpack_from('<256s32s32s10s8s', content))))
    for name, field in fields.items():
        demand(field.isascii(), f'bext: {name} is not ASCII')
    fields['version'] = struct.unpack_from('<H', content, 346)[0]
    loudness = struct.unpack_from('<5h', content, 412)
    demand(fields['version'] in (1, 2), 'bext: version')
    demand(fields['version'] == 2 or not any(loudness), 'bext: version 1 has no loudness')
    fields['loudness'] = [level / 100 for level in loudness] if fields['version'] == 2 else None
    demand(not any(content[422:602]), 'bext: what is reserved is not zero')
    history = text_of(content[602:])
    demand(history.isascii() and history.endswith(b'\r\n'), 'bext: the coding history')
    for line in history[:-2].split(b'\r\n'):
        demand(re.fullmatch(rb'A=[A-Z0-9]+,F=\d+,W=\d+,M=(mono|stereo),T=[^,\r\n]+', line),
               f'bext: a line of the coding history: {line!r}')
    fields['history'] = history
    return fields


def cart(content):
    demand(len(content) >= 2048 and content[:4] == b'0101', 'cart: size or version')
    names = ('title', 'artist', 'cut', 'client', 'category', 'classification', 'outcue')
    fields = {name: text_of(content[4 + 64 * i:68 + 64 * i]) for i, name in enumerate(names)}
    dates = struct.unpack_from('<10s8s10s8s', content, 452)
    fields.update(zip(('start_date', 'start_time', 'end_date', 'end_time'), map(text_of, dates)))
    for date in (fields['start_date'], fields['end_date']):
        demand(re.fullmatch(rb'(\d{4}-\d\d-\d\d)?', date), f'cart: the date {date!r}')
    names = ('producer', 'producer_version', 'user_defined')
    fields.update((name, text_of(content[488 + 64 * i:552 + 64 * i])) for i, name in enumerate(names))
    fields['level'] = struct.unpack_from('<i', content, 680)[0]
    timers = [struct.unpack_from('<4sI', content, 684 + 8 * i) for i in range(8)]
    fields['timers'] = {name.decode('ascii'): frame for name, frame in timers if name != b'\0' * 4}
    demand(not any(content[748:1024]), 'cart: what is reserved is not zero')
    fields['url'] = text_of(content[1024:2048])
    fields['text'] = text_of(content[2048:])
    demand(fields['text'].endswith(b'\r\n'), 'cart: the text ends with CR LF')
    for name, field in fields.items():
        demand(not isinstance(field, bytes) or field.isascii(), f'cart: {name} is not ASCII')
    return fields


def cues(riff):
    """(frame, label, length) of each, by the numbers that tie them together."""
    content = riff.one('cue ')
    n_cues = struct.unpack_from('<I', content)[0]
    demand(len(content) == 4 + 24 * n_cues, 'cue: size')
    labels, lengths = {}, {}
    for name, sub in riff.list(b'adtl'):
        number = struct.unpack_from('<I', sub)[0]
        if name == 'labl':
            demand(sub.endswith(b'\0'), 'labl: no zero at the end')
            labels[number] = sub[4:].rstrip(b'\0').decode()
        else:
            demand(name == 'ltxt' and len(sub) == 20, f'adtl: {name}')
            lengths[number] = struct.unpack_from('<I', sub, 4)[0]
    found = []
    for i in range(n_cues):
        number, position, kind, start, block, frame = struct.unpack_from('<II4sIII', content, 4 + 24 * i)
        demand((position, kind, start, block) == (frame, b'data', 0, 0), 'cue: a place')
        found.append((frame, labels.pop(number), lengths.pop(number, 0)))
    demand(not labels and not lengths, 'adtl: names of what is not there')
    return found


def info(riff):
    fields = {}
    for name, content in riff.list(b'INFO'):
        demand(content.endswith(b'\0'), f'{name}: no zero at the end')
        fields[name] = content.rstrip(b'\0').decode()
    return fields


def ixml(riff):
    return xml.etree.ElementTree.fromstring(riff.one('iXML').decode())


class Rivendell:
    """What rdimport sees: it looks for chunks by name without regard to case, goes exactly as far as their
    size says and at most one byte further, and takes each byte of a field for a character."""

    def __init__(self, path):
        with open(path, 'rb') as file:
            self.bytes = file.read()
        self.fields = {}
        self.read_cart()
        self.read_bext()
        self.read_rdxl()

    def find(self, name):
        at = 12
        while at + 8 <= len(self.bytes):
            if not chr(self.bytes[at]).isalnum():
                at += 1
            found, size = struct.unpack_from('<4sI', self.bytes, at)
            at += 8
            if found.lower() == name.lower():
                return self.bytes[at:at + size]
            at += size
        return None

    @staticmethod
    def cut(content, at, size):
        return ''.join(chr(byte) for byte in content[at:at + size] if byte)

    def read_cart(self):
        content = self.find(b'cart')
        rate = struct.unpack_from('<I', self.find(b'fmt '), 4)[0]
        names = ('title', 'artist', 'cut', 'client', 'groupName', 'classification', 'outcue')
        for i, name in enumerate(names):
            self.fields[name] = self.cut(content, 4 + 64 * i, 64)
        points = {'AUDs': 'startPoint', 'AUDe': 'endPoint', 'SEGs': 'segueStartPoint',
                  'SEGe': 'segueEndPoint', 'INTs': 'talkStartPoint', 'INTe': 'talkEndPoint'}
        for i in range(8):
            name = self.cut(content, 684 + 8 * i, 4)
            if name in points:
                frame = struct.unpack_from('<I', content, 688 + 8 * i)[0]
                self.fields[points[name]] = 1000 * frame // rate

    def read_bext(self):
        content = self.find(b'bext')
        self.fields['description'] = self.cut(content, 0, 256)
        self.fields['originName'] = self.cut(content, 256, 32)

    def read_rdxl(self):
        """Line by line; once there is a cart with a cut, nothing else counts."""
        lines = [line.strip() for line in self.find(b'rdxl').decode().split('\n')]
        demand(all(lines.count(line) == 1 for line in ('<cart>', '<cutList>', '<cut>', '</cut>', '</cart>')),
               'rdxl: no cart with one cut')
        self.ascii = self.fields
        self.fields = {}
        for line in lines:
            match = re.fullmatch(r'<(\w+)>(.*)</\1>', line)
            if match:
                value = match[2]
                for entity, sign in (('&amp;', '&'), ('&lt;', '<'), ('&gt;', '>'), ('&apos;', "'"),
                                     ('&quot;', '"')):
                    value = value.replace(entity, sign)
                self.fields[match[1]] = int(value) if value.isdigit() else value
