#include "cli/setup/kde_shortcuts.h"

#include <string.h>

static const char table[] = "top=1\n"
			    "[kwin]\n"
			    "_k_friendly_name=Ctrl+Alt+O,KWin\n"
			    "Overview=Meta+W,Meta+W,Toggle\n"
			    "Expose=Ctrl+F9\\tCtrl+Alt+P,Ctrl+Alt+O,Present\n"
			    "none=none,Ctrl+Alt+O,None\n"
			    "\n"
			    "[ours]\n"
			    "_k_friendly_name=Ours\n"
			    "read=Ctrl+Alt+O,none,Read\n"
			    "[ours][deeper]\n"
			    "x=Alt+Meta+J,,\n";

static char *
find(guint modifiers, guint32 keysym, const char *but)
{
	return oq_kde_shortcuts_find(table, &(OqChord){modifiers, keysym}, but);
}

static void
test_found(void)
{
	g_autofree char *first = find(OQ_CHORD_SUPER, 'w', "ours");
	g_autofree char *second = find(OQ_CHORD_CTRL | OQ_CHORD_ALT, 'p', "ours");
	g_autofree char *own = find(OQ_CHORD_CTRL | OQ_CHORD_ALT, 'o', "ours");
	g_autofree char *other = find(OQ_CHORD_CTRL | OQ_CHORD_ALT, 'o', "kwin");
	g_autofree char *deeper = find(OQ_CHORD_SUPER | OQ_CHORD_ALT, 'j', "ours");
	g_assert_cmpstr(first, ==, "kwin: Overview");
	g_assert_cmpstr(second, ==, "kwin: Expose");
	g_assert_null(own);
	g_assert_cmpstr(other, ==, "ours: read");
	g_assert_cmpstr(deeper, ==, "ours: x");
	g_assert_null(find(OQ_CHORD_ALT, 'w', ""));
	g_assert_null(oq_kde_shortcuts_find("", &(OqChord){OQ_CHORD_ALT, 'w'}, ""));
}

static void
test_set(void)
{
	g_autofree char *gone = oq_kde_shortcuts_set(table, "ours", NULL);
	g_autofree char *back = oq_kde_shortcuts_set(gone, "ours", "a=b,c,d\n");
	g_autofree char *again = oq_kde_shortcuts_set(back, "ours", "a=b,c,d\n");
	g_autofree char *undone = oq_kde_shortcuts_set(back, "ours", NULL);
	g_autofree char *first = oq_kde_shortcuts_set("", "ours", "a=b,c,d\n");
	g_autofree char *torn = oq_kde_shortcuts_set("[a]\nb=c", "ours", "a=b,c,d\n");
	g_assert_null(strstr(gone, "[ours]\n"));
	g_assert_nonnull(strstr(gone, "[ours][deeper]\nx=Alt+Meta+J,,\n"));
	g_assert_true(g_str_has_suffix(back, "\n[ours]\na=b,c,d\n"));
	g_assert_cmpstr(again, ==, back);
	g_assert_cmpstr(undone, ==, gone);
	g_assert_cmpstr(first, ==, "[ours]\na=b,c,d\n");
	g_assert_cmpstr(torn, ==, "[a]\nb=c\n[ours]\na=b,c,d\n");
	g_assert_cmpuint(oq_kde_shortcuts_count(table, "ours"), ==, 1);
	g_assert_cmpuint(oq_kde_shortcuts_count(table, "kwin"), ==, 3);
	g_assert_cmpuint(oq_kde_shortcuts_count(gone, "ours"), ==, 0);
}

static void
test_codes(void)
{
	g_assert_cmphex(oq_kde_shortcuts_code(&(OqChord){OQ_CHORD_CTRL | OQ_CHORD_ALT, 'o'}), ==,
		0x0c00004f);
	g_assert_cmphex(oq_kde_shortcuts_code(&(OqChord){OQ_CHORD_SUPER, 0xffc6}), ==, 0x11000038);
	g_assert_cmphex(oq_kde_shortcuts_code(&(OqChord){OQ_CHORD_SHIFT, 0xff61}), ==, 0x03000009);
	g_assert_cmphex(oq_kde_shortcuts_code(&(OqChord){OQ_CHORD_CTRL, 0xffb1}), ==, 0x24000031);
	g_assert_cmphex(oq_kde_shortcuts_code(&(OqChord){OQ_CHORD_CTRL, 0xffab}), ==, 0x2400002b);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/kde_shortcuts/found", test_found);
	g_test_add_func("/kde_shortcuts/set", test_set);
	g_test_add_func("/kde_shortcuts/codes", test_codes);
	return g_test_run();
}
