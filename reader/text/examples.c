/* examples.c - see the header. */
#include "text/examples.h"

#include "base/small_file.h"
#include "base/table.h"
#include "text/normalizer.h"
#include "text/spelling.h"

#include <string.h>

#define LINE_BREAK "⏎"
#define SEPARATOR  " | "
#define PROSE      "sentences" /* the folder of examples that are no table */

enum { WRITTEN, SPOKEN, ALSO };
static const char *const columns[] = {"written", "spoken", "also", "note", NULL};

struct _OqExampleKind {
	const char *folder;
	gboolean split; /* expected are the sentences as written; else alternatives of the spoken */
	OqPunctuation level; /* OQ_PUNCTUATION_SPELLING: the text is spelled */
	OqSkips skips;
};

static const OqExampleKind *const kinds[] = {
	&(const OqExampleKind){"numbers", FALSE, OQ_PUNCTUATION_NONE, 0},
	&(const OqExampleKind){"segments", TRUE, OQ_PUNCTUATION_NONE, 0},
	&(const OqExampleKind){PROSE, TRUE, OQ_PUNCTUATION_NONE, 0},
	&(const OqExampleKind){"punctuation/some", FALSE, OQ_PUNCTUATION_SOME, 0},
	&(const OqExampleKind){"punctuation/all", FALSE, OQ_PUNCTUATION_ALL, 0},
	&(const OqExampleKind){"spelling", FALSE, OQ_PUNCTUATION_SPELLING, 0},
	&(const OqExampleKind){"skips/notes", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_NOTES},
	&(const OqExampleKind){"skips/references", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_REFERENCES},
	&(const OqExampleKind){"skips/brackets", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_BRACKETS},
	&(const OqExampleKind){"skips/addresses", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_ADDRESSES},
	&(const OqExampleKind){"skips/emoji", FALSE, OQ_PUNCTUATION_SOME, OQ_SKIP_EMOJI},
	&(const OqExampleKind){"skips/heads", FALSE, OQ_PUNCTUATION_NONE, OQ_SKIP_HEADS},
};

const OqExampleKind *const *
oq_examples_kinds(guint *n_kinds)
{
	*n_kinds = G_N_ELEMENTS(kinds);
	return kinds;
}

const char *
oq_examples_folder(const OqExampleKind *kind)
{
	return kind->folder;
}

const OqExampleKind *
oq_examples_kind_of(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	gsize length = strlen(folder);
	gboolean is_prose = g_str_has_suffix(path, ".txt");
	if (!is_prose && !g_str_has_suffix(path, ".tsv"))
		return NULL;
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (is_prose != (strcmp(kinds[i]->folder, PROSE) == 0))
			continue;
		gsize n = strlen(kinds[i]->folder);
		if (length >= n && strcmp(folder + length - n, kinds[i]->folder) == 0 &&
			(length == n || folder[length - n - 1] == '/'))
			return kinds[i];
	}
	return NULL;
}

static void
free_example(gpointer data)
{
	OqExampleRow *example = data;
	g_free(example->written);
	g_strfreev(example->expected);
	g_free(example);
}

/* @expected: (transfer full) */
static void
add_example(GPtrArray *examples, guint line, const char *written, char **expected)
{
	OqExampleRow *example = g_new0(OqExampleRow, 1);
	example->line = line;
	example->known_to_fail = written[0] == '!';
	g_auto(GStrv) lines = g_strsplit(written + example->known_to_fail, LINE_BREAK, -1);
	example->written = g_strjoinv("\n", lines);
	example->expected = expected;
	g_ptr_array_add(examples, example);
}

/* The spoken column and the readings that are heard as well. */
static char **
read_alternatives(const OqTable *table, guint row)
{
	const char *also = oq_table_cell(table, row, ALSO);
	g_autofree char *all = g_strdup_printf("%s%s%s", oq_table_cell(table, row, SPOKEN),
		also[0] != '\0' ? SEPARATOR : "", also);
	return g_strsplit(all, SEPARATOR, -1);
}

static gboolean
load_table(const OqExampleKind *kind, const char *path, GPtrArray *examples, GPtrArray *complaints,
	GError **error)
{
	g_autoptr(OqTable) table = oq_table_load_bare(path, columns, 2, complaints, error);
	if (table == NULL)
		return FALSE;
	for (guint row = 0; row < oq_table_n_rows(table); row++) {
		char **expected =
			kind->split ? g_strsplit(oq_table_cell(table, row, SPOKEN), SEPARATOR, -1)
				    : read_alternatives(table, row);
		add_example(examples, oq_table_line(table, row), oq_table_cell(table, row, WRITTEN),
			expected);
	}
	return TRUE;
}

