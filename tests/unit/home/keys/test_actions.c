#include "home/keys/actions.h"

#include "home/keys/key.h"

#include <string.h>

static gboolean
is_name(const char *name)
{
	for (const char *p = name; *p != '\0'; p++)
		if (!g_ascii_islower(*p) && *p != '-')
			return FALSE;
	return name[0] != '\0' && name[0] != '-';
}

/* Each has its own name, which config.ini can have, and a phrase that can be said. */
static void
test_rows(void)
{
	for (OqAction action = OQ_ACTION_NONE + 1; action < OQ_N_ACTIONS; action++) {
		const OqActionRow *row = oq_actions_row(action);
		g_assert_true(is_name(row->name));
		g_assert_cmpint(oq_actions_find(row->name), ==, action);
		g_assert_true(g_ascii_islower(row->meaning[0]));
		g_assert_null(strpbrk(row->meaning, "()[]/+*\n."));
	}
}

static void
test_find(void)
{
	g_assert_cmpint(oq_actions_find("pause"), ==, OQ_ACTION_PAUSE);
	g_assert_cmpint(oq_actions_find("suspend"), ==, OQ_ACTION_SUSPEND);
	g_assert_cmpint(oq_actions_find("Pause"), ==, OQ_ACTION_NONE);
	g_assert_cmpint(oq_actions_find(""), ==, OQ_ACTION_NONE);
	g_assert_cmpstr(oq_actions_suggest("fastre"), ==, "faster");
	g_assert_cmpstr(oq_actions_suggest("suspnd"), ==, "suspend");
	g_assert_cmpstr(oq_actions_suggest("Pause"), ==, "pause");
	g_assert_null(oq_actions_suggest("dance"));
}

/* A group stands together, so that help can explain it under one head. */
static void
test_groups(void)
{
	OqActionGroup group = OQ_ACTIONS_FIRST;
	for (OqAction action = OQ_ACTION_NONE + 1; action < OQ_N_ACTIONS; action++) {
		g_assert_cmpint(oq_actions_row(action)->group, >=, group);
		group = oq_actions_row(action)->group;
		g_assert_cmpstr(oq_actions_group(group), !=, "");
	}
	g_assert_cmpint(group, ==, OQ_N_ACTION_GROUPS - 1);
}

/* The keys are keys, named as they are shown, and each does one thing. */
static void
test_keys(void)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (OqAction action = OQ_ACTION_NONE + 1; action < OQ_N_ACTIONS; action++) {
		g_auto(GStrv) names = g_strsplit(oq_actions_row(action)->keys, " ", -1);
		g_assert_nonnull(names[0]);
		for (guint i = 0; names[i] != NULL; i++) {
			OqKey key;
			g_assert_true(oq_key_parse(names[i], &key));
			g_assert_false(g_unichar_isdigit(key.character));
			g_autofree char *name = oq_key_name(&key);
			g_assert_cmpstr(name, ==, names[i]);
			g_assert_true(g_hash_table_add(seen, g_steal_pointer(&name)));
		}
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/actions/rows", test_rows);
	g_test_add_func("/actions/find", test_find);
	g_test_add_func("/actions/groups", test_groups);
	g_test_add_func("/actions/keys", test_keys);
	return g_test_run();
}
