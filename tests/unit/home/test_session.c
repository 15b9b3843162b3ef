#include "session_case.h"

/* Who leaves before the first word has not found an empty text. */
static void
test_leaves_at_once(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {{"q", NULL}};
	SESSION_CASE_RUN(f, steps);
}

static void
test_moves(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"Right", "Төрт бес алты."},
		{"Down", "Он жиырма отыз."},
		{"Up", "Төрт бес алты."},
		{"Right", "Жеті сегіз тоғыз."},
		{"2", NULL},
		{"Left", "Бір екі үш."},
		{"End", "Он жиырма отыз."},
		{"Home", "Бір екі үш."},
		{"Left", "the beginning of the text"},
		{"Page_Down", "the end of the text"},
		{"q", NULL},
	};
	SESSION_CASE_RUN(f, steps);
	/* each once, and a sentence whenever it was reached */
	g_assert_cmpuint(session_case_count(f, "the beginning of the text"), ==, 1);
	g_assert_cmpuint(session_case_count(f, "the end of the text"), ==, 1);
	g_assert_cmpuint(session_case_count(f, "Жеті сегіз тоғыз."), ==, 1);
}

static void
test_voice(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"+", "speed 140"},
		{"5", NULL},
		{"+", "speed 190"},
		{"9", NULL},
		{"9", NULL},
		{"-", "speed 60"},
		{"]", "pitch 55"},
		{"[", "pitch 50"},
		{"3", NULL},
		{"(", "volume 85"},
		{"9", NULL},
		{"9", NULL},
		{"(", "silent"},
		{")", "volume 5"},
		{"p", "3 seconds of pause"},
		{"p", "no pause"},
		{"7", NULL},
		{"p", "7 seconds of pause"},
		{"Escape", "Төрт бес алты."},
		{"q", NULL},
	};
	SESSION_CASE_RUN(f, steps);
	g_assert_cmpuint(session_case_count(f, "Бір екі үш."), ==, 1);
}

static void
test_tells(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"space", NULL},
		{"w", "word 1 of 3"},
		{"t", "Мәтін, 0 per cent"},
		{"?", "keys are listed"},
		{"o", "no headings"},
		{"b", "no bookmarks are kept"},
		{"B", "no bookmarks in this text"},
		{"n", "nothing was looked for"},
		{"q", NULL},
	};
	SESSION_CASE_RUN(f, steps);
}

/* What is asked in the middle of an answer is asked of the text. */
static void
test_tells_at_once(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"t", "Мәтін, 0 per cent"},
		{"w", "Бір, word 1 of 3"},
		{"t", "Мәтін, 0 per cent"},
		{"c", "how is Бір said"},
		{"Escape", "never mind"},
		{"Right", "Төрт бес алты."},
		{"q", NULL},
	};
	SESSION_CASE_RUN(f, steps);
}

/* During a pause a jump is heard as what it has reached, and the pause stays. */
static void
test_pause(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"space", NULL},
		{"Right", "Төрт бес алты."},
		{"Right", "Жеті сегіз тоғыз."},
		{"Ctrl+Right", "сегіз"},
		{"r", "Жеті сегіз тоғыз."},
		{"q", NULL},
	};
	SESSION_CASE_RUN(f, steps);
}

static gboolean
paste(gpointer data)
{
	const OqKey key = {.kind = OQ_KEY_PASTE, .text = "qqq"};
	SessionCase *f = data;
	if (f->session == NULL)
		return G_SOURCE_CONTINUE;
	oq_session_take_any_key(f->session, &key);
	oq_session_take_any_key(f->session, &key);
	return G_SOURCE_REMOVE;
}

/* Told once. */
static void
test_paste(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"F2", "pasted text is not read as keys"},
		{"F2", "Төрт бес алты."},
		{"q", NULL},
	};
	g_autoptr(GSource) source = g_idle_source_new();
	g_source_set_callback(source, paste, f, NULL);
	g_source_attach(source, f->context);
	SESSION_CASE_RUN(f, steps);
	g_assert_cmpuint(session_case_count(f, "pasted text"), ==, 1);
}

/* Not for each of them; figures, and what clears them, are keys. */
static void
test_unknown(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"0", NULL},
		{"Escape", NULL},
		{"+", "speed 140"},
		{"F2", "this key does nothing; F 1 says the keys, question mark lists them"},
		{"F2", NULL},
		{"x", NULL},
		{"Right", "Төрт бес алты."},
		{"q", "ended"},
	};
	SESSION_CASE_RUN(f, steps);
	g_assert_cmpuint(session_case_count(f, "this key does nothing"), ==, 1);
}

/* Another key than q breaks off what is said then. */
static void
test_leaves_sooner(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"q", "ended"},
		{"Right", NULL},
	};
	SESSION_CASE_RUN(f, steps);
	g_assert_cmpuint(session_case_count(f, "Төрт бес алты."), ==, 0);
}

/* Several files: which one it is is told by its name. */
static void
test_chapters(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	static const SessionStep steps[] = {
		{"Escape", "Бір екі үш."},
		{"t", "1, chapter 1 of 3, 0 per cent"},
		{"Page_Down", "2, chapter 2 of 3"},
		{"Escape", "Төрт бес алты."},
		{"space", NULL},
		{"Page_Down", "3, chapter 3 of 3"},
		{"t", "3, chapter 3 of 3, "},
		{"Page_Down", "the end of the text"},
		{"Page_Up", "2, chapter 2 of 3"},
		{"Right", "Жеті."},
		{"g", "go to"},
		{"h", NULL},
		{"1", NULL},
		{"Enter", "1, chapter 1 of 3"},
		{"space", "Бір екі үш."},
		{"q", NULL},
	};
	static const char *const contents[] = {
		"Бір екі үш.", "Төрт бес алты. Жеті.", "Он жиырма отыз."};
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	char *paths[G_N_ELEMENTS(contents) + 1] = {NULL};

	for (guint i = 0; i < G_N_ELEMENTS(contents); i++) {
		paths[i] = g_strdup_printf("%s/%u.txt", folder, i + 1);
		g_assert_true(g_file_set_contents(paths[i], contents[i], -1, NULL));
	}
	f->texts = (const char *const *)paths;
	f->parts.title = "1";
	SESSION_CASE_RUN(f, steps);
	/* the number of the first file is not that of the chapter */
	g_assert_cmpuint(session_case_count(f, "1, 3, "), ==, 0);
	g_assert_cmpuint(session_case_count(f, "1, 2, "), ==, 0);
	session_case_remove_folder(folder);
	for (guint i = 0; i < G_N_ELEMENTS(contents); i++)
		g_free(paths[i]);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	SESSION_CASE_ADD("/session/leaves-at-once", test_leaves_at_once);
	SESSION_CASE_ADD("/session/moves", test_moves);
	SESSION_CASE_ADD("/session/voice", test_voice);
	SESSION_CASE_ADD("/session/tells", test_tells);
	SESSION_CASE_ADD("/session/tells-at-once", test_tells_at_once);
	SESSION_CASE_ADD("/session/pause", test_pause);
	SESSION_CASE_ADD("/session/paste", test_paste);
	SESSION_CASE_ADD("/session/unknown", test_unknown);
	SESSION_CASE_ADD("/session/leaves-sooner", test_leaves_sooner);
	SESSION_CASE_ADD("/session/chapters", test_chapters);
	return g_test_run();
}
