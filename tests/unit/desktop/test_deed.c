#include "desktop/deed.h"

#include "reading/config/config_keys.h"

#include <glib/gi18n.h>

static void
test_names(void)
{
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		OqDeed found = OQ_N_DEEDS;
		g_assert_true(oq_deed_parse(oq_deed_name(deed), &found));
		g_assert_cmpint(found, ==, deed);
		g_assert_cmpint(g_utf8_strlen(oq_deed_title(deed), -1), >, 0);
	}
	OqDeed deed = OQ_N_DEEDS;
	g_assert_true(oq_deed_parse("read-selection", &deed));
	g_assert_cmpint(deed, ==, OQ_DEED_READ_SELECTION);
	g_assert_true(oq_deed_parse("where", &deed));
	g_assert_cmpint(deed, ==, OQ_DEED_WHERE);
}

/* Each has its key in config.ini, in the same order. */
static void
test_configured(void)
{
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		const OqConfigRow *row = oq_config_keys_row(OQ_CONFIG_READ_SELECTION + deed);
		g_assert_cmpstr(row->name, ==, oq_deed_name(deed));
		g_assert_cmpint(row->type, ==, OQ_CONFIG_CHORD);
		g_assert_cmpstr(gettext(row->meaning), ==, oq_deed_title(deed));
	}
}

static void
test_others(void)
{
	static const char *const names[] = {
		"", "read", "Pause", "pause ", "read_selection", "next\n", "\xff"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		OqDeed deed = OQ_DEED_NEXT;
		g_assert_false(oq_deed_parse(names[i], &deed));
		g_assert_cmpint(deed, ==, OQ_DEED_NEXT);
	}
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/deed/names", test_names);
	g_test_add_func("/deed/configured", test_configured);
	g_test_add_func("/deed/others", test_others);
	return g_test_run();
}
