#include "text/characters/escapes.h"
#include "text/characters/utf8.h"
#include "text/normalizer.h"
#include "text/segments/segmenter.h"

#include "steps.h"
#include "text_case.h"

#include <locale.h>
#include <malloc.h>
#include <string.h>

#define ROUNDS 50

/* A line for each utterance that is there, with all that it holds. */
static void
take(OqNormalizer *normalizer, GString *out)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	while (oq_normalizer_next(normalizer, &utterance)) {
		g_string_append_printf(out,
			"%" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT " %u %d %s %s:", utterance.start,
			utterance.end, utterance.paragraph, utterance.follows, utterance.text->str,
			utterance.spoken->str);
		for (guint i = 0; i < utterance.words->len; i++) {
			const OqWord *word = oq_utterance_word(&utterance, i);
			g_string_append_printf(out,
				" %" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT "=%u-%u", word->start,
				word->end, word->spoken_start, word->spoken_end);
		}
		g_string_append_c(out, '\n');
	}
}

static char *
read_on(OqNormalizer *normalizer, const GString *bytes, gsize n_piece)
{
	g_autoptr(GString) decoded = g_string_new(NULL);
	OqUtf8 utf8;
	oq_utf8_init(&utf8);
	GString *out = g_string_new(NULL);
	for (gsize i = 0; i < bytes->len; i += n_piece) {
		oq_utf8_feed(&utf8, bytes->str + i, MIN(n_piece, bytes->len - i), decoded);
		oq_normalizer_feed(normalizer, decoded->str, decoded->len);
		g_string_truncate(decoded, 0);
		take(normalizer, out);
	}
	oq_utf8_finish(&utf8, decoded);
	oq_normalizer_feed(normalizer, decoded->str, decoded->len);
	oq_normalizer_end(normalizer);
	take(normalizer, out);
	return g_string_free(out, FALSE);
}

static char *
read_in_pieces(const OqLexicon *lexicon, const GString *bytes, gsize n_piece)
{
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	return read_on(normalizer, bytes, n_piece);
}

static void
assert_same_in_pieces(const OqLexicon *lexicon, const GString *bytes)
{
	static const gsize n_pieces[] = {1, 2, 3, 7, 64, 4096};
	g_autofree char *whole = read_in_pieces(lexicon, bytes, bytes->len + 1);
	for (guint i = 0; i < G_N_ELEMENTS(n_pieces); i++) {
		g_autofree char *pieces = read_in_pieces(lexicon, bytes, n_pieces[i]);
		gsize line = 0, end = 0;
		for (; whole[end] == pieces[end] && whole[end] != '\0'; end++)
			line = whole[end] == '\n' ? end + 1 : line;
		if (whole[end] != pieces[end])
			g_error("pieces of %" G_GSIZE_FORMAT " bytes give\n%.400s\nnot\n%.400s",
				n_pieces[i], pieces + line, whole + line);
	}
}

static void
assert_space(const char *start, const char *end)
{
	g_autoptr(GString) seen = oq_escapes_strip(start, (gsize)(end - start));
	for (const char *p = seen->str; *p != '\0'; p = g_utf8_next_char(p))
		g_assert_true(g_unichar_isspace(g_utf8_get_char(p)) ||
			      oq_letters_is_newline(g_utf8_get_char(p)));
}

static void
check_words(const OqUtterance *utterance)
{
	const char *spoken = utterance->spoken->str;
	guint32 spoken_end = 0;
	guint64 start = utterance->start;
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		guint32 length = word->spoken_end - word->spoken_start;
		g_assert_cmpuint(word->start, >=, start);
		g_assert_cmpuint(word->start, <, word->end);
		g_assert_cmpuint(word->end, <=, utterance->end);
		g_assert_cmpuint(word->spoken_start, >=, i > 0 ? spoken_end + 1 : 0);
		g_assert_cmpuint(word->spoken_start, <, word->spoken_end);
		g_assert_cmpuint(word->spoken_end, <=, utterance->spoken->len);
		g_assert_null(memchr(spoken + word->spoken_start, ' ', length));
		if (word->rule == NULL)
			g_assert_cmpmem(spoken + word->spoken_start, length,
				utterance->text->str + (word->start - utterance->start),
				word->end - word->start);
		spoken_end = word->spoken_end;
		start = word->start;
	}
}

