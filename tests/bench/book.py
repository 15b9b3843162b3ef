"""book.py FORMAT N_BYTES SAMPLE OUTPUT - a book of so many bytes of the sample's text, a chapter for each 100 kB: as
Markdown (md), from which real writers make documents, or, when it is too large for them, as EPUB (epub) or
FictionBook (fb2); or as an EPUB of short chapters whose last one is read first (reversed)."""
import sys
import zipfile
from html import escape

CHAPTER_BYTES = 100_000
SHORT_CHAPTER_BYTES = 1000

CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package version="2.0" unique-identifier="i" xmlns="http://www.idpf.org/2007/opf"
xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Кітап</dc:title><dc:language>kk</dc:language>
<dc:identifier id="i">1</dc:identifier></metadata><manifest>%s</manifest><spine>%s</spine></package>"""
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>%s</title></head><body>
<h1>%s</h1>
%s
</body></html>"""
FICTION = """<?xml version="1.0" encoding="utf-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description><title-info><book-title>Кітап</book-title>
<lang>kk</lang></title-info></description><body>
"""


def chapters(lines, n_bytes, chapter_bytes=CHAPTER_BYTES):
    """Yields lists of paragraphs."""
    while n_bytes > 0:
        paragraphs, size = [], 0
        while size < min(chapter_bytes, n_bytes):
            line = lines[len(paragraphs) % len(lines)]
            paragraphs.append(line)
            size += len(line.encode()) + 1
        yield paragraphs
        n_bytes -= size


def write_markdown(output, texts):
    with open(output, "w", encoding="utf-8") as file:
        file.write("---\ntitle: Кітап\nlang: kk\n---\n")
        for number, paragraphs in enumerate(texts, 1):
            file.write("\n# %d-тарау\n\n%s\n" % (number, "\n\n".join(paragraphs)))


def write_reversed(output, texts):
    write_epub(output, texts, step=-1)


def write_epub(output, texts, step=1):
    items, order = [], []
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", CONTAINER)
        for number, paragraphs in enumerate(texts, 1):
            title = "%d-тарау" % number
            body = "\n".join("<p>%s</p>" % escape(line) for line in paragraphs)
            book.writestr("%d.xhtml" % number, PAGE % (title, title, body))
            items.append('<item id="c%d" href="%d.xhtml" media-type="application/xhtml+xml"/>' % (number, number))
            order.append('<itemref idref="c%d"/>' % number)
        book.writestr("book.opf", PACKAGE % ("\n".join(items), "\n".join(order[::step])))


def write_fb2(output, texts):
    with open(output, "w", encoding="utf-8") as file:
        file.write(FICTION)
        for number, paragraphs in enumerate(texts, 1):
            body = "\n".join("<p>%s</p>" % escape(line) for line in paragraphs)
            file.write("<section><title><p>%d-тарау</p></title>\n%s</section>\n" % (number, body))
        file.write("</body></FictionBook>\n")


def main():
    kind, n_bytes, sample, output = sys.argv[1:]
    with open(sample, encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip()]
    write = {"md": write_markdown, "epub": write_epub, "fb2": write_fb2, "reversed": write_reversed}[kind]
    write(output, chapters(lines, int(n_bytes), SHORT_CHAPTER_BYTES if kind == "reversed" else CHAPTER_BYTES))


main()
