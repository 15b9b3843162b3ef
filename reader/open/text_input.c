/* text_input.c - see the header. */
#include "open/text_input.h"

#include "document/encodings/encoding.h"
#include "document/encodings/guess.h"
#include "document/sniff.h"
#include "open/limits.h"

#include <string.h>

enum { CHUNK_BYTES = 1 << 16 };

/* A converter that is closed is unloaded some time later: these stay open. */
static void
keep_converter(const char *name)
{
	oq_encoding_new(name, NULL);
	GIConv back = g_iconv_open(name, "UTF-8");
	if (back != (GIConv)-1)
		g_iconv(back, NULL, NULL, NULL, NULL);
}

void
oq_text_input_prepare(const char *named)
{
	static const char *const names[] = {"KZ-1048", "PT154", "WINDOWS-1251", "KOI8-R", "KOI8-U",
		"CP866", "ISO-8859-5", "MACCYRILLIC", "ISO-8859-1", "WINDOWS-1252", "ISO-8859-9",
		"WINDOWS-1254", "WINDOWS-1250", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE",
		"UTF-32BE"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		keep_converter(names[i]);
	if (named != NULL)
		keep_converter(named);
}

/* Valid, but for NULs; as many faults as damage makes do not count. */
static gboolean
is_utf8(const char *bytes, gsize n_bytes)
{
	gsize n_faults = 0, n_good = 0;
	for (gsize i = 0; i < n_bytes;) {
		const char *end;
		g_utf8_validate_len(bytes + i, n_bytes - i, &end);
		gsize n_valid = (gsize)(end - bytes) - i;
		for (gsize k = i; k < i + n_valid; k++)
			n_good += ((guchar)bytes[k] & 0xC0) == 0x80;
		i += n_valid + 1;
		n_faults += i <= n_bytes && *end != '\0';
		if (n_faults * 20 > n_good + (n_bytes >> 4))
			return FALSE;
	}
	return n_faults * 20 <= n_good;
}

/* Such text is never judged by eye: what is told of it must hold. */
static void
take_valid(GString *out, const char *bytes, gsize n_bytes)
{
	for (gsize i = 0; i < n_bytes;) {
		const char *end;
		g_utf8_validate_len(bytes + i, n_bytes - i, &end);
		gsize n_valid = (gsize)(end - bytes) - i;
		g_string_append_len(out, bytes + i, (gssize)n_valid);
		i += n_valid + 1;
		if (i <= n_bytes && *end != '\0')
			g_string_append(out, "\357\277\275");
	}
}

/* A header that can be read as it stands cannot be in UTF-16, whatever it says. */
static gboolean
is_possible(const char *declared, const char *bytes, gsize n_bytes)
{
	gboolean is_wide = g_ascii_strncasecmp(declared, "UTF-16", 6) == 0 ||
			   g_ascii_strncasecmp(declared, "UTF-32", 6) == 0 ||
			   g_ascii_strncasecmp(declared, "UCS-", 4) == 0;
	return g_ascii_strcasecmp(declared, "UTF-8") != 0 &&
	       (!is_wide || memchr(bytes, '\0', n_bytes) != NULL);
}

/* Of a letter that Kazakh needs, windows-1251 has none; what Russian needs is the same in both. */
static const char *
judge(const char *bytes, gsize n_bytes)
{
	const char *page = oq_guess_code_page(bytes, n_bytes);
	return page != NULL ? page : "KZ-1048";
}

/* As plain text is judged: UTF-16 without a mark, and text that was saved with wrong letters. */
static OqEncoding *
judge_text(const char *bytes, gsize n_bytes, const char *declared)
{
	OqSniffed found;
	gsize n_first = MIN(n_bytes, OQ_SNIFF_BYTES);
	if (!oq_sniff_text(bytes, n_first, "", &found, NULL))
		found = (OqSniffed){0};
	if (found.encoding != NULL && g_str_has_prefix(found.encoding, "UTF-16"))
		return oq_encoding_new(found.encoding, NULL);
	if (found.mojibake != OQ_MOJIBAKE_NONE && is_utf8(bytes, n_bytes))
		return oq_encoding_new_mojibake(found.mojibake);
	return oq_text_input_choose(bytes, n_bytes, declared);
}

static void
convert(OqEncoding *encoding, const char *bytes, gsize n_bytes, GString *out)
{
	for (gsize i = 0; i < n_bytes; i += CHUNK_BYTES)
		oq_encoding_decode(encoding, bytes + i, MIN(n_bytes - i, CHUNK_BYTES), out);
	oq_encoding_finish(encoding, out);
}

void
oq_text_input_drop_nuls(GString *text)
{
	gsize n_kept = 0;
	if (memchr(text->str, '\0', text->len) == NULL)
		return;
	for (gsize i = 0; i < text->len; i++)
		if (text->str[i] != '\0')
			text->str[n_kept++] = text->str[i];
	g_string_truncate(text, n_kept);
}

gsize
oq_text_input_whole(const char *bytes, gsize n_bytes)
{
	for (gsize n = 1; n < 4 && n <= n_bytes; n++) {
		guchar byte = (guchar)bytes[n_bytes - n];
		if ((byte & 0xC0) != 0x80)
			return byte >= 0xC0 && (gsize)g_utf8_skip[byte] > n ? n_bytes - n : n_bytes;
	}
	return n_bytes;
}

OqEncoding *
oq_text_input_choose(const char *bytes, gsize n_bytes, const char *declared)
{
	OqEncoding *encoding = NULL;
	if (is_utf8(bytes, n_bytes))
		return NULL;
	if (declared != NULL && is_possible(declared, bytes, n_bytes))
		encoding = oq_encoding_new(declared, NULL);
	return encoding != NULL ? encoding : oq_encoding_new(judge(bytes, n_bytes), NULL);
}

GString *
oq_text_input_decode(
	const char *bytes, gsize n_bytes, const char *named, const char *declared, GError **error)
{
	gsize n_bom = 0;
	bytes = bytes != NULL ? bytes : ""; /* as GBytes have it */
	const char *marked = named == NULL ? oq_sniff_bom(bytes, n_bytes, &n_bom) : NULL;
	if (named == NULL && marked == NULL)
		n_bom = oq_sniff_utf8_bom(bytes, n_bytes);
	bytes += n_bom;
	n_bytes -= n_bom;
	const char *told = named != NULL ? named : marked;
	g_autoptr(OqEncoding) encoding =
		told != NULL ? oq_encoding_new(told, NULL) : judge_text(bytes, n_bytes, declared);
	if (told != NULL && encoding == NULL) {
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_ENCODING, told);
		return NULL;
	}
	GString *text = g_string_new(NULL);
	if (encoding != NULL)
		convert(encoding, bytes, n_bytes, text);
	else
		take_valid(text, bytes, n_bytes);
	oq_text_input_drop_nuls(text);
	g_string_erase(text, 0, (gssize)oq_sniff_utf8_bom(text->str, text->len));
	return text;
}

GBytes *
oq_text_input_read(const OqOpenJob *job, GError **error)
{
	if (job->n_bytes > (guint64)OQ_LIMIT_TREE_MB << 20) {
		g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "MB: %d", OQ_LIMIT_TREE_MB);
		return NULL;
	}
	g_autofree char *bytes = g_malloc((gsize)job->n_bytes + 1);
	gssize n_bytes = oq_loader_read(job, 0, bytes, (gsize)job->n_bytes, error);
	if (n_bytes < 0)
		return NULL;
	return g_bytes_new_take(g_steal_pointer(&bytes), (gsize)n_bytes);
}

GString *
oq_text_input_load(const OqOpenJob *job, GError **error)
{
	g_autoptr(GBytes) bytes = oq_text_input_read(job, error);
	if (bytes == NULL)
		return NULL;
	gsize n_bytes;
	const char *data = g_bytes_get_data(bytes, &n_bytes);
	return oq_text_input_decode(data, n_bytes, job->encoding, NULL, error);
}
