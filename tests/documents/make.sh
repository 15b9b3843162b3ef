#!/bin/sh
# make.sh - makes the documents of this folder anew from source.md and prose.md, by programs that people write with:
# pandoc and LibreOffice. The blocks beside them are compared by hand.
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
# pages of prose, whose lines become paragraphs again
pandoc -s -t docx -o "$work/prose.docx" prose.md
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" \
	"$work/prose.docx" >/dev/null
mv "$work/prose.pdf" libreoffice-prose.pdf
# what other programs make text of
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to doc --outdir "$work" \
	pandoc-docx.docx >/dev/null
mv "$work/pandoc-docx.doc" ../cli/tools/book.doc
pdftoppm -r 150 -mono -png -singlefile -x 100 -y 100 -W 1100 -H 420 libreoffice-prose.pdf ../cli/tools/page
