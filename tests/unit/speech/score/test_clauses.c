#include "speech/score/clauses.h"

typedef struct {
	OqProsody *prosody;
	OqUtterance utterance;
	GArray *clauses;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	fixture->prosody = oq_prosody_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	fixture->clauses = g_array_new(FALSE, FALSE, sizeof(OqClause));
	oq_utterance_init(&fixture->utterance);
	fixture->utterance.follows = OQ_BREAK_SENTENCE;
}

static void
tear_down(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	oq_prosody_free(fixture->prosody);
	g_array_unref(fixture->clauses);
	oq_utterance_clear(&fixture->utterance);
}

/* Words of letters, what is between them as it stands; "ru:" begins the words of a language. */
static void
say(Fixture *fixture, const char *sentence)
{
	GString *spoken = fixture->utterance.spoken;

	g_array_set_size(fixture->utterance.words, 0);
	g_string_truncate(spoken, 0);
	OqWord word = {.lang = OQ_LANG_KK};
	for (const char *c = sentence;; c = g_utf8_next_char(c)) {
		gboolean letter = g_unichar_isalpha(g_utf8_get_char(c));
		gboolean inside = word.spoken_start < spoken->len && word.spoken_end == 0;
		if (inside && !letter) {
			word.spoken_end = (guint32)spoken->len;
			g_array_append_val(fixture->utterance.words, word);
		}
		if (*c == '\0')
			break;
		if (letter && word.spoken_end != 0)
			word.spoken_end = 0;
		if (letter && !inside)
			word.spoken_start = (guint32)spoken->len;
		g_string_append_len(spoken, c, g_utf8_next_char(c) - c);
		if (!letter)
			word.spoken_start = (guint32)spoken->len;
	}
}

/* A clause a line: its words, and its tune as a mark. */
static char *
shape(const Fixture *fixture)
{
	static const char *const marks[] = {".", ",", "?", "!"};
	GString *lines = g_string_new(NULL);

	for (guint i = 0; i < fixture->clauses->len; i++) {
		const OqClause *clause = &g_array_index(fixture->clauses, OqClause, i);
		if (i > 0)
			g_string_append(lines, " | ");
		for (guint k = clause->first_word; k < clause->end_word; k++) {
			const OqWord *word = oq_utterance_word(&fixture->utterance, k);
			g_string_append_len(lines,
				fixture->utterance.spoken->str + word->spoken_start,
				word->spoken_end - word->spoken_start);
			g_string_append_c(lines, ' ');
		}
		g_string_append_printf(lines, "%s%s",
			clause->lang == OQ_LANG_KK ? "" : oq_lang_name(clause->lang),
			marks[clause->tune]);
	}
	return g_string_free(lines, FALSE);
}

static void
assert_clauses(Fixture *fixture, const char *sentence, const char *expected)
{
	say(fixture, sentence);
	oq_clauses_split(&fixture->utterance, fixture->prosody, fixture->clauses);
	g_autofree char *actual = shape(fixture);
	g_assert_cmpstr(actual, ==, expected);
}

static void
test_marks(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	assert_clauses(fixture, "Бүгін күн жылы.", "Бүгін күн жылы .");
	assert_clauses(fixture, "Алма, алмұрт, өрік алдым.", "Алма , | алмұрт , | өрік алдым .");
	assert_clauses(fixture, "Кел: ол – осында (үйде) отыр!",
		"Кел , | ол , | осында , | үйде , | отыр !");
	assert_clauses(fixture, "«Иә», деді ол…", "Иә , | деді ол .");
	assert_clauses(fixture, "Алматы–Астана «жолы»", "Алматы Астана жолы .");
	assert_clauses(fixture, "Кел! — деді.", "Кел ! | деді .");
}

