/* rtf_encodings.c - see the header. */
#include "open/loaders/rtf_encodings.h"

enum { MAX_TRIED = 64 };

struct _OqRtfEncodings {
	GHashTable *known; /* OqEncoding, by code page */
	guint n_tried;     /* each takes memory, known or not */
};

static void
free_encoding(gpointer data)
{
	oq_encoding_free(data);
}

OqRtfEncodings *
oq_rtf_encodings_new(void)
{
	OqRtfEncodings *encodings = g_new0(OqRtfEncodings, 1);
	encodings->known = g_hash_table_new_full(NULL, NULL, NULL, free_encoding);
	return encodings;
}

void
oq_rtf_encodings_free(OqRtfEncodings *encodings)
{
	if (encodings == NULL)
		return;
	g_hash_table_unref(encodings->known);
	g_free(encodings);
}

OqEncoding *
oq_rtf_encodings_find(OqRtfEncodings *encodings, gint code_page)
{
	gpointer key = GINT_TO_POINTER(code_page);
	OqEncoding *encoding = g_hash_table_lookup(encodings->known, key);
	if (encoding != NULL)
		return encoding;
	g_autofree char *name = g_strdup_printf("CP%d", code_page);
	if (code_page == OQ_RTF_RUSSIAN || encodings->n_tried++ < MAX_TRIED)
		encoding = oq_encoding_new(name, NULL);
	if (encoding != NULL)
		g_hash_table_insert(encodings->known, key, encoding);
	else if (code_page != OQ_RTF_RUSSIAN)
		encoding = oq_rtf_encodings_find(encodings, OQ_RTF_RUSSIAN);
	return encoding;
}
