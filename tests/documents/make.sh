#!/bin/sh
# make.sh - makes the documents of this folder anew from source.md and prose.md, by programs that people write with:
# pandoc, LibreOffice, calibre and XeLaTeX. The blocks beside them are compared by hand.
# usage: sh make.sh
# apt-get install --no-install-recommends pandoc libreoffice-writer calibre texlive-xetex fonts-dejavu-core
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=0

for format in html epub2 epub3 docx odt fb2 rtf; do
	case $format in
	epub?) extension=epub ;;
	*) extension=$format ;;
	esac
	pandoc -s -t "$format" -o "pandoc-$format.$extension" source.md
done
for format in html docx odt rtf epub; do
	soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$format" \
		--outdir "$work" pandoc-docx.docx >/dev/null
	mv "$work/pandoc-docx.$format" "libreoffice-$format.$format"
done
for format in epub2 epub3 fb2 docx rtf; do
	case $format in
	epub?) set -- "$work/$format.epub" --epub-version "${format#epub}" --no-default-epub-cover ;;
	*) set -- "$work/$format.$format" ;;
	esac
	ebook-convert pandoc-html.html "$@" --language kk >/dev/null
	mv "$1" "calibre-$format.${1##*.}"
done
# pages: lists, a table and a note …
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" \
	pandoc-docx.docx >/dev/null
mv "$work/pandoc-docx.pdf" libreoffice-pdf.pdf
# … and prose, whose lines become paragraphs again
pandoc -s -t docx -o "$work/prose.docx" prose.md
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" \
	"$work/prose.docx" >/dev/null
mv "$work/prose.pdf" libreoffice-prose.pdf
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
mv "$work/kk.pdf" xelatex-columns.pdf
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
mv "$work/prose.pdf" xelatex-prose.pdf
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
mv "$work/kk.pdf" xelatex-columns.pdf
# what other programs make text of
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to doc --outdir "$work" \
	pandoc-docx.docx >/dev/null
mv "$work/pandoc-docx.doc" ../cli/tools/book.doc
pdftoppm -r 150 -gray -png -singlefile -x 100 -y 100 -W 1100 -H 390 libreoffice-prose.pdf ../cli/tools/page
