/* sniff.c - see the header. */
#include "document/sniff.h"

#include "document/document.h"
#include "document/encodings/guess.h"
#include "document/encodings/mojibake_judge.h"

#include <glib/gi18n.h>
#include <string.h>

enum {
	BINARY_BYTES = 4096, /* what is no text shows it in these */
	ENOUGH_BYTES = 4096, /* of a pipe */
	ENOUGH_TO_TURN = 256,
	LONGEST_MARK = 16, /* that a document begins with */
};

/** A row of first bytes and what they mean. */
typedef struct {
	const char *bytes;
	guint8 size;
	const char *encoding;
} Signature;

/* The longer one first: the BOM of UTF-32LE begins like that of UTF-16LE. */
static const Signature boms[] = {
	{"\377\376\0\0", 4, "UTF-32LE"},
	{"\0\0\376\377", 4, "UTF-32BE"},
	{"\377\376", 2, "UTF-16LE"},
	{"\376\377", 2, "UTF-16BE"},
};

static const char djvu[] = "AT&TFORM";
static const char chm[] = "ITSF\3\0\0";

/* rar, 7z, xz, gzip */
static const Signature archives[] = {{"Rar!\032\a", 6, NULL}, {"7z\274\257'\034", 6, NULL},
	{"\3757zXZ", 5, NULL}, {"\037\213", 2, NULL}};

/* Files that begin with much readable text, or are too short to be counted. */
static const Signature binaries[] = {
	{"\177ELF", 4, NULL},
	{chm, sizeof chm - 1, NULL},
	{djvu, sizeof djvu - 1, NULL},
};

/* Text in them would have to be recognised. */
static const Signature pictures[] = {
	{"\211PNG", 4, NULL}, {"\377\330\377", 3, NULL}, /* JPEG */
	{"II*\0", 4, NULL}, {"MM\0*", 4, NULL},          /* TIFF */
};

/* A file, one without members, one of several volumes: DOCX, ODT, EPUB. */
static const Signature zips[] = {
	{"PK\003\004", 4, NULL}, {"PK\005\006", 4, NULL}, {"PK\007\010", 4, NULL}};

static const Signature oles[] = {{"\320\317\021\340", 4, NULL}}; /* DOC */
static const Signature pdfs[] = {{"%PDF-", 5, NULL}};
static const Signature rtfs[] = {{"{\\rtf", 5, NULL}};

/* Small letters; behind white space and a BOM of UTF-8. */
static const char *const markup[] = {
	"<?xml", "<!doctype", "<html", "<fictionbook", "<head", "<body"};

/* Of texts that do not say what they are. */
static const char *const extensions[] = {"md", "markdown", "htm", "html", "xhtml", "csv", "tsv",
	"srt", "vtt", "mht", "mhtml", "eml", NULL};

/** How often each thing occurs. */
typedef struct {
	gsize n_controls;   /* NUL included, white space not */
	gsize n_even_zeros; /* bytes 00 and 04, with which ASCII and Cyrillic begin in UTF-16 … */
	gsize n_odd_zeros;  /* … in the first or in the second byte of a pair */
	gsize n_good;       /* characters of more than one byte */
	gsize n_bad;        /* bytes that are not UTF-8 */
	gboolean is_cut;    /* the last character, by the end of the bytes */
} Tally;

static const Signature *
find_signature(const Signature *rows, gsize n_rows, const char *bytes, gsize n_bytes)
{
	for (gsize i = 0; i < n_rows; i++) {
		if (n_bytes >= rows[i].size && memcmp(bytes, rows[i].bytes, rows[i].size) == 0)
			return &rows[i];
	}
	return NULL;
}

const char *
oq_sniff_bom(const char *bytes, gsize n_bytes, gsize *size)
{
	const Signature *bom = find_signature(boms, G_N_ELEMENTS(boms), bytes, n_bytes);

	*size = bom != NULL ? bom->size : 0;
	return bom != NULL ? bom->encoding : NULL;
}

gsize
oq_sniff_utf8_bom(const char *bytes, gsize n_bytes)
{
	static const char bom[] = "\357\273\277";
	gsize size = sizeof bom - 1;
	return n_bytes >= size && memcmp(bytes, bom, size) == 0 ? size : 0;
}

/* White space, the ESC of terminal colours and the Ctrl-Z of DOS occur in text. */
static gboolean
is_control(guchar byte)
{
	return byte == '\0' || byte == 0x7F ||
	       (byte < ' ' && strchr("\t\n\v\f\r\032\033", byte) == NULL);
}

static void
count_bytes(Tally *tally, const char *bytes, gsize n_bytes)
{
	for (gsize i = 0; i < n_bytes; i++) {
		guchar byte = (guchar)bytes[i];
		tally->n_controls += is_control(byte);
		if (byte == 0x00 || byte == 0x04)
			*(i % 2 == 0 ? &tally->n_even_zeros : &tally->n_odd_zeros) += 1;
	}
}