static void
test_questions(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	assert_clauses(fixture, "Сен келдің бе?", "Сен келдің бе ?");
	assert_clauses(fixture, "Сен келдің бе.", "Сен келдің бе ?");
	assert_clauses(fixture, "Барасың ба, жоқ па?", "Барасың ба ? | жоқ па ?");
	assert_clauses(fixture, "Сен қайда барасың?", "Сен қайда барасың .");
	assert_clauses(fixture, "Кімдер келді, әлгінде?", "Кімдер келді , | әлгінде .");
	assert_clauses(fixture, "Ол не айтты, сен білесің бе?", "Ол не айтты , | сен білесің бе ?");
	assert_clauses(fixture, "Ал сен?", "Ал сен ?");
	assert_clauses(fixture, "Кім келсе де, мейлі.", "Кім келсе де , | мейлі .");
	assert_clauses(fixture, "Бұл мектеп пе!", "Бұл мектеп пе !");
	assert_clauses(fixture, "Ал сен ше, қашан кеттің?", "Ал сен ше ? | қашан кеттің .");
}

static void
set_lang(Fixture *fixture, guint first, guint end, OqLang lang)
{
	for (guint i = first; i < end; i++)
		g_array_index(fixture->utterance.words, OqWord, i).lang = lang;
}

static void
test_languages(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	say(fixture, "Ол «Война и мир» романын Windows жүйесінде оқыды.");
	set_lang(fixture, 1, 4, OQ_LANG_RU);
	set_lang(fixture, 5, 6, OQ_LANG_EN);
	oq_clauses_split(&fixture->utterance, fixture->prosody, fixture->clauses);
	g_autofree char *mixed = shape(fixture);
	g_assert_cmpstr(mixed, ==, "Ол , | Война и мир ru, | романын Windows жүйесінде оқыды .");

	say(fixture, "Hello world, сәлем.");
	set_lang(fixture, 0, 2, OQ_LANG_EN);
	oq_clauses_split(&fixture->utterance, fixture->prosody, fixture->clauses);
	g_autofree char *english = shape(fixture);
	g_assert_cmpstr(english, ==, "Hello world en, | сәлем .");
}

/* Names of letters ask nothing, nor do words of another language. */
static void
test_no_questions(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	say(fixture, "Мынау А және бе.");
	g_array_index(fixture->utterance.words, OqWord, 3).rule = "acronym";
	oq_clauses_split(&fixture->utterance, fixture->prosody, fixture->clauses);
	g_autofree char *letter = shape(fixture);
	g_assert_cmpstr(letter, ==, "Мынау А және бе .");

	say(fixture, "Ты не знаешь?");
	set_lang(fixture, 0, 3, OQ_LANG_RU);
	oq_clauses_split(&fixture->utterance, fixture->prosody, fixture->clauses);
	g_autofree char *russian = shape(fixture);
	g_assert_cmpstr(russian, ==, "Ты не знаешь ru?");
}

/* Behind the last clause the narration makes the pause. */
static void
test_pauses(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	say(fixture, "Иә, мен; ол");
	oq_clauses_split(&fixture->utterance, fixture->prosody, fixture->clauses);
	static const guint expected[] = {180, 300, 0};
	for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
		g_assert_cmpuint(
			g_array_index(fixture->clauses, OqClause, i).pause_ms, ==, expected[i]);
}

static void
test_none(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	assert_clauses(fixture, "", "");
	assert_clauses(fixture, " … ", "");
}

static void
add(const char *path, void (*test)(Fixture *, gconstpointer))
{
	g_test_add(path, Fixture, NULL, set_up, test, tear_down);
}

/* What is quoted is said by itself, also where nobody would breathe. */
static void
test_quoted(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	static const guint ends[] = {1, 3, 4};

	say(fixture, "бір екі үш төрт");
	for (guint i = 1; i < 3; i++)
		g_array_index(fixture->utterance.words, OqWord, i).quoted = TRUE;
	oq_clauses_split(&fixture->utterance, fixture->prosody, fixture->clauses);
	g_assert_cmpuint(fixture->clauses->len, ==, G_N_ELEMENTS(ends));
	for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
		const OqClause *clause = &g_array_index(fixture->clauses, OqClause, i);
		g_assert_cmpuint(clause->end_word, ==, ends[i]);
		g_assert_cmpint(clause->quoted, ==, i == 1);
		g_assert_cmpuint(clause->pause_ms, ==, 0);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	add("/clauses/marks", test_marks);
	add("/clauses/questions", test_questions);
	add("/clauses/languages", test_languages);
	add("/clauses/no-questions", test_no_questions);
	add("/clauses/pauses", test_pauses);
	add("/clauses/none", test_none);
	add("/clauses/quoted", test_quoted);
	return g_test_run();
}