/* What holds for every text. */
static void
check_properties(const OqLexicon *lexicon, const GString *bytes)
{
	g_autoptr(GString) source = g_string_new(NULL);
	OqUtf8 utf8;
	oq_utf8_init(&utf8);
	oq_utf8_feed(&utf8, bytes->str, bytes->len, source);
	oq_utf8_finish(&utf8, source);
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	oq_normalizer_feed(normalizer, source->str, source->len);
	oq_normalizer_end(normalizer);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	guint64 end = 0;
	while (oq_normalizer_next(normalizer, &utterance)) {
		g_assert_cmpuint(utterance.start, >=, end);
		g_assert_cmpuint(utterance.start, <, utterance.end);
		g_assert_cmpuint(utterance.end, <=, source->len);
		assert_space(source->str + end, source->str + utterance.start);
		const GString *text = utterance.text;
		gsize n_written = utterance.end - utterance.start;
		g_assert_cmpmem(text->str, text->len, source->str + utterance.start, n_written);
		g_autoptr(GString) seen = oq_escapes_strip(text->str, text->len);
		g_assert_cmpuint(seen->len, <=, 2 * OQ_SEGMENTER_MAX_BYTES);
		g_assert_null(strpbrk(utterance.spoken->str, "0123456789\r\n"));
		g_assert_true(g_utf8_validate(utterance.spoken->str, -1, NULL));
		check_words(&utterance);
		end = utterance.end;
	}
	assert_space(source->str + end, source->str + source->len);
}

static void
test_report(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autofree char *contents = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_SAMPLES "/almaty-report.txt", &contents, NULL, NULL));
	g_autoptr(GString) report = g_string_new(contents);
	check_properties(lexicon, report);
	assert_same_in_pieces(lexicon, report);
}

static void
append_nasty(GString *out)
{
	static const char *const pieces[] = {" ", " ", " ", " ", ". ", ".", "!", "?", "…", ", ",
		"\n", "\n", "\r\n", "\r", "\n\n", "\t", "«", "»", "(", ")", "“", "\"", "- ", " – ",
		"-", "/", "%", "№", "\u2028", "\xC2\x85", "\u00A0", "\u00AD", "\u0306", "\uFFFD",
		"𝄞", "\xEF\xBB\xBF", "\xFF", "\xD2", "\xE2\x80", "Қазақстан", "облыс", "а", "А",
		"Н.Ә.", "т.б.", "млн.", "млрд-қа", "12", "007", "2015 жылы", "91,2", "-5",
		"12.03.2015", "1 000 000", "5-сынып", "22085-і", "6 ақпан", "1) ", "25 – 30 %-ке",
		"• ", "½", "\033[1;31m", "\033]0;а. Ә\a", "\033]", "\033", "\xC2\x9B",
		("Мұндай дәрежедегі мәжілістің Алматы облысында өтуі зор мәртебе,\n"
		 "сонымен қатар үлкен жауапкершілік болып табылады және біздің\n")};
	const char *piece = pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))];
	gsize length = strlen(piece);
	if (g_test_rand_int_range(0, 400) == 0)
		length = g_test_rand_int_range(1, 12000);
	while (length >= strlen(piece)) {
		g_string_append(out, piece);
		length -= strlen(piece);
	}
	if (g_test_rand_int_range(0, 100) == 0)
		g_string_append_c(out, '\0');
}

static void
test_random(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint round = 0; round < ROUNDS; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (guint i = g_test_rand_int_range(0, 120); i > 0; i--)
			append_nasty(text);
		check_properties(lexicon, text);
		assert_same_in_pieces(lexicon, text);
	}
}

