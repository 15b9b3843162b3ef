/* run_languages.c - whose voice says which word: the cases of linguists (README.md), one GLib test
 * per line, and how many words of all are told right.
 * usage: run_languages CASES/languages VOICES/kk [GLib's test options]
 *
 *     Ол «{ru:Война и мир}» романын оқыды.
 *
 * A line that begins with ! is known to fail. */
#include "lib/give_up.h"
#include "text/normalizer.h"

#include <locale.h>
#include <string.h>

typedef struct {
	guint n_words;
	guint n_right;
} Count;

typedef struct {
	const OqLexicon *lexicon;
	Count *count;
	char *place;
	GString *text;  /* without the marks */
	GString *langs; /* for each byte of the text the first letter of its language */
	gboolean known_to_fail;
} Case;

/* "{ru:" to "}"; all else is Kazakh. */
static void
read_marks(Case *c, const char *line)
{
	char lang = 'k';
	for (const char *p = line; *p != '\0'; p++) {
		if (*p == '{' && strlen(p) > 4 && p[3] == ':') {
			lang = p[1];
			p += 3;
		} else if (*p == '}') {
			lang = 'k';
		} else {
			g_string_append_c(c->text, *p);
			g_string_append_c(c->langs, lang);
		}
	}
}

/* Words of two alphabets share a source range: each letter of the spoken is looked for in it. */
static char
expected_lang(const Case *c, const OqUtterance *utterance, const OqWord *word)
{
	g_autofree char *spoken = g_strndup(
		utterance->spoken->str + word->spoken_start, word->spoken_end - word->spoken_start);
	const char *found =
		g_strstr_len(c->text->str + word->start, word->end - word->start, spoken);
	return found != NULL ? c->langs->str[found - c->text->str] : c->langs->str[word->start];
}

static void
check_words(const Case *c, const OqUtterance *utterance, GString *wrong)
{
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		gboolean right = oq_lang_name(word->lang)[0] == expected_lang(c, utterance, word);
		c->count->n_words++;
		c->count->n_right += right;
		if (!right)
			g_string_append_printf(wrong, " %.*s[%s]",
				(int)(word->spoken_end - word->spoken_start),
				utterance->spoken->str + word->spoken_start,
				oq_lang_name(word->lang));
	}
}

static void
run_case(gconstpointer data)
{
	const Case *c = data;
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(c->lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_autoptr(GString) wrong = g_string_new(NULL);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, c->text->str, c->text->len);
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance))
		check_words(c, &utterance, wrong);
	if (wrong->len == 0 && c->known_to_fail)
		g_test_fail_printf("%s passes now: take its ! away", c->place);
	else if (wrong->len > 0 && c->known_to_fail)
		g_test_incomplete("known to fail");
	else if (wrong->len > 0)
		g_test_fail_printf("%s\n  %s\n  wrong:%s", c->place, c->text->str, wrong->str);
}

static void
free_case(gpointer data)
{
	Case *c = data;
	g_free(c->place);
	g_string_free(c->text, TRUE);
	g_string_free(c->langs, TRUE);
	g_free(c);
}

static void
add_file(const OqLexicon *lexicon, Count *count, const char *path, const char *name)
{
	g_autofree char *contents = NULL;
	g_autoptr(GError) error = NULL;
	if (!g_file_get_contents(path, &contents, NULL, &error))
		give_up(error);
	g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		if (lines[i][0] == '#' || lines[i][0] == '\0')
			continue;
		Case *c = g_new0(Case, 1);
		*c = (Case){lexicon, count, g_strdup_printf("%s:%u", name, i + 1),
			g_string_new(NULL), g_string_new(NULL), lines[i][0] == '!'};
		read_marks(c, lines[i] + c->known_to_fail);
		g_autofree char *test = g_strdup_printf("/languages/%s", c->place);
		g_test_add_data_func_full(test, c, run_case, free_case);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_set_nonfatal_assertions();
	if (argc != 3)
		g_error("usage: run_languages CASES/languages VOICES/kk");
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(argv[2], &error);
	g_autoptr(GDir) dir = lexicon != NULL ? g_dir_open(argv[1], 0, &error) : NULL;
	if (dir == NULL)
		give_up(error);
	Count count = {0};
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *path = g_build_filename(argv[1], name, NULL);
		add_file(lexicon, &count, path, name);
	}
	int status = g_test_run();
	g_print("# %u of %u words are said by the right voice\n", count.n_right, count.n_words);
	return status;
}
