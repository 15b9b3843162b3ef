/* skips.c - see the header. */
#include "text/rules/skips.h"

static const char *const names[] = {
	"notes", "references", "brackets", "addresses", "emoji", "heads"};
G_STATIC_ASSERT((1 << G_N_ELEMENTS(names)) - 1 == OQ_SKIPS_ALL);

/* 0: none has that name. */
static OqSkips
find(const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS(names); i++)
		if (g_str_equal(names[i], name))
			return 1u << i;
	return 0;
}

gboolean
oq_skips_read_list(const char *list, OqSkips *skips)
{
	g_auto(GStrv) given = g_strsplit(list, ",", -1);
	OqSkips found = 0;
	for (guint i = 0; given[i] != NULL; i++) {
		OqSkips skip = find(g_strstrip(given[i]));
		if (skip == 0)
			return FALSE;
		found |= skip;
	}
	*skips = found;
	return TRUE;
}
