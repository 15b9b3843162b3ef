/* key_names.c - see the header. */
#include "dispatcher/key_names.h"

#include "base/rows.h"

#include <glib/gi18n.h>

static const char *const kinds[] = {
	[OQ_KEY_NAME_KEY] = "key",
	[OQ_KEY_NAME_ICON] = "icon",
	NULL,
};

enum { NAME = 1, SPOKEN };
static const char *const columns[] = {"kind", "name", "spoken", NULL};

struct _OqKeyNames {
	GHashTable *spoken[OQ_N_KEY_NAMES];
};

/* As it is looked up. */
static char *
normalize(const char *name)
{
	return g_strdelimit(g_ascii_strdown(name, -1), "_ ", '-');
}

static gboolean
add_row(gpointer into, const OqRow *row, GError **error)
{
	OqKeyNames *names = into;
	const char *name = oq_row_cell(row, NAME);
	g_autofree char *normal = normalize(name);

	if (!g_str_equal(name, normal))
		return oq_row_refuse(
			row, error, _("“%s” is looked up as “%s”: write it so"), name, normal);
	g_hash_table_insert(names->spoken[row->kind], g_steal_pointer(&normal),
		g_strdup(oq_row_cell(row, SPOKEN)));
	return TRUE;
}

OqKeyNames *
oq_key_names_load(const char *folder, GError **error)
{
	static const OqRows rows = {columns, 3, kinds, 1, add_row};
	g_autofree char *path = g_build_filename(folder, "keys.tsv", NULL);
	g_autoptr(OqKeyNames) names = g_new0(OqKeyNames, 1);

	for (guint kind = 0; kind < OQ_N_KEY_NAMES; kind++)
		names->spoken[kind] =
			g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return oq_rows_load(path, &rows, names, error) ? g_steal_pointer(&names) : NULL;
}

void
oq_key_names_free(OqKeyNames *names)
{
	if (names == NULL)
		return;
	for (guint kind = 0; kind < OQ_N_KEY_NAMES; kind++)
		g_hash_table_unref(names->spoken[kind]);
	g_free(names);
}

const char *
oq_key_names_find(const OqKeyNames *names, OqKeyNameKind kind, const char *name)
{
	g_autofree char *normal = normalize(name);

	return g_hash_table_lookup(names->spoken[kind], normal);
}
