/* xml_source.c - see the header. */
#include "open/xml_source.h"

#include <string.h>

enum { CHUNK_BYTES = 4096, DECLARATION_BYTES = 256 };

void
oq_xml_source_clear(OqXmlSource *source)
{
	oq_member_free(source->member);
	g_clear_pointer(&source->bytes, g_bytes_unref);
	oq_encoding_free(source->encoding);
	memset(source, 0, sizeof *source);
}

static gssize
copy_bytes(const OqXmlSource *source, char *bytes, gsize n_bytes)
{
	gsize n_all;
	const char *all = g_bytes_get_data(source->bytes, &n_all);
	n_bytes = MIN(n_bytes, n_all - (gsize)source->offset);
	if (n_bytes > 0)
		memcpy(bytes, all + source->offset, n_bytes);
	return (gssize)n_bytes;
}

static gssize
read_raw(OqXmlSource *source, char *bytes, gsize n_bytes, GError **error)
{
	gssize n = source->bytes != NULL ? copy_bytes(source, bytes, n_bytes)
		   : source->job != NULL
			   ? oq_loader_read(source->job, source->offset, bytes, n_bytes, error)
			   : oq_member_read(source->member, bytes, n_bytes, error);
	source->offset += (guint64)MAX(n, 0);
	return n;
}

/* "encoding" of the declaration; NULL: none, or one that the parser knows without a table. */
static char *
declared(const char *bytes, gsize n_bytes)
{
	g_autofree char *head = g_strndup(bytes, MIN(n_bytes, DECLARATION_BYTES));
	const char *name = g_str_has_prefix(head, "<?xml") ? strstr(head, "encoding") : NULL;
	const char *end = strchr(head, '>');
	if (name == NULL || (end != NULL && name > end))
		return NULL;
	name += strcspn(name, "\"'");
	if (*name == '\0')
		return NULL;
	char *value = g_strndup(name + 1, strcspn(name + 1, "\"'"));
	if (g_ascii_strncasecmp(value, "utf", 3) == 0)
		g_clear_pointer(&value, g_free);
	return value;
}

static gboolean
choose_encoding(OqXmlSource *source, const char *bytes, gsize n_bytes, GError **error)
{
	g_autofree char *name = source->job != NULL && source->job->encoding != NULL
					? g_strdup(source->job->encoding)
					: declared(bytes, n_bytes);
	source->is_begun = TRUE;
	if (name != NULL)
		source->encoding = oq_encoding_new(name, error);
	return name == NULL || source->encoding != NULL;
}

gboolean
oq_xml_source_read(OqXmlSource *source, GString *piece, GError **error)
{
	char bytes[CHUNK_BYTES];
	g_string_truncate(piece, 0);
	gssize n = 1;
	while (n > 0 && piece->len == 0) { /* a piece may hold a part of a character alone */
		n = read_raw(source, bytes, sizeof bytes, error);
		if (n > 0 && !source->is_begun && !choose_encoding(source, bytes, (gsize)n, error))
			return FALSE;
		if (n > 0 && source->encoding != NULL)
			oq_encoding_decode(source->encoding, bytes, (gsize)n, piece);
		else if (n > 0)
			g_string_append_len(piece, bytes, n);
	}
	return n >= 0;
}
