/* score_sentences.c - how well the sentences of cases/sentences/ (README.md) are found again.
 * usage: score_sentences CASES/sentences VOICES/kk
 *
 * Prints the F1 over the ends of sentences within paragraphs; the end of a paragraph is no merit.
 * Paragraphs that are known to fail count like the others. Exits with 1 below MIN_F1. */
#include "lib/give_up.h"
#include "text/normalizer.h"

#include <locale.h>
#include <string.h>

#define MIN_F1 0.99

typedef struct {
	guint n_sentences;
	guint n_expected;
	guint n_found;
	guint n_right;
} Score;

static GPtrArray *
find_sentences(const OqLexicon *lexicon, const char *text)
{
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	GPtrArray *sentences = g_ptr_array_new_with_free_func(g_free);
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance))
		g_ptr_array_add(sentences, g_strdup(utterance.text->str));
	return sentences;
}

/* In letters, without the spaces. */
static guint
length_of(GPtrArray *sentences, guint i)
{
	guint length = 0;
	for (const char *p = g_ptr_array_index(sentences, i); *p != '\0'; p++)
		length += *p != ' ';
	return length;
}

static void
compare(GPtrArray *expected, GPtrArray *found, Score *score)
{
	score->n_sentences += expected->len;
	score->n_expected += expected->len - 1;
	score->n_found += found->len - 1;
	guint i = 0, k = 0, expected_end = length_of(expected, 0), found_end = length_of(found, 0);
	while (i + 1 < expected->len && k + 1 < found->len) {
		gboolean right = expected_end == found_end, behind = expected_end < found_end;
		score->n_right += right;
		if (right || behind)
			expected_end += length_of(expected, ++i);
		if (right || !behind)
			found_end += length_of(found, ++k);
	}
}

static void
end_paragraph(const OqLexicon *lexicon, GPtrArray *expected, Score *score)
{
	if (expected->len == 0)
		return;
	g_ptr_array_add(expected, NULL);
	g_autofree char *text = g_strjoinv(" ", (char **)expected->pdata);
	g_ptr_array_set_size(expected, expected->len - 1);
	g_autoptr(GPtrArray) found = find_sentences(lexicon, text);
	compare(expected, found, score);
	g_ptr_array_set_size(expected, 0);
}

static void
read_prose(const OqLexicon *lexicon, const char *path, Score *score)
{
	g_autofree char *contents = NULL;
	g_autoptr(GError) error = NULL;
	if (!g_file_get_contents(path, &contents, NULL, &error))
		give_up(error);
	g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
	g_autoptr(GPtrArray) expected = g_ptr_array_new();
	for (guint i = 0; lines[i] != NULL; i++)
		if (lines[i][0] == '\0')
			end_paragraph(lexicon, expected, score);
		else if (lines[i][0] != '#')
			g_ptr_array_add(expected, lines[i] + (lines[i][0] == '!'));
	end_paragraph(lexicon, expected, score);
}

static void
read_folder(const OqLexicon *lexicon, const char *folder, Score *score)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GDir) dir = g_dir_open(folder, 0, &error);
	if (dir == NULL)
		give_up(error);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (g_str_has_suffix(name, ".txt"))
			read_prose(lexicon, path, score);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	if (argc != 3)
		g_error("usage: score_sentences CASES/sentences VOICES/kk");
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(argv[2], &error);
	if (lexicon == NULL)
		give_up(error);
	Score score = {0};
	read_folder(lexicon, argv[1], &score);
	double f1 = 2.0 * score.n_right / MAX(score.n_expected + score.n_found, 1);
	g_print("F1 %.4f over %u sentences\n", f1, score.n_sentences);
	return f1 >= MIN_F1 ? 0 : 1;
}
