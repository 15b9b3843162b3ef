#!/bin/sh
# make.sh - makes the documents of this folder anew from source.md and prose.md, by programs that people write with:
# pandoc, LibreOffice and XeLaTeX. The blocks beside them are compared by hand.
# usage: sh make.sh
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
for format in html docx odt rtf; do
	soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$format" \
		--outdir "$work" pandoc-docx.docx >/dev/null
	mv "$work/pandoc-docx.$format" "libreoffice-$format.$format"
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