extern size_t __sanitizer_get_current_allocated_bytes(void) __attribute__((weak));
static gsize
heap_bytes(void)
{
	return __sanitizer_get_current_allocated_bytes != NULL
		       ? __sanitizer_get_current_allocated_bytes()
		       : mallinfo2().uordblks;
}

/* Longer than anything that is looked at as a whole. */
#define HOSTILE_BYTES (4 * OQ_SEGMENTER_MAX_BYTES)

static const struct {
	const char *repeated;
	gboolean silent;
} hostile[] = {
	{"7", FALSE},
	{"«", TRUE},
	{"(", TRUE},
	{".", TRUE},
	{"\n", TRUE},
	{" ", TRUE},
	{"а.", FALSE},
	{"А.", FALSE},
	{"т.б.", FALSE},
	{"а, ", FALSE},
	{"1,", FALSE},
	{"1 000 ", FALSE},
	{"5-", FALSE},
	{"5.", FALSE},
	{"5/", FALSE},
	{"(5", FALSE},
	{"5:", FALSE},
	{"+7", FALSE},
	{"$5", FALSE},
	{"a.", FALSE},
	{"a-", FALSE},
	{"KZ5", FALSE},
	{"X-", FALSE},
	{"5 м/", FALSE},
	{"қ", FALSE},
	{"қара сөз ", FALSE},
	{"бір жол\r", FALSE},
	{"\u2028", TRUE},
	{"\uFFFD", TRUE},
	{"\u0306", TRUE},
	{"и\u0306", FALSE},
};

/* What reading a text cost. */
typedef struct {
	guint64 n_steps;
	gsize n_heap_bytes; /* more than before, at most */
	gsize n_words;
} Cost;

static void
take_words(OqNormalizer *normalizer, Cost *cost)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	while (oq_normalizer_next(normalizer, &utterance))
		cost->n_words += utterance.words->len;
}

static Cost
read_hostile(const OqLexicon *lexicon, const char *repeated, gsize n_bytes)
{
	g_autoptr(GString) piece = g_string_new(NULL);
	while (piece->len < 4096)
		g_string_append(piece, repeated);
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	Cost cost = {0};
	guint64 steps_before = steps_taken();
	gsize heap_before = heap_bytes();
	for (gsize n = 0; n < n_bytes; n += piece->len) {
		oq_normalizer_feed(normalizer, piece->str, piece->len);
		take_words(normalizer, &cost);
		cost.n_heap_bytes = MAX(cost.n_heap_bytes, heap_bytes() - heap_before);
	}
	oq_normalizer_end(normalizer);
	take_words(normalizer, &cost);
	cost.n_steps = steps_taken() - steps_before;
	return cost;
}

/* However long the text and its sentences are, the buffers stay small and the work linear. */
static void
test_hostile(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(hostile); i++) {
		const char *text = hostile[i].repeated;
		Cost once = read_hostile(lexicon, text, HOSTILE_BYTES);
		Cost twice = read_hostile(lexicon, text, 2 * HOSTILE_BYTES);
		steps_assert_linear(text, once.n_steps, twice.n_steps);
		g_assert_cmpuint(once.n_heap_bytes, <, 1 << 20);
		g_assert_cmpuint(twice.n_heap_bytes, <=, once.n_heap_bytes + 4096);
		g_assert_cmpint(once.n_words == 0, ==, hostile[i].silent);
		g_assert_cmpint(twice.n_words == 0, ==, hostile[i].silent);
	}
}

