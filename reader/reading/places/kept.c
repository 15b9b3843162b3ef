/* kept.c - see the header. */
#include "reading/places/kept.h"

#include "base/line.h"

#define FORM_GROUP   "oqyrman"
#define FORM_KEY     "version"
#define FORM_VERSION 1

G_DEFINE_QUARK(oq_kept_error, oq_kept_error)

GKeyFile *
oq_kept_new(void)
{
	GKeyFile *file = g_key_file_new();

	g_key_file_set_integer(file, FORM_GROUP, FORM_KEY, FORM_VERSION);
	return file;
}

gboolean
oq_kept_damaged(GError **error, const char *what)
{
	g_set_error_literal(error, OQ_KEPT_ERROR, OQ_KEPT_ERROR_DAMAGED, what);
	return FALSE;
}

GKeyFile *
oq_kept_parse(const char *bytes, gsize n_bytes, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(GError) failure = NULL;
	guint64 version = 0;

	if (!g_key_file_load_from_data(
		    file, n_bytes > 0 ? bytes : "", n_bytes, G_KEY_FILE_NONE, &failure)) {
		oq_kept_damaged(error, failure->message);
		return NULL;
	}
	if (!oq_kept_number(file, FORM_GROUP, FORM_KEY, G_MAXUINT64, &version, error))
		return NULL;
	if (version == FORM_VERSION)
		return g_steal_pointer(&file);
	oq_kept_damaged(error, FORM_KEY);
	return NULL;
}

char *
oq_kept_print(GKeyFile *file, gsize *n_bytes)
{
	return g_key_file_to_data(file, n_bytes, NULL);
}

gboolean
oq_kept_number(GKeyFile *file, const char *group, const char *key, guint64 high, guint64 *value,
	GError **error)
{
	g_autofree char *text = g_key_file_get_value(file, group, key, NULL);

	return text == NULL || g_ascii_string_to_unsigned(text, 10, 0, high, value, NULL) ||
	       oq_kept_damaged(error, key);
}

gboolean
oq_kept_line(GKeyFile *file, const char *group, const char *key, gsize max_characters, char **value,
	GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autofree char *text = g_key_file_get_string(file, group, key, &failure);
	gboolean is_missing =
		g_error_matches(failure, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_KEY_NOT_FOUND) ||
		g_error_matches(failure, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND);
	if (failure != NULL && !is_missing)
		return oq_kept_damaged(error, key);
	*value = oq_line_new(text, -1, max_characters);
	return TRUE;
}