/* A character that the end of the block cuts is neither good nor bad. */
static void
count_characters(Tally *tally, const char *bytes, gsize n_bytes)
{
	for (gsize i = 0; i < n_bytes;) {
		gunichar c = (guchar)bytes[i] < 0x80
				     ? (guchar)bytes[i]
				     : g_utf8_get_char_validated(bytes + i, (gssize)(n_bytes - i));
		if (c == (gunichar)-2 && memchr(bytes + i, '\0', MIN(n_bytes - i, 4)) == NULL) {
			tally->is_cut = TRUE;
			return;
		}
		if (c == (gunichar)-2 || c == (gunichar)-1) {
			tally->n_bad++;
			i++;
			continue;
		}
		tally->n_good += c >= 0x80;
		i += (guchar)bytes[i] < 0x80 ? 1 : g_utf8_skip[(guchar)bytes[i]];
	}
}

/* Four fifths of the one half of the pairs, and at most a fifth of the other. */
static const char *
guess_utf16(const Tally *tally, gsize n_bytes)
{
	gsize n_pairs = n_bytes / 2;

	if (n_pairs < 4)
		return NULL;
	if (tally->n_odd_zeros * 5 >= n_pairs * 4 && tally->n_even_zeros * 5 <= n_pairs)
		return "UTF-16LE";
	if (tally->n_even_zeros * 5 >= n_pairs * 4 && tally->n_odd_zeros * 5 <= n_pairs)
		return "UTF-16BE";
	return NULL;
}

gboolean
oq_sniff_is_picture(const char *bytes, gsize n_bytes)
{
	return find_signature(pictures, G_N_ELEMENTS(pictures), bytes, n_bytes) != NULL;
}

gboolean
oq_sniff_is_zip(const char *bytes, gsize n_bytes)
{
	return find_signature(zips, G_N_ELEMENTS(zips), bytes, n_bytes) != NULL;
}

gboolean
oq_sniff_is_ole(const char *bytes, gsize n_bytes)
{
	return find_signature(oles, G_N_ELEMENTS(oles), bytes, n_bytes) != NULL;
}

gboolean
oq_sniff_is_pdf(const char *bytes, gsize n_bytes)
{
	return find_signature(pdfs, G_N_ELEMENTS(pdfs), bytes, n_bytes) != NULL;
}

gboolean
oq_sniff_is_rtf(const char *bytes, gsize n_bytes)
{
	return find_signature(rtfs, G_N_ELEMENTS(rtfs), bytes, n_bytes) != NULL;
}

/* What another program opens, and no text holds. */
static gboolean
is_packed(const char *bytes, gsize n_bytes)
{
	return oq_sniff_is_zip(bytes, n_bytes) || oq_sniff_is_ole(bytes, n_bytes) ||
	       oq_sniff_is_pdf(bytes, n_bytes) || oq_sniff_is_rtf(bytes, n_bytes) ||
	       oq_sniff_is_picture(bytes, n_bytes);
}

static gboolean
is_archive(const char *bytes, gsize n_bytes)
{
	return find_signature(archives, G_N_ELEMENTS(archives), bytes, n_bytes) != NULL;
}

static gboolean
is_binary(const Tally *tally, const char *bytes, gsize n_bytes)
{
	return find_signature(binaries, G_N_ELEMENTS(binaries), bytes, n_bytes) != NULL ||
	       is_packed(bytes, n_bytes) || is_archive(bytes, n_bytes) ||
	       (tally->n_controls > 4 && tally->n_controls * 20 > n_bytes);
}

static gboolean
has_markup(const char *bytes, gsize n_bytes)
{
	gsize at = oq_sniff_utf8_bom(bytes, n_bytes);
	while (at < n_bytes && g_ascii_isspace(bytes[at]))
		at++;
	for (gsize i = 0; i < G_N_ELEMENTS(markup); i++) {
		gsize size = strlen(markup[i]);
		if (n_bytes - at >= size && g_ascii_strncasecmp(bytes + at, markup[i], size) == 0)
			return TRUE;
	}
	return FALSE;
}

static const char *
next_line(const char *line, const char *end)
{
	const char *newline = line < end ? memchr(line, '\n', (gsize)(end - line)) : NULL;
	return newline != NULL ? newline + 1 : end;
}

static gboolean
begins_with(const char *line, const char *end, const char *small)
{
	gsize size = strlen(small);
	return (gsize)(end - line) >= size && g_ascii_strncasecmp(line, small, size) == 0;
}

const char *
oq_sniff_mail_fields(const char *bytes, gsize n_bytes)
{
	const char *end = bytes + n_bytes;
	const char *fields = begins_with(bytes, end, "from ") ? next_line(bytes, end) : bytes;
	const char *p = fields;
	while (p < end && (g_ascii_isalnum(*p) || *p == '-'))
		p++;
	return p > fields && p < end && *p == ':' ? fields : NULL;
}

/* One of the fields says that it is a letter. */
static gboolean
has_mail_header(const char *bytes, gsize n_bytes)
{
	const char *end = bytes + n_bytes, *line = oq_sniff_mail_fields(bytes, n_bytes);
	for (; line != NULL && line < end; line = next_line(line, end))
		if (begins_with(line, end, "mime-version:"))
			return TRUE;
	return FALSE;
}

