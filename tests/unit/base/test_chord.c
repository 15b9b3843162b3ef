#include "base/chord.h"

#include <string.h>

static void
test_written(void)
{
	static const struct {
		const char *written;
		const char *ours, *portal, *gtk, *xfce, *qt;
	} cases[] = {
		{"Ctrl+Alt+O", "Ctrl+Alt+O", "CTRL+ALT+o", "<Control><Alt>o", "<Primary><Alt>o",
			"Ctrl+Alt+O"},
		{"alt + CONTROL + o", "Ctrl+Alt+O", "CTRL+ALT+o", "<Control><Alt>o",
			"<Primary><Alt>o", "Ctrl+Alt+O"},
		{"Super+F9", "Super+F9", "LOGO+F9", "<Super>F9", "<Super>F9", "Meta+F9"},
		{"meta+f24", "Super+F24", "LOGO+F24", "<Super>F24", "<Super>F24", "Meta+F24"},
		{"Print", "Print", "Print", "Print", "Print", "Print"},
		{"shift+print", "Shift+Print", "SHIFT+Print", "<Shift>Print", "<Shift>Print",
			"Shift+Print"},
		{"Super+Shift+Alt+Ctrl+page_up", "Ctrl+Alt+Shift+Super+Page_Up",
			"CTRL+ALT+SHIFT+LOGO+Page_Up", "<Control><Alt><Shift><Super>Page_Up",
			"<Primary><Alt><Shift><Super>Page_Up", "Ctrl+Alt+Shift+Meta+PgUp"},
		{"Win+comma", "Super+comma", "LOGO+comma", "<Super>comma", "<Super>comma",
			"Meta+,"},
		{"Ctrl+KP_Add", "Ctrl+KP_Add", "CTRL+KP_Add", "<Control>KP_Add", "<Primary>KP_Add",
			"Ctrl+Num++"},
		{"primary+7", "Ctrl+7", "CTRL+7", "<Control>7", "<Primary>7", "Ctrl+7"},
		{"xf86audioplay", "XF86AudioPlay", "XF86AudioPlay", "XF86AudioPlay",
			"XF86AudioPlay", "Media Play"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		const char *wanted[] = {
			cases[i].ours, cases[i].portal, cases[i].gtk, cases[i].xfce, cases[i].qt};
		g_autoptr(GError) error = NULL;
		OqChord chord = {0, 0};
		g_test_message("%s", cases[i].written);
		g_assert_true(oq_chord_read(cases[i].written, &chord, &error));
		g_assert_no_error(error);
		for (OqChordStyle style = OQ_CHORD_OURS; style <= OQ_CHORD_QT; style++) {
			g_autofree char *written = oq_chord_write(&chord, style);
			g_assert_cmpstr(written, ==, wanted[style]);
		}
	}
}

static void
test_wrong(void)
{
	static const struct {
		const char *written;
		const char *told;
	} cases[] = {
		{"", "missing"},
		{" ", "missing"},
		{"Ctrl+Alt+", "missing"},
		{"Ctrl+Alt", "missing"},
		{"Super", "missing"},
		{"+", "none of Ctrl"},
		{"Ctlr+O", "“Ctlr” is none of Ctrl"},
		{"Ctrl-Alt-O", "no key “Ctrl-Alt-O”"},
		{"Ctrl+Pint", "did you mean Print"},
		{"Ctrl+Қ", "Latin letter"},
		{"Ctrl+\xff", "Latin letter"},
		{"Ctrl+exclam", "no key “exclam”"},
		{"O", "O alone is needed"},
		{"Shift+o", "Ctrl+Alt+O"},
		{"Home", "alone is needed"},
		{"Ctrl+O O", "no key “O O”"},
		{"Ctrl+O+Alt", "“O” is none of"},
		{"Ctrl+\033[31m", "“?[31m”"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		OqChord chord = {OQ_CHORD_ALT, 'x'};
		g_test_message("%s", cases[i].written);
		g_assert_false(oq_chord_read(cases[i].written, &chord, &error));
		g_assert_error(error, OQ_CHORD_ERROR, OQ_CHORD_ERROR_WRONG);
		g_assert_nonnull(strstr(error->message, cases[i].told));
		g_assert_cmpuint(chord.keysym, ==, 'x');
	}
}

static void
test_long(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *word = g_strnfill(100000, 'k');
	OqChord chord = {0, 0};
	g_assert_false(oq_chord_read(word, &chord, &error));
	g_assert_cmpint(strlen(error->message), <, 400);
}

static void
test_places(void)
{
	g_assert_cmpuint(oq_chord_place(&(OqChord){0, 'r'}), ==, 19);
	g_assert_cmpuint(oq_chord_place(&(OqChord){0, '1'}), ==, 2);
	g_assert_cmpuint(oq_chord_place(&(OqChord){0, ','}), ==, 51);
	g_assert_cmpuint(oq_chord_place(&(OqChord){0, 0xffbe}), ==, 0);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chord/written", test_written);
	g_test_add_func("/chord/wrong", test_wrong);
	g_test_add_func("/chord/long", test_long);
	g_test_add_func("/chord/places", test_places);
	return g_test_run();
}
