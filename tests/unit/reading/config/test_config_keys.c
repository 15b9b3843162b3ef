#include "reading/config/config_keys.h"

static void
test_rows_are_whole(void)
{
	for (OqConfigKey key = 0; key < OQ_N_CONFIG_KEYS; key++) {
		const OqConfigRow *row = oq_config_keys_row(key);
		g_test_message("%s", row->name);
		g_assert_cmpint(row->group, <, OQ_CONFIG_GROUP_KEYS);
		g_assert_nonnull(row->standard);
		g_assert_nonnull(row->meaning);
		g_assert_true((row->type == OQ_CONFIG_NUMBER) == (row->high > row->low));
		g_assert_true(
			(row->type == OQ_CONFIG_CHOICE || row->type == OQ_CONFIG_CHOICES ||
				row->type == OQ_CONFIG_SOME_LANGUAGES) == (row->choices != NULL));
		g_assert_true(g_regex_match_simple("^[a-z]+(-[a-z]+)*$", row->name, 0, 0));
		/* a name is one key, whichever its group is */
		g_assert_cmpint(oq_config_keys_find(row->group, row->name), ==, key);
		g_assert_cmpint(oq_config_keys_elsewhere(row->name), ==, row->group);
	}
}

static void
test_keys(void)
{
	g_assert_cmpint(oq_config_keys_find(OQ_CONFIG_GROUP_VOICE, "speed"), ==, OQ_CONFIG_SPEED);
	g_assert_cmpint(oq_config_keys_find(OQ_CONFIG_GROUP_SCREEN, "speed"), ==, OQ_N_CONFIG_KEYS);
	g_assert_cmpint(oq_config_keys_find(OQ_CONFIG_GROUP_VOICE, ""), ==, OQ_N_CONFIG_KEYS);
	g_assert_cmpint(oq_config_keys_elsewhere("large"), ==, OQ_CONFIG_GROUP_SCREEN);
	g_assert_cmpint(oq_config_keys_elsewhere("small"), ==, OQ_N_CONFIG_GROUPS);
	g_assert_cmpstr(oq_config_keys_suggest(OQ_CONFIG_GROUP_VOICE, "spead"), ==, "speed");
	g_assert_null(oq_config_keys_suggest(OQ_CONFIG_GROUP_SCREEN, "spead"));
	g_assert_null(oq_config_keys_suggest(OQ_CONFIG_GROUP_KEYS, "speed"));
}

static void
test_groups(void)
{
	for (OqConfigGroup group = 0; group < OQ_N_CONFIG_GROUPS; group++) {
		const char *name = oq_config_keys_group(group);
		g_assert_cmpint(oq_config_keys_find_group(name), ==, group);
		g_assert_nonnull(oq_config_keys_group_meaning(group));
	}
	g_assert_cmpint(oq_config_keys_find_group("Voice"), ==, OQ_N_CONFIG_GROUPS);
	g_assert_cmpint(oq_config_keys_find_group(""), ==, OQ_N_CONFIG_GROUPS);
	g_assert_cmpstr(oq_config_keys_suggest_group("voices"), ==, "voice");
	g_assert_cmpstr(oq_config_keys_suggest_group("Keys"), ==, "keys");
	g_assert_null(oq_config_keys_suggest_group("sound"));
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/config-keys/rows-are-whole", test_rows_are_whole);
	g_test_add_func("/config-keys/keys", test_keys);
	g_test_add_func("/config-keys/groups", test_groups);
	return g_test_run();
}
