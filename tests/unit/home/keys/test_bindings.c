#include "home/keys/bindings.h"

#include <glib/gstdio.h>

#include <string.h>

typedef struct {
	OqLayouts *layouts;
	OqBindings *bindings;
	GPtrArray *notices;
} Case;

static void
open_case(Case *it, const OqBindingsLine *lines)
{
	g_autoptr(GError) error = NULL;
	gsize n_lines = 0;
	while (lines != NULL && lines[n_lines].action != NULL)
		n_lines++;
	it->layouts = oq_layouts_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	it->notices = g_ptr_array_new_with_free_func(g_free);
	it->bindings = oq_bindings_new(it->layouts, lines, n_lines, it->notices);
}

static void
close_case(Case *it)
{
	oq_bindings_free(it->bindings);
	oq_layouts_free(it->layouts);
	g_ptr_array_unref(it->notices);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, close_case)

static OqAction
take(Case *it, const char *name, guint *count)
{
	OqKey key;
	g_assert_true(oq_key_parse(name, &key));
	return oq_bindings_take(it->bindings, &key, count);
}

/* Keys with blanks between them, and what they do: "sentence-on:5"; a figure is the count so far.
 */
static void
assert_done_by(Case *it, const char *keys, const char *expected)
{
	g_autoptr(GString) done = g_string_new(NULL);
	g_auto(GStrv) names = g_strsplit(keys, " ", -1);
	for (guint i = 0; names[i] != NULL; i++) {
		guint count = G_MAXUINT;
		OqAction action = take(it, names[i], &count);
		if (done->len > 0)
			g_string_append_c(done, ' ');
		if (action == OQ_ACTION_NONE)
			g_string_append_printf(done, "%u", count);
		else if (count == 1)
			g_string_append(done, oq_actions_row(action)->name);
		else
			g_string_append_printf(done, "%s:%u", oq_actions_row(action)->name, count);
	}
	g_test_message("%s", keys);
	g_assert_cmpstr(done->str, ==, expected);
}

static void
assert_done(const char *keys, const char *expected)
{
	g_auto(Case) it;
	open_case(&it, NULL);
	assert_done_by(&it, keys, expected);
}

static void
test_usual(void)
{
	assert_done("space Left Right Up Down", "pause sentence-back sentence-on paragraph-back "
						"paragraph-on");
	assert_done("Page_Up Page_Down Home End", "heading-back heading-on start end");
	assert_done("Ctrl+Left Ctrl+Right w r", "word-back word-on word repeat");
	assert_done("+ = - [ ] ( )", "faster faster slower pitch-down pitch-up softer louder");
	assert_done("/ n N g b B t s",
		"find find-next find-previous go bookmark bookmarks where sleep");
	assert_done(", . p v o c", "seconds-back seconds-on study-pause voice outline correct");
	assert_done("? F1 q Ctrl+c Ctrl+z", "help say-help quit quit suspend");
	assert_done("x Alt+w Ctrl+w F2 Enter Shift+Left", "0 0 0 0 0 0");
}

/* As they are typed by the same keys. */
static void
test_russian(void)
{
	assert_done("ц к х ъ Т И и",
		"word repeat pitch-down pitch-up find-previous bookmarks bookmark");
	assert_done("б ю е ы з м щ с й",
		"seconds-back seconds-on where sleep study-pause voice outline "
		"correct quit");
	assert_done("т п + = - ( )", "find-next go faster faster slower softer louder");
	assert_done("ц . ,", "word find help");
}

static void
test_kazakh(void)
{
	assert_done("ө һ Һ Ұ Қ", "slower faster faster softer louder");
	assert_done("ц х ъ №", "word pitch-down pitch-up find");
	assert_done("ә ? б ю", "2 help:2 seconds-back seconds-on");
}

/* The row of figures has letters and signs there. */
static void
test_kazakh_figures(void)
{
	assert_done("ғ Right", "5 sentence-on:5");
	assert_done("ә қ Right", "2 20 sentence-on:20");
	assert_done("ү ұ Left", "8 89 sentence-back:89");
	assert_done("і ң . , \" w", "3 34 347 3476 9999 word:9999");
	assert_done("\" Right", "1 sentence-on");
}

/* The layout that was last betrayed is tried first, and English at the beginning. */
static void
test_betrayed(void)
{
	assert_done(". ,", "seconds-on seconds-back");
	assert_done("ц . w .", "word find word seconds-on");
	assert_done("ә Escape . Escape ц .", "2 0 7 0 word 7");
	assert_done("ц . Ctrl+c .", "word find quit find");
	assert_done("ц [ .", "word pitch-down seconds-on");
	assert_done("ц 5 + .", "word 5 faster:5 find");
}

/* What is typed into a prompt tells as much. */
static void
test_overheard(void)
{
	g_auto(Case) it;
	const OqKey kazakh = {.character = 0x4D9}, russian = {.character = 0x451};
	open_case(&it, NULL);
	oq_bindings_overhear(it.bindings, &russian);
	assert_done_by(&it, ".", "find");
	oq_bindings_overhear(it.bindings, &kazakh);
	assert_done_by(&it, ".", "7");
}

