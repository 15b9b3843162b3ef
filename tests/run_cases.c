/* run_cases.c - the cases that linguists write (README.md), one GLib test per row.
 * usage: run_cases CASES VOICES/kk [GLib's test options]
 *
 *     CASES/numbers/X.tsv     written, spoken, also heard (separated by " | "), note
 *     CASES/punctuation/some/X.tsv, all/X.tsv, CASES/spelling/X.tsv
 *                             the same with signs named, and spelled
 *     CASES/skips/WHAT/X.tsv  the same with that left out (text/rules/skips.h)
 *     CASES/segments/X.tsv    written (⏎ is a line break), its sentences (separated by " | "), -,
 * note CASES/sentences/X.txt   a sentence a line, an empty line between paragraphs
 *
 * A row that begins with ! is known to fail. */
#include "base/table.h"
#include "text/normalizer.h"
#include "text/spelling.h"

#include <locale.h>
#include <string.h>

#define LINE_BREAK "⏎"

enum { WRITTEN, SPOKEN, ALSO };
static const char *const columns[] = {"written", "spoken", "also", "note", NULL};

/** What a text became: its sentences as written or as spoken, and the rules that fired. */
typedef struct {
	GPtrArray *written;
	GPtrArray *spoken;
	GString *rules;
} Result;

/** What is asked of all cases in a folder. */
typedef struct {
	const char *name;
	gboolean split; /* expected are the sentences as written; else alternatives of the spoken */
	OqPunctuation level; /* OQ_PUNCTUATION_SPELLING: the text is spelled */
	OqSkips skips;
} Folder;

typedef struct {
	const OqLexicon *lexicon;
	const Folder *folder;
	char *place; /* calendar.tsv:41 */
	char *written;
	char **expected;
	gboolean known_to_fail;
} Case;

static void
result_init(Result *result)
{
	result->written = g_ptr_array_new_with_free_func(g_free);
	result->spoken = g_ptr_array_new_with_free_func(g_free);
	result->rules = g_string_new(NULL);
}

static void
result_clear(Result *result)
{
	g_ptr_array_unref(result->written);
	g_ptr_array_unref(result->spoken);
	g_string_free(result->rules, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Result, result_clear)

static char *
collapse_space(const char *text)
{
	g_auto(GStrv) words = g_strsplit_set(text, " \t\r\n", -1);
	GString *out = g_string_new(NULL);
	for (guint i = 0; words[i] != NULL; i++) {
		if (words[i][0] == '\0')
			continue;
		if (out->len > 0)
			g_string_append_c(out, ' ');
		g_string_append(out, words[i]);
	}
	return g_string_free(out, FALSE);
}

static void
collect(const OqUtterance *utterance, Result *result)
{
	g_ptr_array_add(result->written, collapse_space(utterance->text->str));
	g_ptr_array_add(result->spoken, g_strdup(utterance->spoken->str));
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		if (word->rule != NULL)
			g_string_append_printf(result->rules, " %.*s[%s]",
				(int)(word->spoken_end - word->spoken_start),
				utterance->spoken->str + word->spoken_start, word->rule);
	}
}

static void
spell_text(const OqLexicon *lexicon, const char *text, Result *result)
{
	g_autoptr(OqSpelling) spelling = oq_spelling_new(lexicon, text);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	while (oq_spelling_next(spelling, &utterance))
		collect(&utterance, result);
}

static void
read_text(const OqLexicon *lexicon, const Folder *folder, const char *text, Result *result)
{
	if (folder->level == OQ_PUNCTUATION_SPELLING) {
		spell_text(lexicon, text, result);
		return;
	}
	OqTaste taste = {.punctuation = folder->level,
		.languages = OQ_LANGUAGES_ALL,
		.skips = folder->skips};
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance))
		collect(&utterance, result);
}

static char *
join(GPtrArray *strings, const char *separator)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < strings->len; i++) {
		const char *string = g_ptr_array_index(strings, i);
		if (*string != '\0')
			g_string_append_printf(out, "%s%s", out->len > 0 ? separator : "", string);
	}
	return g_string_free(out, FALSE);
}

static gboolean
is_expected(const Case *c, const char *got)
{
	if (c->folder->split) {
		g_autofree char *expected = g_strjoinv(" | ", c->expected);
		return strcmp(expected, got) == 0;
	}
	return g_strv_contains((const char *const *)c->expected, got);
}

static void
run_case(gconstpointer data)
{
	const Case *c = data;
	g_auto(Result) result;
	result_init(&result);
	read_text(c->lexicon, c->folder, c->written, &result);
	g_autofree char *got =
		c->folder->split ? join(result.written, " | ") : join(result.spoken, " ");
	gboolean right = is_expected(c, got);
	if (right && c->known_to_fail)
		g_test_fail_printf("%s passes now: take its ! away", c->place);
	else if (!right && c->known_to_fail)
		g_test_incomplete("known to fail");
	else if (!right)
		g_test_fail_printf(
			"%s\n  written   %s\n  expected  %s\n  got       %s\n  rules    %s",
			c->place, c->written, c->expected[0], got, result.rules->str);
}

