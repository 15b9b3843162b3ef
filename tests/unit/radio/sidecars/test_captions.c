#include "radio/sidecars/captions.h"

#include "made_transcript.h"
#include "radio/sidecars/shown.h"

static void
check_line(const char *line)
{
	g_assert_cmpint(g_utf8_strlen(line, -1), <=, OQ_PIECES_LINE);
	g_assert_cmpint(g_utf8_strlen(line, -1), >, 0);
	g_assert_false(g_str_has_prefix(line, " ") || g_str_has_suffix(line, " "));
}

/* "milliseconds-milliseconds text|…", having looked at the limits that always hold. */
static char *
describe(const OqTranscript *made)
{
	g_autoptr(GArray) captions = oq_captions_make(made);
	GString *all = g_string_new(NULL);
	guint64 behind_ms = 0;
	for (guint i = 0; i < captions->len; i++) {
		const OqCaption *caption = &g_array_index(captions, OqCaption, i);
		g_auto(GStrv) lines = g_strsplit(caption->text, "\n", -1);
		g_assert_cmpuint(g_strv_length(lines), <=, 2);
		for (guint j = 0; lines[j] != NULL; j++)
			check_line(lines[j]);
		g_assert_cmpuint(caption->start_ms, >=, behind_ms);
		g_assert_cmpuint(caption->end_ms, >, caption->start_ms);
		g_assert_cmpuint(caption->end_ms, <=, caption->start_ms + OQ_CAPTIONS_MAX_MS);
		behind_ms = caption->end_ms + OQ_CAPTIONS_GAP_MS;
		g_string_append_printf(all, "%u-%u %s|", (guint)caption->start_ms,
			(guint)caption->end_ms, caption->text);
	}
	return g_string_free(all, FALSE);
}

static void
assert_captions(const OqTranscript *made, const char *wanted)
{
	g_autofree char *captions = describe(made);
	g_assert_cmpstr(captions, ==, wanted);
}

static void
test_sentences(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, "Бір екі үш.", 400, 500);
	made_transcript_say(made, "Төрт бес.", 400, 300);
	made_transcript_end(made, 0);
	assert_captions(made, "500-1700 Бір екі үш.|2000-2800 Төрт бес.|");
}

/* At the end of a clause, though the first caption could hold more. */
static void
test_clauses(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made,
		"Қаланың орталық көшесінде жаңа кітапхана ашылды, енді оған күн сайын "
		"мыңнан астам оқырман келіп жатыр.",
		300, 0);
	made_transcript_end(made, 0);
	assert_captions(made, "0-1716 Қаланың орталық көшесінде\nжаңа кітапхана ашылды,|"
			      "1800-4500 енді оған күн сайын мыңнан\nастам оқырман келіп жатыр.|");
}

/* A short one stays a while, if it is not in the way. */
static void
test_short_one_stays(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, "Иә.", 200, 0);
	made_transcript_say(made, "Бір екі үш төрт.", 300, 700);
	made_transcript_say(made, "Жоқ.", 200, 700);
	made_transcript_end(made, 700);
	assert_captions(made, "0-800 Иә.|900-2100 Бір екі үш төрт.|2800-3600 Жоқ.|");
}

static void
test_short_ones_stand_together(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, "Иә.", 200, 0);
	made_transcript_say(made, "Жоқ.", 200, 100);
	made_transcript_say(made, "Бәлкім.", 400, 100);
	made_transcript_end(made, 0);
	assert_captions(made, "0-1000 Иә. Жоқ. Бәлкім.|");
}

static void
test_items_are_apart(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, "Иә.", 200, 0);
	oq_transcript_begin_item(made, NULL, NULL);
	made_transcript_say(made, "Жоқ.", 200, 100);
	made_transcript_end(made, 0);
	assert_captions(made, "0-216 Иә.|300-500 Жоқ.|");
}

static void
test_slow(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, "бір екі үш төрт бес алты жеті сегіз", 2000, 0);
	made_transcript_end(made, 0);
	assert_captions(made, "0-5916 бір екі үш|6000-11916 төрт бес алты|12000-16000 жеті сегіз|");
}

static void
test_nothing(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_end(made, 1000);
	assert_captions(made, "");
}

static void
append_random_word(GString *text)
{
	static const char *const signs[] = {"", "", "", "", ",", ".", " –", "»", "!", "-->"};
	static const char *const letters[] = {"а", "қ", "б", "е\xCC\x81", "1", "<", "{",
		"\xE2\x80\x8B", "\xD7\x90", "\xF0\x9F\x98\x80"};
	guint n = (guint)g_test_rand_int_range(1, g_test_rand_bit() ? 8 : 90);
	for (guint i = 0; i < n; i++)
		g_string_append(
			text, letters[g_test_rand_int_range(0, 10) % G_N_ELEMENTS(letters)]);
	g_string_append(text, signs[g_test_rand_int_range(0, G_N_ELEMENTS(signs))]);
	g_string_append_c(text, ' ');
}

static void
append_solid(GString *all, const char *text)
{
	for (const char *p = text; *p != '\0'; p++)
		if (*p != ' ' && *p != '\n')
			g_string_append_c(all, *p);
}

/* No word takes so long that it is shown twice. */
static void
test_nothing_is_lost(void)
{
	for (guint round = 0; round < 300; round++) {
		g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
		g_autoptr(GString) text = g_string_new(NULL), wanted = g_string_new(NULL);
		g_autoptr(GString) line = g_string_new(NULL), shown = g_string_new(NULL);
		for (guint j = (guint)g_test_rand_int_range(1, 40); j > 0; j--)
			append_random_word(text);
		made_transcript_say(made, text->str, (guint)g_test_rand_int_range(80, 150), 0);
		made_transcript_end(made, 1000);
		oq_shown_append(line, text->str, text->len);
		append_solid(wanted, line->str);
		g_autoptr(GArray) captions = oq_captions_make(made);
		for (guint i = 0; i < captions->len; i++)
			append_solid(shown, g_array_index(captions, OqCaption, i).text);
		g_assert_cmpstr(shown->str, ==, wanted->str);
	}
}

static void
test_random(void)
{
	for (guint round = 0; round < 300; round++) {
		g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
		guint n = (guint)g_test_rand_int_range(1, 20);
		for (guint i = 0; i < n; i++) {
			g_autoptr(GString) text = g_string_new(NULL);
			for (guint j = (guint)g_test_rand_int_range(1, 12); j > 0; j--)
				append_random_word(text);
			made_transcript_say(made, text->str, (guint)g_test_rand_int_range(0, 3000),
				(guint)g_test_rand_int_range(0, 1000))
				->follows = (OqBreak)g_test_rand_int_range(0, 4);
		}
		made_transcript_end(made, 1000);
		g_autofree char *captions = describe(made);
		g_assert_true(g_utf8_validate(captions, -1, NULL));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/captions/sentences", test_sentences);
	g_test_add_func("/captions/clauses", test_clauses);
	g_test_add_func("/captions/short-one-stays", test_short_one_stays);
	g_test_add_func("/captions/short-ones-stand-together", test_short_ones_stand_together);
	g_test_add_func("/captions/items-are-apart", test_items_are_apart);
	g_test_add_func("/captions/slow", test_slow);
	g_test_add_func("/captions/nothing", test_nothing);
	g_test_add_func("/captions/random", test_random);
	g_test_add_func("/captions/nothing-is-lost", test_nothing_is_lost);
	return g_test_run();
}
