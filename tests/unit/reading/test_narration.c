#include "audio/files/sink_memory.h"
#include "reading/narration.h"
#include "speech/engine_silent.h"

#define RATE_HZ 1000
#define WORD    50

/* voices/kk/pauses.tsv */
#define SENTENCE_MS  420
#define PARAGRAPH_MS 750
#define HEADING_MS   850

typedef struct {
	OqLexicon *lexicon;
	OqProsody *prosody;
	OqVoices *voices;
	OqSynthesizer *synthesizer;
	OqChain *chain;
	OqSink *sink;
	OqNarration *narration;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	OqStyle style = OQ_STYLE_DEFAULT;
	oq_style_set_voice(&style, "stock");
	fixture->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	fixture->prosody = oq_prosody_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	fixture->voices = oq_voices_new(OQ_TEST_VOICES, NULL);
	fixture->synthesizer = oq_synthesizer_new(
		oq_engine_silent_new(RATE_HZ, WORD), fixture->prosody, fixture->voices);
	fixture->sink = oq_sink_memory_new(RATE_HZ, 1);
	fixture->chain = oq_chain_new(RATE_HZ, RATE_HZ, 1);
	fixture->narration =
		oq_narration_new(fixture->synthesizer, fixture->chain, fixture->sink, &style);
}

static void
tear_down(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	oq_narration_free(fixture->narration);
	oq_chain_free(fixture->chain);
	oq_sink_free(fixture->sink);
	oq_synthesizer_free(fixture->synthesizer);
	oq_voices_free(fixture->voices);
	oq_prosody_free(fixture->prosody);
	oq_lexicon_free(fixture->lexicon);
}

static OqCursor *
new_cursor(const char *text, const OqLexicon *lexicon)
{
	return oq_cursor_new(oq_document_new_text(text, strlen(text)),
		oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
}

static void
speak(Fixture *fixture, const char *text)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqCursor) cursor = new_cursor(text, fixture->lexicon);
	g_assert_true(oq_narration_speak(fixture->narration, cursor, NULL, &error));
	g_assert_no_error(error);
}

/* Runs of sound (+) and of silence (-), in frames: "+100 -350 +50". */
static char *
shape(const Fixture *fixture)
{
	const GArray *frames = oq_sink_memory_frames(fixture->sink);
	GString *runs = g_string_new(NULL);
	guint length = 0;
	for (guint i = 0; i < frames->len; i++) {
		gboolean sounds = g_array_index(frames, gfloat, i) != 0;
		length++;
		if (i + 1 < frames->len && (g_array_index(frames, gfloat, i + 1) != 0) == sounds)
			continue;
		g_string_append_printf(
			runs, "%s%c%u", runs->len > 0 ? " " : "", sounds ? '+' : '-', length);
		length = 0;
	}
	return g_string_free(runs, FALSE);
}

static void
assert_shape(const Fixture *fixture, const char *form, guint pause_ms)
{
	g_autofree char *pause_text = g_strdup_printf("-%u", pause_ms);
	g_auto(GStrv) parts = g_strsplit(form, "P", -1);
	g_autofree char *expected = g_strjoinv(pause_text, parts);
	g_autofree char *actual = shape(fixture);
	g_assert_cmpstr(actual, ==, expected);
}

static void
test_pause_between_sentences(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	speak(fixture, "Бірінші сөйлем келді. Екінші келді.");
	assert_shape(fixture, "+150 P +100", SENTENCE_MS);
}

static void
test_pause_between_paragraphs(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	speak(fixture, "Бірінші сөйлем.\n\nЕкінші сөйлем.");
	assert_shape(fixture, "+100 P +100", PARAGRAPH_MS);
}

static void
test_pauses_do_not_add_up(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	speak(fixture, "* * *\n\nБірінші сөйлем.\n\n«»\n\n* * *\n\n…\n\nЕкінші сөйлем.\n\n* * *\n");
	assert_shape(fixture, "+100 P +100", PARAGRAPH_MS);
}

