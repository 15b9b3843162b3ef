/* text_input.c - see the header. */
#include "open/text_input.h"

#include "document/encoding.h"
#include "document/sniff.h"
#include "open/limits.h"

#include <string.h>

/* What is neither UTF-8 nor says what it is: Kazakh, as KZ-1048 holds all that windows-1251 has of
 * Russian. */
#define FALLBACK "KZ-1048"

GBytes *
oq_text_input_read(const OqOpenJob *job, GError **error)
{
	if (job->n_bytes > (guint64)OQ_LIMIT_TREE_MB << 20) {
		g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "MB: %d", OQ_LIMIT_TREE_MB);
		return NULL;
	}
	g_autofree guint8 *bytes = g_malloc(job->n_bytes + 1);
	gssize n = oq_loader_read(job, 0, bytes, job->n_bytes, error);
	return n >= 0 ? g_bytes_new_take(g_steal_pointer(&bytes), (gsize)n) : NULL;
}

static GString *
as_utf8(const char *bytes, gsize n_bytes)
{
	static const char bom[] = "\357\273\277";
	gsize n_bom = n_bytes >= 3 && memcmp(bytes, bom, 3) == 0 ? 3 : 0;
	g_autofree char *valid = g_utf8_make_valid(bytes + n_bom, (gssize)(n_bytes - n_bom));
	return g_string_new(valid);
}

static GString *
decode(const char *bytes, gsize n_bytes, OqEncoding *encoding)
{
	GString *text = g_string_new(NULL);
	oq_encoding_decode(encoding, bytes, n_bytes, text);
	oq_encoding_finish(encoding, text);
	if (g_str_has_prefix(text->str, "\357\273\277"))
		g_string_erase(text, 0, 3);
	return text;
}

GString *
oq_text_input_decode(
	const char *bytes, gsize n_bytes, const char *named, const char *declared, GError **error)
{
	gsize n_bom;
	const char *name = named != NULL ? named : oq_sniff_bom(bytes, n_bytes, &n_bom);
	if (name == NULL && g_utf8_validate_len(bytes, n_bytes, NULL))
		return as_utf8(bytes, n_bytes);
	g_autoptr(OqEncoding) encoding = NULL;
	g_autoptr(GError) failure = NULL;
	const char *const names[] = {name, name == NULL ? declared : NULL, FALLBACK};
	for (guint i = 0; i < G_N_ELEMENTS(names) && encoding == NULL; i++) {
		g_clear_error(&failure);
		if (names[i] == NULL || g_ascii_strcasecmp(names[i], "utf-8") == 0)
			continue;
		encoding = oq_encoding_new(names[i], &failure);
		if (encoding == NULL && named != NULL)
			break;
	}
	if (encoding != NULL)
		return decode(bytes, n_bytes, encoding);
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_ENCODING, "%s", named);
	return NULL;
}

/* glibc reads a file for each the first time, and keeps what was read while it is in use: so these
 * are never closed. */
void
oq_text_input_prepare(const char *named)
{
	const char *const names[] = {"KZ-1048", "windows-1251", "PT154", "KOI8-R", "CP866",
		"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252", "ISO-8859-5",
		"ISO-8859-1", named};
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		OqEncoding *kept = names[i] != NULL ? oq_encoding_new(names[i], NULL) : NULL;
		(void)kept;
	}
}