static void
free_case(gpointer data)
{
	Case *c = data;
	g_free(c->place);
	g_free(c->written);
	g_strfreev(c->expected);
	g_free(c);
}

/* Takes ownership of expected. */
static void
add_case(const OqLexicon *lexicon, const Folder *folder, const char *file, guint line,
	const char *written, char **expected)
{
	Case *c = g_new0(Case, 1);
	c->lexicon = lexicon;
	c->folder = folder;
	c->place = g_strdup_printf("%s:%u", file, line);
	c->known_to_fail = written[0] == '!';
	g_auto(GStrv) lines = g_strsplit(written + c->known_to_fail, LINE_BREAK, -1);
	c->written = g_strjoinv("\n", lines);
	c->expected = expected;
	g_autofree char *path = g_strdup_printf("/cases/%s", c->place);
	g_test_add_data_func_full(path, c, run_case, free_case);
}

/* The spoken column and the readings that are heard as well. */
static char **
read_alternatives(const OqTable *table, guint row)
{
	const char *also = oq_table_cell(table, row, ALSO);
	g_autofree char *all = g_strdup_printf(
		"%s%s%s", oq_table_cell(table, row, SPOKEN), also[0] != '\0' ? " | " : "", also);
	return g_strsplit(all, " | ", -1);
}

static void
add_table(const OqLexicon *lexicon, const Folder *folder, const char *path, const char *name)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqTable) table = oq_table_load_bare(path, columns, 2, NULL, &error);
	if (table == NULL)
		g_error("%s", error->message);
	for (guint row = 0; row < oq_table_n_rows(table); row++) {
		char **expected = folder->split
					  ? g_strsplit(oq_table_cell(table, row, SPOKEN), " | ", -1)
					  : read_alternatives(table, row);
		add_case(lexicon, folder, name, oq_table_line(table, row),
			oq_table_cell(table, row, WRITTEN), expected);
	}
}

/* Each paragraph is one case: its lines are joined and must be cut apart again. */
static void
add_prose(const OqLexicon *lexicon, const Folder *folder, const char *path, const char *name)
{
	g_autofree char *contents = NULL;
	g_autoptr(GError) error = NULL;
	if (!g_file_get_contents(path, &contents, NULL, &error))
		g_error("%s", error->message);
	g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		GStrvBuilder *sentences = g_strv_builder_new();
		guint first = i;
		for (; lines[i] != NULL && lines[i][0] != '\0'; i++)
			if (lines[i][0] != '#')
				g_strv_builder_add(sentences, lines[i]);
		char **expected = g_strv_builder_end(sentences);
		g_strv_builder_unref(sentences);
		g_autofree char *written = g_strjoinv(" ", expected);
		if (written[0] == '!')
			memmove(expected[0], expected[0] + 1, strlen(expected[0]));
		if (written[0] != '\0')
			add_case(lexicon, folder, name, first + 1, written, expected);
		else
			g_strfreev(expected);
		if (lines[i] == NULL)
			return;
	}
}

static void
add_folder(const OqLexicon *lexicon, const char *cases, const Folder *folder)
{
	g_autofree char *path = g_build_filename(cases, folder->name, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(GDir) dir = g_dir_open(path, 0, &error);
	if (dir == NULL)
		g_error("%s", error->message);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *file = g_build_filename(path, name, NULL);
		g_autofree char *label = g_build_filename(folder->name, name, NULL);
		if (g_str_has_suffix(name, ".tsv"))
			add_table(lexicon, folder, file, label);
		else if (g_str_has_suffix(name, ".txt"))
			add_prose(lexicon, folder, file, label);
	}
}

static const Folder folders[] = {
	{"numbers", FALSE, OQ_PUNCTUATION_NONE, 0},
	{"segments", TRUE, OQ_PUNCTUATION_NONE, 0},
	{"sentences", TRUE, OQ_PUNCTUATION_NONE, 0},
	{"punctuation/some", FALSE, OQ_PUNCTUATION_SOME, 0},
	{"punctuation/all", FALSE, OQ_PUNCTUATION_ALL, 0},
	{"spelling", FALSE, OQ_PUNCTUATION_SPELLING, 0},
	{"skips/notes", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_NOTES},
	{"skips/references", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_REFERENCES},
	{"skips/brackets", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_BRACKETS},
	{"skips/addresses", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_ADDRESSES},
	{"skips/emoji", FALSE, OQ_PUNCTUATION_SOME, OQ_SKIP_EMOJI},
	{"skips/heads", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_HEADS},
};

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_set_nonfatal_assertions();
	if (argc != 3)
		g_error("usage: run_cases CASES VOICES/kk");
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(argv[2], &error);
	if (lexicon == NULL)
		g_error("%s", error->message);
	for (guint i = 0; i < G_N_ELEMENTS(folders); i++)
		add_folder(lexicon, argv[1], &folders[i]);
	return g_test_run();
}
