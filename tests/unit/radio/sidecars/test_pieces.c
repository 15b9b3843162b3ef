#include "radio/sidecars/pieces.h"

#include "made_transcript.h"

static const char *const break_names[] = {"-", "", ",", ".", "P", "!"};

/* "[break]text@milliseconds+length|…" */
static char *
describe(const OqTranscript *made)
{
	g_autoptr(GArray) pieces = oq_pieces_make(made);
	GString *all = g_string_new(NULL);
	for (guint i = 0; i < pieces->len; i++) {
		const OqPiece *piece = &g_array_index(pieces, OqPiece, i);
		g_assert_cmpuint(piece->width, <=, OQ_PIECES_LINE);
		g_string_append_printf(all, "[%s]%s%s@%u+%u|", break_names[piece->before],
			piece->is_spaced ? "" : "~", piece->text, (guint)(piece->frame / 48),
			(guint)((piece->end_frame - piece->frame) / 48));
	}
	return g_string_free(all, FALSE);
}

static void
assert_pieces(const OqTranscript *made, const char *wanted)
{
	g_autofree char *pieces = describe(made);
	g_assert_cmpstr(pieces, ==, wanted);
}

static void
test_breaks(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, "(Aa bb), cc – dd", 100, 0)->follows = OQ_BREAK_CLAUSE;
	made_transcript_say(made, "ee", 100, 0)->follows = OQ_BREAK_PARAGRAPH;
	made_transcript_say(made, "ff", 100, 0);
	made_transcript_say(made, "gg-hh ii", 100, 0);
	oq_transcript_begin_item(made, NULL, NULL);
	made_transcript_say(made, "jj", 100, 0);
	assert_pieces(made,
		"[!](Aa@0+100|[]bb),@100+100|[,]cc –@200+100|[,]dd@300+100|[,]ee@400+100|"
		"[P]ff@500+100|[.]gg-hh@600+200|[]ii@800+100|[!]jj@900+100|");
}

/* What is heard as a pause divides, too. */
static void
test_pause_is_a_break(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, "aa bb cc", 100, 0);
	g_array_index(made->words, OqTranscriptWord, 0).end_frame -= made_transcript_frames(50);
	g_array_index(made->words, OqTranscriptWord, 1).end_frame -= made_transcript_frames(49);
	assert_pieces(made, "[!]aa@0+50|[,]bb@100+51|[]cc@200+100|");
}

static void
test_long_word(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	g_autofree char *letters = g_strnfill(100, 'a');
	g_autofree char *wanted =
		g_strdup_printf("[!]%.34s@0+1020|[-]~%.34s@1020+1020|[-]~%.32s@2040+960|", letters,
			letters, letters);
	made_transcript_say(made, letters, 3000, 0);
	assert_pieces(made, wanted);
}

/* Letters stay with their marks; but for one that is longer than any line. */
static void
test_letters_stay_whole(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	g_autoptr(GString) text = g_string_new("a");
	for (guint i = 0; i < 100; i++)
		g_string_append(text, "e\xCC\x81");
	for (guint i = 0; i < 100; i++)
		g_string_append(text, "\xCC\x81");
	made_transcript_say(made, text->str, 3000, 0);
	g_autoptr(GArray) pieces = oq_pieces_make(made);
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = 0; i < pieces->len; i++) {
		const OqPiece *piece = &g_array_index(pieces, OqPiece, i);
		g_assert_true(g_utf8_validate(piece->text, -1, NULL));
		g_assert_true(i >= 5 || !g_unichar_ismark(g_utf8_get_char(piece->text)));
		g_string_append(all, piece->text);
	}
	g_assert_cmpstr(all->str, ==, text->str);
}

static const char number[] = "123456789012345 bb";

static void
say_number(OqTranscript *made, guint n_words, guint word_ms)
{
	made_transcript_begin(made, number, 0);
	for (guint i = 0; i < n_words; i++)
		made_transcript_word(made, number, number, number + 15, word_ms);
	made_transcript_word(made, number, number + 16, number + 18, 100);
}

/* It is shown anew with one of its words. */
static void
test_long_to_say(void)
{
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	say_number(made, 15, 500);
	assert_pieces(
		made, "[!]123456789012345@0+3500|[!]123456789012345@3500+4000|[]bb@7500+100|");
}

static void
test_long_in_both_ways(void)
{
	static const char text[] = "11 222 33 444 55 666 77 888 99 000 11 222 33 444 55 666";
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_begin(made, text, 0);
	for (guint i = 0; i < 16; i++)
		made_transcript_word(made, text, text, text + strlen(text), 250);
	assert_pieces(made,
		"[!]11 222 33 444 55 666 77 888@0+2000|[-]99 000 11 222 33 444 55 666@2000+2000|");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pieces/breaks", test_breaks);
	g_test_add_func("/pieces/pause-is-a-break", test_pause_is_a_break);
	g_test_add_func("/pieces/long-word", test_long_word);
	g_test_add_func("/pieces/letters-stay-whole", test_letters_stay_whole);
	g_test_add_func("/pieces/long-to-say", test_long_to_say);
	g_test_add_func("/pieces/long-in-both-ways", test_long_in_both_ways);
	return g_test_run();
}