/* A sign that does nothing as the key that it may be does what it does as itself. */
static void
test_own_meaning(void)
{
	assert_done("ә Escape ( ) /", "2 0 softer louder find");
	assert_done("ц / ?", "word find help");
}

static void
test_capitals(void)
{
	assert_done("W Q V", "word quit voice");
	assert_done("Ц Й Х Ъ Б Ю", "word quit pitch-down pitch-up seconds-back seconds-on");
	assert_done("Ә Right", "2 sentence-on:2");
	assert_done("b B и И", "bookmark bookmarks bookmark bookmarks");
}

static void
test_counts(void)
{
	assert_done("5 Right Right", "5 sentence-on:5 sentence-on");
	assert_done("1 2 Right", "1 12 sentence-on:12");
	assert_done("5 Escape Right", "5 0 sentence-on");
	assert_done("5 x Right", "5 0 sentence-on");
	assert_done("0 Right", "0 sentence-on");
	assert_done("1 0 Right", "1 10 sentence-on:10");
	assert_done("9 9 9 9 9 9 9 9 9 9 9 9 Right",
		"9 99 999 9999 9999 9999 9999 9999 9999 9999 9999 9999 sentence-on:9999");
	assert_done("5 Alt+5 Right", "5 0 sentence-on");
}

static void
test_paste(void)
{
	g_auto(Case) it;
	const OqKey paste = {.kind = OQ_KEY_PASTE, .text = "q"};
	guint count;
	open_case(&it, NULL);
	g_assert_cmpint(oq_bindings_take(it.bindings, &paste, &count), ==, OQ_ACTION_NONE);
	g_assert_cmpuint(count, ==, 0);
}

/* A terminal may tell of Ctrl and a Cyrillic letter. */
static void
test_ctrl(void)
{
	assert_done("Ctrl+с Ctrl+я", "quit suspend");
}

static void
test_without_layouts(void)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqBindings) bindings = oq_bindings_new(NULL, NULL, 0, notices);
	const OqKey small = {.character = 'w'}, cyrillic = {.character = 0x446};
	guint count;
	g_assert_cmpint(oq_bindings_take(bindings, &small, &count), ==, OQ_ACTION_WORD);
	g_assert_cmpint(oq_bindings_take(bindings, &cyrillic, &count), ==, OQ_ACTION_NONE);
}

/* ---- what the user chooses ---- */

static void
assert_notices(const Case *it, const char *expected)
{
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = 0; i < it->notices->len; i++)
		g_string_append_printf(all, "%s\n", (char *)it->notices->pdata[i]);
	g_assert_cmpstr(all->str, ==, expected);
}

static void
assert_chosen(
	const OqBindingsLine *lines, const char *keys, const char *expected, const char *notices)
{
	g_auto(Case) it;
	open_case(&it, lines);
	assert_done_by(&it, keys, expected);
	assert_notices(&it, notices);
}

static void
test_chosen(void)
{
	assert_chosen((const OqBindingsLine[]){{"pause", "Enter  x", NULL}, {NULL}},
		"Enter x space", "pause pause 0", "");
	assert_chosen((const OqBindingsLine[]){{"voice", "", NULL}, {NULL}}, "v", "0", "");
	assert_chosen(
		(const OqBindingsLine[]){{"pause", "q", NULL}, {"quit", "space", NULL}, {NULL}},
		"q space Ctrl+c", "pause quit quit", "");
	assert_chosen(
		(const OqBindingsLine[]){{"pause", "Space", NULL}, {NULL}}, "space", "pause", "");
}

/* Called as in the Russian layout; the key does the same in all. */
static void
test_chosen_in_russian(void)
{
	assert_chosen((const OqBindingsLine[]){{"voice", "я", NULL}, {NULL}}, "z я v",
		"voice voice 0", "");
}

static void
test_chosen_wrongly(void)
{
	assert_chosen((const OqBindingsLine[]){{"paus", "x", NULL}, {"voice", "z", NULL}, {NULL}},
		"x z", "0 voice", "there is no action “paus”; did you mean “pause”?\n");
	assert_chosen((const OqBindingsLine[]){{"pause", "Spcae x", NULL}, {NULL}}, "x space",
		"pause 0", "Spcae, for “pause”, is no key\n");
	assert_chosen((const OqBindingsLine[]){{"pause", "5 Escape Ctrl+c x ә", NULL}, {NULL}}, "x",
		"pause",
		"5 cannot be chosen for “pause”\n"
		"Escape cannot be chosen for “pause”\n"
		"Ctrl+c cannot be chosen for “pause”\n"
		"ә cannot be chosen for “pause”\n");
	assert_chosen((const OqBindingsLine[]){{"quit", "Ctrl+c x", NULL}, {NULL}}, "x Ctrl+c q",
		"quit quit 0", "");
}

/* A slip does not take a key away. */
static void
test_nothing_chosen(void)
{
	assert_chosen((const OqBindingsLine[]){{"pause", "Spcae", NULL}, {NULL}}, "space", "pause",
		"Spcae, for “pause”, is no key\n");
}