/* The lines up to an empty one; those that begin with # do not count. */
static char **
take_paragraph(char **lines, guint *at)
{
	g_autoptr(GStrvBuilder) sentences = g_strv_builder_new();
	for (; lines[*at] != NULL && lines[*at][0] != '\0'; (*at)++)
		if (lines[*at][0] != '#')
			g_strv_builder_add(sentences, lines[*at]);
	return g_strv_builder_end(sentences);
}

/* Each paragraph is an example: its lines are joined and must be cut apart again. */
static gboolean
load_prose(const char *path, GPtrArray *examples, GError **error)
{
	gsize n_bytes;
	g_autofree char *contents = oq_small_file_read(path, OQ_TABLE_MAX_BYTES, &n_bytes, error);
	if (contents == NULL)
		return FALSE;
	g_autofree char *valid = g_utf8_make_valid(contents, -1);
	g_auto(GStrv) lines = g_strsplit(valid, "\n", -1);
	for (guint at = 0; lines[at] != NULL; at += lines[at] != NULL) {
		guint first = at;
		char **expected = take_paragraph(lines, &at);
		g_autofree char *written = g_strjoinv(" ", expected);
		if (written[0] == '!')
			memmove(expected[0], expected[0] + 1, strlen(expected[0]));
		if (written[0] != '\0')
			add_example(examples, first + 1, written, expected);
		else
			g_strfreev(expected);
	}
	return TRUE;
}

GPtrArray *
oq_examples_load(const OqExampleKind *kind, const char *path, GPtrArray *complaints, GError **error)
{
	g_autoptr(GPtrArray) examples = g_ptr_array_new_with_free_func(free_example);
	gboolean is_prose = g_str_has_suffix(path, ".txt");
	gboolean whole = is_prose ? load_prose(path, examples, error)
				  : load_table(kind, path, examples, complaints, error);
	return whole ? g_steal_pointer(&examples) : NULL;
}

static void
append_collapsed(GString *out, const char *text)
{
	g_auto(GStrv) words = g_strsplit_set(text, " \t\r\n", -1);
	gsize start = out->len;
	for (guint i = 0; words[i] != NULL; i++)
		if (words[i][0] != '\0')
			g_string_append_printf(out, "%s%s", out->len > start ? " " : "", words[i]);
}

static void
append_rules(GString *rules, const OqUtterance *utterance)
{
	for (guint i = 0; rules != NULL && i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		if (word->rule != NULL)
			g_string_append_printf(rules, " %.*s[%s]",
				(int)(word->spoken_end - word->spoken_start),
				utterance->spoken->str + word->spoken_start, word->rule);
	}
}

static void
collect(const OqExampleKind *kind, const OqUtterance *utterance, GString *got, GString *rules)
{
	const char *text = kind->split ? utterance->text->str : utterance->spoken->str;
	if (got->len > 0 && text[0] != '\0')
		g_string_append(got, kind->split ? SEPARATOR : " ");
	if (kind->split)
		append_collapsed(got, text);
	else
		g_string_append(got, text);
	append_rules(rules, utterance);
}

static void
spell(const OqLexicon *lexicon, const OqExampleKind *kind, const char *text, GString *got,
	GString *rules)
{
	g_autoptr(OqSpelling) spelling = oq_spelling_new(lexicon, text);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	while (oq_spelling_next(spelling, &utterance))
		collect(kind, &utterance, got, rules);
}

char *
oq_examples_read(const OqLexicon *lexicon, const OqExampleKind *kind, const OqExampleRow *example,
	GString *rules)
{
	g_autoptr(GString) got = g_string_new(NULL);
	if (kind->level == OQ_PUNCTUATION_SPELLING) {
		spell(lexicon, kind, example->written, got, rules);
		return g_string_free(g_steal_pointer(&got), FALSE);
	}
	OqTaste taste = {
		.punctuation = kind->level, .languages = OQ_LANGUAGES_ALL, .skips = kind->skips};
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, example->written, strlen(example->written));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance))
		collect(kind, &utterance, got, rules);
	return g_string_free(g_steal_pointer(&got), FALSE);
}

gboolean
oq_examples_is_of_speech(const OqExampleKind *kind)
{
	return !kind->split;
}

gboolean
oq_examples_is_right(const OqExampleKind *kind, const OqExampleRow *example, const char *got)
{
	if (!kind->split)
		return g_strv_contains((const char *const *)example->expected, got);
	g_autofree char *expected = g_strjoinv(SEPARATOR, example->expected);
	return strcmp(expected, got) == 0;
}
