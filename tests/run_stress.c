/* run_stress.c - where the words of a text are stressed.
 * usage: run_stress LIST.tsv TEXT
 *
 * LIST has a word, its stressed syllable counted from the end (0: none) and the reason. All other
 * words of two syllables or more must be stressed on the last one. A word with two stresses has
 * been spelled out, which none may be, and none may be left to a voice of another language. */
#include "base/table.h"
#include "lib/give_up.h"
#include "pronouncer.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define MARK   0x2c8 /* ˈ */
#define VOWELS "aɑæeɛəiɪoøɵuʊʏ"

enum { WORD, SYLLABLE };
static const char *const columns[] = {"word", "syllable", "why", NULL};

typedef struct {
	GHashTable *listed; /* of a word: the stressed syllable */
	GHashTable *met;    /* the listed words that the text has */
	guint n_words;
	guint n_wrong;
} Check;

/* The stressed syllable from the end, 0: none; *n_syllables is how many there are. */
static guint
stressed_syllable(const char *ipa, guint *n_syllables)
{
	guint before = 0;
	gboolean stressed = FALSE;

	*n_syllables = 0;
	for (const char *c = ipa; *c != '\0'; c = g_utf8_next_char(c)) {
		gunichar sound = g_utf8_get_char(c);
		if (sound == MARK) {
			stressed = TRUE;
			before = *n_syllables;
		}
		if (g_utf8_strchr(VOWELS, -1, sound) != NULL)
			(*n_syllables)++;
	}
	return stressed ? *n_syllables - before : 0;
}

/* eSpeak's own IPA marks another language by (en); a hyphen joins two words with their stresses. */
static gboolean
is_whole(const char *word, const char *ipa)
{
	const char *first = g_utf8_strchr(ipa, -1, MARK);
	gboolean two = first != NULL && g_utf8_strchr(g_utf8_next_char(first), -1, MARK) != NULL;

	return strchr(ipa, '(') == NULL && (!two || strchr(word, '-') != NULL);
}

static void
check_word(Check *check, const char *word, const char *ipa)
{
	guint n_syllables;
	guint stressed = stressed_syllable(ipa, &n_syllables);
	gpointer listed;
	guint expected = 1;

	if (!is_whole(word, ipa)) {
		check->n_wrong++;
		g_print("%s\t%s\tspelled out, or in another language\n", word, ipa);
	}
	if (n_syllables < 2)
		return;
	if (g_hash_table_lookup_extended(check->listed, word, NULL, &listed)) {
		expected = GPOINTER_TO_UINT(listed);
		g_hash_table_add(check->met, g_strdup(word));
	}
	check->n_words++;
	if (stressed == expected)
		return;
	check->n_wrong++;
	g_print("%s\t%s\tstressed %u, expected %u\n", word, ipa, stressed, expected);
}

static gboolean
is_of_word(gunichar letter)
{
	return g_unichar_isalpha(letter) || letter == '-';
}

/* The words that eSpeak says as one: what stands between spaces, without signs, in small letters.
 */
static GPtrArray *
split_words(const char *spoken)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) parts = g_strsplit(spoken, " ", -1);

	for (guint i = 0; parts[i] != NULL; i++) {
		GString *word = g_string_new(NULL);
		for (const char *c = parts[i]; *c != '\0'; c = g_utf8_next_char(c))
			if (is_of_word(g_utf8_get_char(c)))
				g_string_append_unichar(
					word, g_unichar_tolower(g_utf8_get_char(c)));
		gboolean sounds = word->len > 1;
		char *letters = g_string_free(word, FALSE);
		if (sounds)
			g_ptr_array_add(words, letters);
		else
			g_free(letters);
	}
	return words;
}

static void
check_utterance(const OqUtterance *utterance, const char *ipa, gpointer data)
{
	Check *check = data;
	g_autoptr(GPtrArray) words = split_words(utterance->spoken->str);
	g_auto(GStrv) sounds = g_strsplit(ipa, " ", -1);

	if (words->len != g_strv_length(sounds)) {
		g_print("%u words are %u in IPA: %s\n%s\n", words->len, g_strv_length(sounds),
			utterance->spoken->str, ipa);
		check->n_wrong++;
		return;
	}
	for (guint i = 0; i < words->len; i++)
		check_word(check, g_ptr_array_index(words, i), sounds[i]);
}

static void
load_list(Check *check, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqTable) table = oq_table_load_bare(path, columns, 3, NULL, &error);
	if (table == NULL)
		give_up(error);
	for (guint row = 0; row < oq_table_n_rows(table); row++) {
		guint64 syllable = 0;
		if (!g_ascii_string_to_unsigned(
			    oq_table_cell(table, row, SYLLABLE), 10, 0, 9, &syllable, &error)) {
			g_prefix_error(&error, "%s:%u: ", path, oq_table_line(table, row));
			give_up(error);
		}
		g_hash_table_insert(check->listed, g_strdup(oq_table_cell(table, row, WORD)),
			GUINT_TO_POINTER((guint)syllable));
	}
}

/* A row about a word that is not there would be true whatever is said. */
static void
check_list(Check *check)
{
	GHashTableIter iter;
	gpointer word;

	g_hash_table_iter_init(&iter, check->listed);
	while (g_hash_table_iter_next(&iter, &word, NULL)) {
		if (g_hash_table_contains(check->met, word))
			continue;
		g_print("%s\tis listed, but not in the text\n", (char *)word);
		check->n_wrong++;
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	if (argc != 3)
		g_error("usage: run_stress LIST.tsv TEXT");
	g_autoptr(GError) error = NULL;
	g_autofree char *text = NULL;
	if (!g_file_get_contents(argv[2], &text, NULL, &error))
		give_up(error);
	g_auto(Pronouncer) pronouncer;
	pronouncer_init(&pronouncer);
	Check check = {
		.listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		.met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	};
	load_list(&check, argv[1]);
	pronouncer_read(&pronouncer, text, check_utterance, &check);
	check_list(&check);
	g_print("%u of %u words are not stressed as expected\n", check.n_wrong, check.n_words);
	g_hash_table_unref(check.listed);
	g_hash_table_unref(check.met);
	return check.n_wrong == 0 && check.n_words > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
