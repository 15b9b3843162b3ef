#!/bin/sh
# make.sh - makes the documents anew from source.md, lists.md and prose.md, by programs that people write with: pandoc,
# LibreOffice, calibre and XeLaTeX, each of which has a folder. The blocks beside them are compared by hand.
# usage: sh make.sh
# apt-get install --no-install-recommends pandoc libreoffice-writer calibre texlive-xetex fonts-dejavu-core
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=0

# office TYPE FILE: LibreOffice makes $work/NAME.TYPE of it
office() {
	soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$1" --outdir "$work" "$2" >/dev/null
}

# name FORMAT: of a file in it; EPUB has two
name() {
	case $1 in
	epub?) printf 'source-%s.epub' "$1" ;;
	*) printf 'source.%s' "$1" ;;
	esac
}

# what they make of numbers
lists() {
	for format in html epub docx odt rtf fb2; do
		pandoc -s -t "$format" -o "pandoc/lists.$format" lists.md
	done
	for format in html docx odt rtf epub pdf; do
		office "$format" pandoc/lists.docx
		mv "$work/lists.$format" libreoffice/
	done
}

mkdir -p pandoc libreoffice calibre xelatex
for format in html epub2 epub3 docx odt fb2 rtf; do
	pandoc -s -t "$format" -o "pandoc/$(name "$format")" source.md
done
for format in html docx odt rtf epub pdf; do # the last: pages with lists, a table and a note …
	office "$format" pandoc/source.docx
	mv "$work/source.$format" libreoffice/
done
for format in epub2 epub3 fb2 docx rtf; do
	set -- "calibre/$(name "$format")"
	case $format in
	epub?) set -- "$@" --epub-version "${format#epub}" --no-default-epub-cover ;;
	esac
	ebook-convert pandoc/source.html "$@" --language kk >/dev/null
done
lists
# … and pages of prose, whose lines become paragraphs again
pandoc -s -t docx -o "$work/prose.docx" prose.md
office pdf "$work/prose.docx"
mv "$work/prose.pdf" libreoffice/
# pages of two columns
cat >"$work/columns.tex" <<'X'
\documentclass[twocolumn]{article}
\usepackage{fontspec}
\setmainfont{DejaVu Serif}
\newcommand\hypertarget[2]{#2}
\begin{document}
$body$
\end{document}
X
pandoc --template="$work/columns.tex" -t latex -o "$work/kk.tex" prose.md prose.md prose.md prose.md
(cd "$work" && xelatex -interaction=batchmode kk.tex >/dev/null)
mv "$work/kk.pdf" xelatex/columns.pdf
# the same by TeX, whose spaces are gaps and whose words end in hyphens
cat >"$work/prose.latex" <<'END'
\documentclass[11pt,a5paper]{article}
\usepackage{fontspec}
\setmainfont{DejaVu Serif}
\setcounter{secnumdepth}{0}
\newcommand{\hypertarget}[2]{#2}
\title{$title$}
\author{$author$}
\date{}
\begin{document}
\maketitle
$body$
\end{document}
END
pandoc -s -t latex --template "$work/prose.latex" -o "$work/prose.tex" prose.md
xelatex -interaction=batchmode -output-directory "$work" "$work/prose.tex" >/dev/null
mv "$work/prose.pdf" xelatex/
# what other programs make text of
office doc pandoc/source.docx
mv "$work/source.doc" ../cli/tools/book.doc
pdftoppm -r 150 -gray -png -singlefile -x 100 -y 100 -W 1100 -H 390 libreoffice/prose.pdf ../cli/tools/page
