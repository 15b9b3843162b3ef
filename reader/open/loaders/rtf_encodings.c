/* rtf_encodings.c - see the header. */
#include "open/loaders/rtf_encodings.h"

static void
free_encoding(gpointer data)
{
	oq_encoding_free(data);
}

GHashTable *
oq_rtf_encodings_new(void)
{
	return g_hash_table_new_full(NULL, NULL, NULL, free_encoding);
}

OqEncoding *
oq_rtf_encodings_get(GHashTable *encodings, gint code_page)
{
	gpointer key = GINT_TO_POINTER(code_page);
	OqEncoding *encoding = g_hash_table_lookup(encodings, key);
	if (encoding != NULL)
		return encoding;
	g_autofree char *name = g_strdup_printf("CP%d", code_page);
	encoding = oq_encoding_new(name, NULL);
	if (encoding == NULL)
		encoding = oq_encoding_new("windows-1251", NULL);
	if (encoding != NULL)
		g_hash_table_insert(encodings, key, encoding);
	return encoding;
}
