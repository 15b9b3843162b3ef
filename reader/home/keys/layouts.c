/* layouts.c - see the header. */
#include "home/keys/layouts.h"

#include "base/rows.h"

#define TABLE "layouts.tsv"

enum { KEY, FIRST };
static const char *const columns[] = {
	"key", "us", "us_shift", "ru", "ru_shift", "kz", "kz_shift", NULL};
#define N_COLUMNS (FIRST + 2 * OQ_N_LAYOUTS)
G_STATIC_ASSERT(G_N_ELEMENTS(columns) == N_COLUMNS + 1);

struct _OqLayouts {
	GHashTable *keys[OQ_N_LAYOUTS]; /* by character: the English sign, as pointers */
};

void
oq_layouts_free(OqLayouts *layouts)
{
	if (layouts == NULL)
		return;
	for (guint i = 0; i < OQ_N_LAYOUTS; i++)
		g_hash_table_unref(layouts->keys[i]);
	g_free(layouts);
}

static gboolean
add_row(gpointer into, const OqRow *row, GError **error)
{
	OqLayouts *layouts = into;
	gunichar signs[N_COLUMNS];
	for (guint i = FIRST; i < N_COLUMNS; i++)
		if (!oq_row_character(row, i, &signs[i], error))
			return FALSE;
	for (guint i = FIRST; i < N_COLUMNS; i++)
		g_hash_table_insert(layouts->keys[(i - FIRST) / 2], GUINT_TO_POINTER(signs[i]),
			GUINT_TO_POINTER(signs[FIRST + (i - FIRST) % 2]));
	return TRUE;
}

OqLayouts *
oq_layouts_load(const char *folder, GError **error)
{
	static const OqRows rows = {.columns = columns, .n_needed = N_COLUMNS, .add = add_row};
	g_autofree char *path = g_build_filename(folder, TABLE, NULL);
	g_autoptr(OqLayouts) layouts = g_new0(OqLayouts, 1);
	for (guint i = 0; i < OQ_N_LAYOUTS; i++)
		layouts->keys[i] = g_hash_table_new(NULL, NULL);
	return oq_rows_load(path, &rows, layouts, error) ? g_steal_pointer(&layouts) : NULL;
}

gunichar
oq_layouts_key(const OqLayouts *layouts, OqLayout layout, gunichar character)
{
	return GPOINTER_TO_UINT(
		g_hash_table_lookup(layouts->keys[layout], GUINT_TO_POINTER(character)));
}

OqLayout
oq_layouts_guess(const OqLayouts *layouts, OqLayout before, gunichar character)
{
	OqLayout first = before;
	guint n = 0;
	for (guint i = OQ_N_LAYOUTS; i-- > 0;)
		if (oq_layouts_key(layouts, i, character) != 0) {
			first = i;
			n++;
		}
	if (oq_layouts_key(layouts, before, character) != 0)
		return before;
	return n == 1 || g_unichar_isalpha(character) ? first : before;
}
