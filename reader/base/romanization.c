/* romanization.c - see the header. */
#include "base/romanization.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/rows.h"

#define TABLE   "romanization.tsv"
#define NOTHING "none"

enum { LETTER, LATIN, ASCII };

struct _OqRomanization {
	GHashTable *letters; /* of strings, by character */
};

static gboolean
add_row(gpointer into, const OqRow *row, GError **error)
{
	OqRomanization *romanization = into;
	gunichar letter;
	const char *ascii = oq_row_cell(row, ASCII);
	if (!oq_row_character(row, LETTER, &letter, error))
		return FALSE;
	if (*ascii == '\0')
		ascii = oq_row_cell(row, LATIN);
	if (!g_str_is_ascii(ascii))
		return oq_row_refuse(row, error, _("“%s” is not in ASCII"), ascii);
	g_hash_table_insert(romanization->letters, GUINT_TO_POINTER(letter),
		g_strdup(strcmp(ascii, NOTHING) == 0 ? "" : ascii));
	return TRUE;
}

OqRomanization *
oq_romanization_load(const char *folder, GError **error)
{
	static const char *const columns[] = {"letter", "latin", "ascii", NULL};
	static const OqRows rows = {.columns = columns, .n_needed = LATIN + 1, .add = add_row};
	g_autofree char *path = g_build_filename(folder, TABLE, NULL);
	g_autoptr(OqRomanization) romanization = g_new0(OqRomanization, 1);
	romanization->letters = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	return oq_rows_load(path, &rows, romanization, error) ? g_steal_pointer(&romanization)
							      : NULL;
}

void
oq_romanization_free(OqRomanization *romanization)
{
	if (romanization == NULL)
		return;
	g_hash_table_unref(romanization->letters);
	g_free(romanization);
}

/* A capital of several letters is all capitals among capitals only: "Sholpan", "ShARA" is not. */
static void
add_letters(const char *letters, gboolean is_capital, gboolean among_capitals, GString *out)
{
	for (gsize i = 0; letters[i] != '\0'; i++) {
		gboolean rises = is_capital && (i == 0 || among_capitals);
		g_string_append_c(out, rises ? g_ascii_toupper(letters[i]) : letters[i]);
	}
}

/* What stays of a Latin letter when its marks are taken off. FALSE: nothing. */
static gboolean
add_plain(gunichar character, GString *out)
{
	gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gsize n_parts = g_unichar_fully_decompose(character, TRUE, parts, G_N_ELEMENTS(parts));
	gsize n_before = out->len;
	for (gsize i = 0; i < n_parts; i++)
		if (parts[i] < 0x80 && !g_unichar_iscntrl(parts[i]))
			g_string_append_c(out, (char)parts[i]);
	return out->len > n_before;
}

static void
add_character(const OqRomanization *romanization, gunichar character, gboolean among_capitals,
	GString *out)
{
	gunichar small = g_unichar_tolower(character);
	const char *letters = romanization != NULL ? g_hash_table_lookup(romanization->letters,
							     GUINT_TO_POINTER(small))
						   : NULL;
	if (letters != NULL)
		add_letters(letters, small != character, among_capitals, out);
	else if (g_unichar_isspace(character) || g_unichar_iscntrl(character))
		g_string_append_c(out, ' ');
	else if (!g_unichar_ismark(character) && !g_unichar_iszerowidth(character) &&
		 !add_plain(character, out))
		g_string_append_c(out, '?');
}

char *
oq_romanization_ascii(const OqRomanization *romanization, const char *text)
{
	GString *out = g_string_new(NULL);
	g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
	g_autofree char *composed = g_utf8_normalize(valid, -1, G_NORMALIZE_NFC);
	gunichar before = 0;
	for (const char *at = composed; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		gunichar next = g_utf8_get_char(g_utf8_next_char(at));
		gboolean among_capitals = g_unichar_isupper(next) ||
					  (!g_unichar_isalpha(next) && g_unichar_isupper(before));
		add_character(romanization, character, among_capitals, out);
		before = character;
	}
	return g_string_free(out, FALSE);
}