static void
test_chosen_twice(void)
{
	assert_chosen(
		(const OqBindingsLine[]){{"pause", "x", NULL}, {"voice", "x z", NULL}, {NULL}},
		"x z", "pause voice", "x, for “voice”, is the key of “pause” already\n");
	assert_chosen((const OqBindingsLine[]){{"pause", "x x", NULL}, {NULL}}, "x", "pause", "");
	assert_chosen((const OqBindingsLine[]){{"pause", "z я", NULL}, {NULL}}, "z", "pause", "");
}

/* From an action that usually has it. */
static void
test_taken_away(void)
{
	assert_chosen((const OqBindingsLine[]){{"pause", "p", NULL}, {NULL}}, "p", "pause",
		"“study-pause” has lost its key p; give it another one\n");
	assert_chosen(
		(const OqBindingsLine[]){{"pause", "=", NULL}, {NULL}}, "= +", "pause faster", "");
}

static void
test_key(void)
{
	g_auto(Case) it;
	OqKey key;
	open_case(&it, (const OqBindingsLine[]){{"quit", "x", NULL}, {"voice", "", NULL}, {NULL}});
	g_assert_true(oq_bindings_key(it.bindings, OQ_ACTION_QUIT, &key));
	g_assert_cmpuint(key.character, ==, 'x');
	g_assert_false(oq_bindings_key(it.bindings, OQ_ACTION_VOICE, &key));
	g_assert_true(oq_bindings_knows(it.bindings, &key));
	key.character = '0';
	g_assert_true(oq_bindings_knows(it.bindings, &key));
	key.character = '%';
	g_assert_false(oq_bindings_knows(it.bindings, &key));
}

/* What is wrong in config.ini is told with its line. */
static void
test_configured(void)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "config.ini", NULL);
	const char *text =
		"[keys]\npause = x\nfastre = k\nvoice =\n\nquit = Ctrl+nothing\ndance = d\n";
	g_auto(Case) it;
	open_case(&it, NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	g_autoptr(OqConfig) config = oq_config_load(path, it.notices);
	oq_bindings_free(it.bindings);
	it.bindings = oq_bindings_new_configured(it.layouts, config, it.notices);
	assert_done_by(&it, "x v q", "pause 0 quit");
	assert_notices(&it,
		"config.ini, line 3: there is no action “fastre”; did you mean “faster”?\n"
		"config.ini, line 6: Ctrl+nothing, for “quit”, is no key\n"
		"config.ini, line 7: there is no action “dance”; oqyrman config shows all of "
		"them\n");
	g_assert_cmpint(g_remove(path) + g_rmdir(folder), ==, 0);
}

/* ---- help ---- */

/* What can be said: phrases that end, each behind the keys that do it. */
static void
test_help(void)
{
	g_auto(Case) it;
	open_case(&it,
		(const OqBindingsLine[]){{"voice", "", NULL}, {"pause", "x Ctrl+p", NULL}, {NULL}});
	g_autofree char *help = oq_bindings_help(it.bindings);
	g_assert_nonnull(strstr(help, "\nx or Control and p: pause, or go on.\n"));
	g_assert_nonnull(strstr(help, "\nplus or equals sign: faster.\n"));
	g_assert_nonnull(strstr(help, "\nShift and n: find it again further back.\n"));
	g_assert_null(strstr(help, "the next voice"));
	g_auto(GStrv) lines = g_strsplit(help, "\n", -1);
	for (guint i = 0; lines[i + 1] != NULL; i++) {
		g_assert_true(lines[i][0] == '\0' || g_str_has_suffix(lines[i], "."));
		g_assert_null(strpbrk(lines[i], "+()[]/?_%"));
	}
	g_assert_true(g_str_has_suffix(help, ".\n"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bindings/usual", test_usual);
	g_test_add_func("/bindings/russian", test_russian);
	g_test_add_func("/bindings/kazakh", test_kazakh);
	g_test_add_func("/bindings/kazakh-figures", test_kazakh_figures);
	g_test_add_func("/bindings/betrayed", test_betrayed);
	g_test_add_func("/bindings/overheard", test_overheard);
	g_test_add_func("/bindings/own-meaning", test_own_meaning);
	g_test_add_func("/bindings/capitals", test_capitals);
	g_test_add_func("/bindings/counts", test_counts);
	g_test_add_func("/bindings/paste", test_paste);
	g_test_add_func("/bindings/ctrl", test_ctrl);
	g_test_add_func("/bindings/without-layouts", test_without_layouts);
	g_test_add_func("/bindings/chosen", test_chosen);
	g_test_add_func("/bindings/chosen-in-russian", test_chosen_in_russian);
	g_test_add_func("/bindings/chosen-wrongly", test_chosen_wrongly);
	g_test_add_func("/bindings/nothing-chosen", test_nothing_chosen);
	g_test_add_func("/bindings/chosen-twice", test_chosen_twice);
	g_test_add_func("/bindings/taken-away", test_taken_away);
	g_test_add_func("/bindings/configured", test_configured);
	g_test_add_func("/bindings/key", test_key);
	g_test_add_func("/bindings/help", test_help);
	return g_test_run();
}