gboolean
oq_sniff_is_document(const char *bytes, gsize n_bytes, const char *extension)
{
	return is_packed(bytes, n_bytes) || has_markup(bytes, n_bytes) ||
	       has_mail_header(bytes, n_bytes) || g_strv_contains(extensions, extension);
}

gboolean
oq_sniff_is_binary(const char *bytes, gsize n_bytes)
{
	Tally tally = {0};
	gsize n_bom;

	n_bytes = MIN(n_bytes, BINARY_BYTES);
	count_bytes(&tally, bytes, n_bytes);
	return oq_sniff_bom(bytes, n_bytes, &n_bom) == NULL &&
	       guess_utf16(&tally, n_bytes) == NULL && is_binary(&tally, bytes, n_bytes);
}

static Tally
count(const char *bytes, gsize n_bytes)
{
	Tally tally = {0};
	count_bytes(&tally, bytes, n_bytes);
	count_characters(&tally, bytes, n_bytes);
	return tally;
}

gboolean
oq_sniff_has_turned(const char *bytes, gsize n_bytes)
{
	Tally tally = count(bytes, n_bytes);
	gsize n_zeros = 0;
	for (gsize i = 0; i < n_bytes; i++)
		n_zeros += bytes[i] == '\0';
	gsize n_controls = tally.n_controls - n_zeros;
	return n_bytes >= ENOUGH_TO_TURN && n_controls > 4 && n_controls * 20 > n_bytes - n_zeros &&
	       tally.n_bad * 20 > n_bytes - n_zeros;
}

static gboolean G_GNUC_PRINTF(2, 3) refuse(GError **error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *why = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error_literal(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT, why);
	return FALSE;
}

static gboolean
starts_with(const char *bytes, gsize n_bytes, const char *start, gsize size)
{
	return n_bytes >= size && memcmp(bytes, start, size) == 0;
}

/* What can be made of it is told where that is known. */
static gboolean
refuse_binary(const char *bytes, gsize n_bytes, const char *name, GError **error)
{
	if (starts_with(bytes, n_bytes, djvu, sizeof djvu - 1))
		return refuse(error,
			_("%s is DjVu: make a PDF or plain text of it first, by ddjvu or djvutxt"),
			name);
	if (starts_with(bytes, n_bytes, chm, sizeof chm - 1))
		return refuse(error,
			_("%s is a CHM: make an EPUB or HTML of it first, by ebook-convert or "
			  "extract_chmLib"),
			name);
	if (is_archive(bytes, n_bytes))
		return refuse(error, _("%s is an archive: unpack it first, and open what is in it"),
			name);
	return refuse(error, _("%s is not plain text: save it as plain text first"), name);
}

/* Of what is no UTF-16. */
static gboolean
judge(const char *bytes, gsize n_bytes, const char *name, OqSniffed *found, GError **error)
{
	Tally tally = count(bytes, n_bytes);
	if (tally.n_bad > tally.n_good)
		found->encoding = oq_guess_code_page(bytes, n_bytes);
	else if (tally.n_good > 0)
		found->mojibake = oq_mojibake_judge(bytes, n_bytes);
	if (found->encoding == NULL && tally.n_bad * 10 > n_bytes && tally.n_bad > tally.n_good * 4)
		return refuse(error,
			_("%s is not in UTF-8: add “--encoding KZ-1048”, or “windows-1251” if it "
			  "is Russian"),
			name);
	return TRUE;
}

gboolean
oq_sniff_text(const char *bytes, gsize n_bytes, const char *name, OqSniffed *found, GError **error)
{
	*found = (OqSniffed){0};
	found->encoding = oq_sniff_bom(bytes, n_bytes, &found->n_bom);
	if (found->encoding != NULL)
		return TRUE;
	gsize n_first = MIN(n_bytes, BINARY_BYTES);
	Tally tally = count(bytes, n_first);
	if (find_signature(binaries, G_N_ELEMENTS(binaries), bytes, n_bytes) == NULL &&
		!is_archive(bytes, n_bytes))
		found->encoding = guess_utf16(&tally, n_first);
	if (found->encoding != NULL)
		return TRUE;
	if (is_binary(&tally, bytes, n_first))
		return refuse_binary(bytes, n_bytes, name, error);
	return judge(bytes, n_bytes, name, found, error);
}

gboolean
oq_sniff_is_sure(const char *bytes, gsize n_bytes)
{
	if (n_bytes >= ENOUGH_BYTES)
		return TRUE;
	Tally tally = count(bytes, n_bytes);
	if (n_bytes < LONGEST_MARK && n_bytes > 0 && strchr("<%{", bytes[0]) != NULL)
		return FALSE; /* of a document, perhaps */
	/* what is ASCII so far may be in any encoding, and "PK" the beginning of anything */
	return tally.n_good > 0 && tally.n_controls == 0 && tally.n_bad == 0 && !tally.is_cut &&
	       !oq_mojibake_is_suspect(bytes, n_bytes);
}
