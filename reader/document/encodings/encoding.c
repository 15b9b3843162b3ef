/* encoding.c - see the header. */
#include "document/encodings/encoding.h"

#include "document/document.h"
#include "document/encodings/charset.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#define REPLACEMENT "\357\277\275" /* U+FFFD */

struct _OqEncoding {
	GIConv converter;    /* of what is not undone: */
	OqMojibake mojibake; /* of UTF-8 */
	gsize unit;          /* bytes that are skipped when they are no character */
	gboolean stateless;
	GString *pending; /* not decoded yet: the beginning of a character */
};

/* In the wide encodings a skipped byte would shift all that follows. */
static gsize
unit_size(const char *name)
{
	if (g_ascii_strncasecmp(name, "UTF-16", 6) == 0 ||
		g_ascii_strncasecmp(name, "UTF16", 5) == 0 ||
		g_ascii_strncasecmp(name, "UCS-2", 5) == 0)
		return 2;
	if (g_ascii_strncasecmp(name, "UTF-32", 6) == 0 ||
		g_ascii_strncasecmp(name, "UTF32", 5) == 0 ||
		g_ascii_strncasecmp(name, "UCS-4", 5) == 0)
		return 4;
	return 1;
}

/* What a converter holds back, as a mark might follow it, is dropped with its state. */
static void
start_again(GIConv converter)
{
	char text[16], *free_text = text;
	gsize n_free = sizeof text;
	g_iconv(converter, NULL, NULL, &free_text, &n_free);
}

/* Whether each byte is a character by itself, or none: no beginning of one, and no order. */
static gboolean
is_bytewise(GIConv converter)
{
	for (guint i = 0; i < 256; i++) {
		char byte = (char)i, text[16], *from = &byte, *to = text;
		gsize n_from = 1, n_free = sizeof text;
		start_again(converter);
		gboolean done = g_iconv(converter, &from, &n_from, &to, &n_free) != (gsize)-1;
		if (done ? to == text : errno != EILSEQ) {
			start_again(converter);
			return FALSE;
		}
	}
	start_again(converter);
	return TRUE;
}

/* Not "UTF-16", whose first bytes may say in which order all others come. */
static gboolean
names_byte_order(const char *name)
{
	gsize length = strlen(name);
	return length > 2 && (g_ascii_strcasecmp(name + length - 2, "LE") == 0 ||
				     g_ascii_strcasecmp(name + length - 2, "BE") == 0);
}

OqEncoding *
oq_encoding_new(const char *name, GError **error)
{
	const char *known = oq_charset_iconv_name(name);
	GIConv converter = oq_charset_is_sane(name) ? g_iconv_open("UTF-8", known) : (GIConv)-1;

	if (converter == (GIConv)-1) {
		g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_ENCODING,
			_("The encoding “%s” is not known: “iconv -l” lists those that are"), name);
		return NULL;
	}
	OqEncoding *encoding = g_new0(OqEncoding, 1);
	encoding->converter = converter;
	encoding->unit = unit_size(known);
	encoding->stateless = encoding->unit > 1 ? names_byte_order(known) : is_bytewise(converter);
	encoding->pending = g_string_new(NULL);
	return encoding;
}

OqEncoding *
oq_encoding_new_mojibake(OqMojibake kind)
{
	OqEncoding *encoding = g_new0(OqEncoding, 1);
	encoding->converter = (GIConv)-1;
	encoding->mojibake = kind;
	encoding->stateless = TRUE;
	encoding->pending = g_string_new(NULL);
	return encoding;
}

gboolean
oq_encoding_is_stateless(const OqEncoding *encoding)
{
	return encoding->stateless;
}

void
oq_encoding_reset(OqEncoding *encoding)
{
	if (encoding->mojibake == OQ_MOJIBAKE_NONE)
		start_again(encoding->converter);
	g_string_truncate(encoding->pending, 0);
}

gsize
oq_encoding_n_pending(const OqEncoding *encoding)
{
	return encoding->pending->len;
}

void
oq_encoding_free(OqEncoding *encoding)
{
	if (encoding == NULL)
		return;
	if (encoding->mojibake == OQ_MOJIBAKE_NONE)
		g_iconv_close(encoding->converter);
	g_string_free(encoding->pending, TRUE);
	g_free(encoding);
}

/* Decodes as far as it goes; what cannot be decoded yet is left. */
static void
convert(OqEncoding *encoding, char **bytes, gsize *n_bytes, GString *out)
{
	while (*n_bytes > 0) {
		char text[4096];
		char *free_text = text;
		gsize n_free = sizeof text;
		gsize done = g_iconv(encoding->converter, bytes, n_bytes, &free_text, &n_free);
		int why = errno;

		g_string_append_len(out, text, free_text - text);
		if (done != (gsize)-1 || why == E2BIG)
			continue;
		if (why != EILSEQ || *n_bytes < encoding->unit)
			return;
		g_string_append(out, REPLACEMENT);
		*bytes += encoding->unit;
		*n_bytes -= encoding->unit;
	}
}

static void
undo(OqEncoding *encoding, gboolean is_end, GString *out)
{
	GString *pending = encoding->pending;
	gsize n = oq_mojibake_repair(encoding->mojibake, pending->str, pending->len, is_end, out);
	g_string_erase(pending, 0, (gssize)n);
}

void
oq_encoding_decode(OqEncoding *encoding, const char *bytes, gsize n_bytes, GString *out)
{
	g_string_append_len(encoding->pending, bytes, (gssize)n_bytes);
	if (encoding->mojibake != OQ_MOJIBAKE_NONE) {
		undo(encoding, FALSE, out);
		return;
	}
	char *rest = encoding->pending->str;
	gsize n_rest = encoding->pending->len;
	convert(encoding, &rest, &n_rest, out);
	g_string_erase(encoding->pending, 0, (gssize)(encoding->pending->len - n_rest));
}

/* What the converter held back, as a mark might have followed it. */
static void
flush(OqEncoding *encoding, GString *out)
{
	char text[16];
	char *free_text = text;
	gsize n_free = sizeof text;

	g_iconv(encoding->converter, NULL, NULL, &free_text, &n_free);
	g_string_append_len(out, text, free_text - text);
}

void
oq_encoding_finish(OqEncoding *encoding, GString *out)
{
	if (encoding->mojibake != OQ_MOJIBAKE_NONE) {
		undo(encoding, TRUE, out);
		return;
	}
	flush(encoding, out);
	if (encoding->pending->len > 0)
		g_string_append(out, REPLACEMENT);
	g_string_truncate(encoding->pending, 0);
}
