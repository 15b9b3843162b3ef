/* encoding.c - see the header. */
#include "document/encoding.h"

#include "document/document.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#define REPLACEMENT "\357\277\275" /* U+FFFD */

struct _OqEncoding {
	GIConv converter;
	gsize unit; /* bytes that are skipped when they are no character */
	gboolean stateless;
	GString *pending; /* not decoded yet: the beginning of a character */
};

/* Names that the IANA has and glibc has not. */
static const struct {
	const char *name;
	const char *iconv_name;
} aliases[] = {
	{"KZ-1048", "RK1048"},
	{"csKZ1048", "RK1048"},
};

static const char *
iconv_name(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(aliases); i++) {
		if (g_ascii_strcasecmp(name, aliases[i].name) == 0)
			return aliases[i].iconv_name;
	}
	return name;
}

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

/* iconv skips what it does not expect in a name, takes an empty one for the locale's, and what
 * follows a slash for an order to drop what it cannot convert. */
static gboolean
is_name(const char *name)
{
	const char *end = name;

	while (g_ascii_isalnum(*end) || (*end && strchr("-_.:+()", *end) != NULL))
		end++;
	return g_ascii_isalnum(*name) && *end == '\0';
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
	GIConv converter = is_name(name) ? g_iconv_open("UTF-8", iconv_name(name)) : (GIConv)-1;

	if (converter == (GIConv)-1) {
		g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_ENCODING,
			_("The encoding “%s” is not known: “iconv -l” lists those that are"), name);
		return NULL;
	}
	OqEncoding *encoding = g_new0(OqEncoding, 1);
	encoding->converter = converter;
	encoding->unit = unit_size(name);
	encoding->stateless = encoding->unit > 1 ? names_byte_order(name) : is_bytewise(converter);
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

void
oq_encoding_decode(OqEncoding *encoding, const char *bytes, gsize n_bytes, GString *out)
{
	g_string_append_len(encoding->pending, bytes, (gssize)n_bytes);

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
	flush(encoding, out);
	if (encoding->pending->len > 0)
		g_string_append(out, REPLACEMENT);
	g_string_truncate(encoding->pending, 0);
}
