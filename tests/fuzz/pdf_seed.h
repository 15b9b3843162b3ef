/* pdf_seed.h - two pages of a PDF: a heading, a list, a table, columns and a note (open.c). */
#pragma once

static const char pdf_seed[] =
	"x1%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
	"2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>endobj\n"
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]"
	"/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj\n"
	"4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
	"5 0 obj<</Length 520>>stream\n"
	"BT /F 24 Tf 100 700 Td (Head) Tj /F 10 Tf 0 -40 Td (\225) Tj\n"
	"20 0 Td (\315\340\355 \354\345\355) Tj\n"
	"-20 -20 Td (A) Tj 100 0 Td (10) Tj -100 -16 Td (B) Tj 100 0 Td (20) Tj\n"
	"-100 -30 Td (left column of) Tj 200 0 Td (right column) Tj\n"
	"-200 -12 Td (the page is-) Tj 200 0 Td (goes on and) Tj\n"
	"-200 -12 Td (here with it) Tj 200 0 Td (on as it is) Tj ET\n"
	"BT /F 6 Tf 100 104 Td (1) Tj /F 10 Tf 5 -4 Td (Note) Tj ET\n"
	"endstream endobj\n6 0 obj<</Title(t)/Author(a)>>endobj\n"
	"trailer<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n";
