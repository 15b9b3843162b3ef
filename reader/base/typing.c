/* typing.c - see the header. */
#include "base/typing.h"

#include "base/rows.h"

struct _OqTyping {
	GHashTable *typed; /* of strings, by letters */
	glong max_letters;
};

enum { LETTERS, TYPED };

static gboolean
add_row(gpointer into, const OqRow *row, G_GNUC_UNUSED GError **error)
{
	OqTyping *typing = into;
	const char *letters = oq_row_cell(row, LETTERS);
	typing->max_letters = MAX(typing->max_letters, g_utf8_strlen(letters, -1));
	g_hash_table_insert(typing->typed, g_strdup(letters), g_strdup(oq_row_cell(row, TYPED)));
	return TRUE;
}

OqTyping *
oq_typing_load(const char *path, GError **error)
{
	static const char *const columns[] = {"letters", "typed", NULL};
	static const OqRows rows = {columns, 2, NULL, 0, add_row};
	g_autoptr(OqTyping) typing = g_new0(OqTyping, 1);
	typing->typed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return oq_rows_load(path, &rows, typing, error) ? g_steal_pointer(&typing) : NULL;
}

void
oq_typing_free(OqTyping *typing)
{
	if (typing == NULL)
		return;
	g_hash_table_unref(typing->typed);
	g_free(typing);
}

/* (nullable): what the longest letters at the place are typed as; *end is behind them. */
static const char *
look_up(const OqTyping *typing, const char *place, const char **end)
{
	const char *ends[8] = {place};
	glong n_letters = 0;
	glong max_letters = MIN(typing->max_letters, (glong)G_N_ELEMENTS(ends) - 1);
	for (; n_letters < max_letters && *ends[n_letters] != '\0'; n_letters++)
		ends[n_letters + 1] = g_utf8_next_char(ends[n_letters]);
	for (; n_letters > 0; n_letters--) {
		g_autofree char *letters = g_strndup(place, (gsize)(ends[n_letters] - place));
		const char *typed = g_hash_table_lookup(typing->typed, letters);
		*end = ends[n_letters];
		if (typed != NULL)
			return typed;
	}
	return NULL;
}

char *
oq_typing_reduce(const OqTyping *typing, const char *text)
{
	g_autofree char *folded = g_utf8_casefold(text, -1);
	g_autofree char *composed = g_utf8_normalize(folded, -1, G_NORMALIZE_NFC);
	GString *reduced = g_string_new(NULL);
	for (const char *place = composed; *place != '\0';) {
		const char *end = NULL;
		const char *typed = look_up(typing, place, &end);
		if (typed != NULL)
			g_string_append(reduced, typed);
		else
			g_string_append_unichar(reduced, g_utf8_get_char(place));
		place = typed != NULL ? end : g_utf8_next_char(place);
	}
	return g_string_free(reduced, FALSE);
}

gunichar
oq_typing_letter(const OqTyping *typing, gunichar letter)
{
	char letters[8] = {0};
	g_unichar_to_utf8(letter, letters);
	const char *typed = g_hash_table_lookup(typing->typed, letters);
	gboolean is_one = typed != NULL && g_utf8_strlen(typed, -1) == 1;
	return is_one ? g_utf8_get_char(typed) : letter;
}