/* What is known to be a sentence is given before anything follows it. */
static void
test_live(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_assert_false(oq_normalizer_next(normalizer, &utterance));
	static const char *const lines[] = {
		"Қайырлы таң.\n", "Қалайсыз?\r\n", "«Жақсы!»\n", "Үш теңге.\r", "Соңы…\n\n"};
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autofree char *line = g_strdup(lines[i]);
		oq_normalizer_feed(normalizer, line, strlen(line));
		g_assert_true(oq_normalizer_next(normalizer, &utterance));
		g_assert_cmpstr(utterance.text->str, ==, g_strchomp(line));
		g_assert_cmpint(utterance.follows, ==, OQ_BREAK_PARAGRAPH);
		g_assert_cmpuint(utterance.paragraph, ==, i + 1);
		g_assert_false(oq_normalizer_next(normalizer, &utterance));
	}
	oq_normalizer_feed(normalizer, "нүктесіз", 16);
	g_assert_false(oq_normalizer_next(normalizer, &utterance));
	oq_normalizer_end(normalizer);
	g_assert_true(oq_normalizer_next(normalizer, &utterance));
	g_assert_cmpstr(utterance.spoken->str, ==, "нүктесіз");
	g_assert_false(oq_normalizer_next(normalizer, &utterance));
}

static void
test_offsets(void)
{
	static const struct {
		const char *bytes;
		gsize n_bytes;
		const char *utterances;
	} cases[] = {
		{"", 0, ""},
		{"\xEF\xBB\xBF", 3, ""},
		{"\xEF\xBB\xBF үш", 8, "1-5 1 3 үш үш: 1-5=0-4\n"},
		{"\0үш\xFF", 6, "0-10 1 3 \uFFFDүш\uFFFD үш: 3-7=0-4\n"},
		{"бес\xD2", 7, "0-9 1 3 бес\uFFFD бес: 0-6=0-6\n"},
		{"а.\n\n\n12 м", 11,
			"0-3 1 3 а. а.: 0-2=0-2\n6-11 2 3 12 м он екі метр: 6-8=0-4 6-8=5-11 "
			"9-11=12-20\n"},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) bytes = g_string_new_len(cases[i].bytes, cases[i].n_bytes);
		g_autofree char *got = read_in_pieces(lexicon, bytes, 5);
		g_assert_cmpstr(got, ==, cases[i].utterances);
	}
	oq_normalizer_free(NULL);
}

static char *
read_block(OqNormalizer *normalizer, const char *text, guint wrap_columns)
{
	OqBlock block = OQ_BLOCK_TEXT;
	g_autoptr(GString) bytes = g_string_new(text);
	block.wrap_columns = wrap_columns;
	oq_normalizer_begin(normalizer, &block);
	return read_on(normalizer, bytes, 50);
}

/* Whatever was read before, and if only in part, a block is what it is alone. */
static void
test_blocks(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqNormalizer) reused = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	const char *name = "Алматы Қаласының Әкімі Және Облыстың Мәслихаты Туралы ";
	g_autofree char *text = g_strconcat(name, name, name, name, name, NULL);
	g_autofree char *wrapped = text_case_wrap(text, 60);
	const char *second = strchr(wrapped, '\n') + 1;
	g_autofree char *two_lines = g_strndup(wrapped, strchr(second, '\n') - wrapped);
	g_autofree char *as_one = g_strdup_printf("0-%zu ", strlen(two_lines));
	const char *const texts[] = {two_lines, wrapped, "Бір", "Екі. Үш", "\n\n", ""};
	for (guint round = 0; round < ROUNDS; round++) {
		const char *next = texts[g_test_rand_int_range(0, G_N_ELEMENTS(texts))];
		guint width = g_test_rand_bit() ? 60 : 0;
		g_autoptr(OqNormalizer) fresh = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
		g_autofree char *alone = read_block(fresh, next, width);
		g_autofree char *among = read_block(reused, next, width);
		g_assert_cmpstr(among, ==, alone);
		if (next == two_lines) /* which only the width tells to be one sentence */
			g_assert_cmpint(g_str_has_prefix(alone, as_one), ==, width > 0);
		oq_normalizer_feed(reused, next, strlen(next)); /* … and is left */
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/normalizer/report", test_report);
	g_test_add_func("/normalizer/random", test_random);
	g_test_add_func("/normalizer/hostile", test_hostile);
	g_test_add_func("/normalizer/live", test_live);
	g_test_add_func("/normalizer/offsets", test_offsets);
	g_test_add_func("/normalizer/blocks", test_blocks);
	return g_test_run();
}