static void
test_longest_pause_wins(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	speak(fixture, "Бірінші сөйлем.\n\n!!! Екінші сөйлем.");
	assert_shape(fixture, "+100 P +100", PARAGRAPH_MS);
}

static void
test_pause_between_readings(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	speak(fixture, "Бірінші файл");
	speak(fixture, "");
	speak(fixture, "Екінші файл.");
	assert_shape(fixture, "+100 P +100", HEADING_MS);
}

static void
test_nothing_to_say(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	speak(fixture, "«» … —\n\n");
	g_assert_cmpuint(oq_sink_memory_frames(fixture->sink)->len, ==, 0);
	g_assert_cmpuint(oq_narration_count(fixture->narration).n_sentences, ==, 0);
}

static void
note_progress(const OqNarrationCount *count, gpointer data)
{
	g_string_append_printf(data, "%u:%u ", (guint)count->n_sentences, (guint)count->n_frames);
}

static void
test_progress(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) notes = g_string_new(NULL);
	oq_narration_on_progress(fixture->narration, note_progress, notes);
	speak(fixture, "Бірінші сөйлем. Екінші келді. Үшінші.");
	guint pause_ms = SENTENCE_MS;
	g_autofree char *expected =
		g_strdup_printf("1:100 2:%u 3:%u ", 200 + pause_ms, 250 + 2 * pause_ms);
	g_assert_cmpstr(notes->str, ==, expected);
}

static void
stop_after_first(const OqNarrationCount *count G_GNUC_UNUSED, gpointer data)
{
	g_cancellable_cancel(data);
}

static void
test_stopped(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqCursor) cursor = new_cursor("Бірінші сөйлем. Екінші келді.", fixture->lexicon);
	oq_narration_on_progress(fixture->narration, stop_after_first, stop);
	g_assert_false(oq_narration_speak(fixture->narration, cursor, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_cmpuint(oq_narration_count(fixture->narration).n_sentences, ==, 1);
	g_assert_cmpuint(oq_sink_memory_frames(fixture->sink)->len, ==, 2 * WORD);
	g_clear_error(&error);
	g_assert_false(oq_narration_finish(fixture->narration, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_false(oq_sink_memory_is_finished(fixture->sink));
}

/* At twice the rate and for two ears: all of it, the end that the chain held back included. */
static void
test_chain(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqChain) chain = oq_chain_new(RATE_HZ, 2 * RATE_HZ, 2);
	g_autoptr(OqSink) sink = oq_sink_memory_new(2 * RATE_HZ, 2);
	OqStyle style = OQ_STYLE_DEFAULT;
	oq_style_set_voice(&style, "stock");
	g_autoptr(OqNarration) narration =
		oq_narration_new(fixture->synthesizer, chain, sink, &style);
	g_autoptr(OqCursor) cursor = new_cursor("Бірінші сөйлем. Екінші келді.", fixture->lexicon);
	g_assert_true(oq_narration_speak(narration, cursor, NULL, &error));
	g_assert_true(oq_narration_finish(narration, NULL, &error));
	g_assert_no_error(error);
	g_assert_true(oq_sink_memory_is_finished(sink));
	g_assert_cmpuint(oq_narration_count(narration).n_frames, ==, 4 * WORD + SENTENCE_MS);
	g_assert_cmpuint(oq_sink_memory_frames(sink)->len, ==, 4 * (4 * WORD + SENTENCE_MS));
}

static void
add(const char *path, void (*test)(Fixture *, gconstpointer))
{
	g_test_add(path, Fixture, NULL, set_up, test, tear_down);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	add("/narration/pause-between-sentences", test_pause_between_sentences);
	add("/narration/pause-between-paragraphs", test_pause_between_paragraphs);
	add("/narration/pauses-do-not-add-up", test_pauses_do_not_add_up);
	add("/narration/longest-pause-wins", test_longest_pause_wins);
	add("/narration/pause-between-readings", test_pause_between_readings);
	add("/narration/nothing-to-say", test_nothing_to_say);
	add("/narration/progress", test_progress);
	add("/narration/stopped", test_stopped);
	add("/narration/chain", test_chain);
	return g_test_run();
}
