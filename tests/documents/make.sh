#!/bin/sh
# make.sh - makes the documents of this folder anew from source.md, by programs that people write with:
# pandoc and LibreOffice. The blocks beside them are compared by hand.
# usage: sh make.sh
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=0

for format in html epub2 epub3 docx; do
	case $format in
	epub?) extension=epub ;;
	*) extension=$format ;;
	esac
	pandoc -s -t "$format" -o "pandoc-$format.$extension" source.md
done
for format in html; do
	soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$format" \
		--outdir "$work" pandoc-docx.docx >/dev/null
	mv "$work/pandoc-docx.$format" "libreoffice-$format.$format"
done
rm -f pandoc-docx.docx
