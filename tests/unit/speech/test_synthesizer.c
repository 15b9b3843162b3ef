#include "speech/synthesizer.h"

#include "faulty_engine.h"
#include "speech/engine_silent.h"
#include "test_voice.h"

#include <math.h>
#include <string.h>

#define RATE_HZ 1000
#define WORD    50

/* voices/kk/pauses.tsv */
#define COMMA_MS     180
#define SENTENCE_MS  420
#define PARAGRAPH_MS 750

typedef struct {
	OqVoices *voices;
	OqSynthesizer *synthesizer;
	OqPassage passage;
	GPtrArray *speeches; /* that came */
	guint n_wanted;      /* 0: all */
} Fixture;

static const FaultyEngineHow plain = {.rate_hz = RATE_HZ, .frames_per_word = WORD};

/* A voice that makes Kazakh neither louder nor softer, Russian twice as loud. */
static OqVoice *
make_voice(void)
{
	OqVoice *voice = oq_voice_new_stock("plain");
	voice->gains = (OqVoiceGains){{0, 20 * log10(2), 0}};
	return voice;
}

static void
unref_speech(gpointer speech)
{
	oq_speech_unref(speech);
}

static void
set_up(Fixture *fixture, gconstpointer data)
{
	const FaultyEngineHow *how = data != NULL ? data : &plain;
	OqStyle style = OQ_STYLE_DEFAULT;
	oq_style_set_voice(&style, "plain");
	fixture->voices = oq_voices_new(OQ_TEST_VOICES, NULL);
	oq_voices_add(fixture->voices, make_voice());
	fixture->synthesizer =
		oq_synthesizer_new(faulty_engine_new(how), test_prosody(), fixture->voices);
	fixture->speeches = g_ptr_array_new_with_free_func(unref_speech);
	oq_passage_init(&fixture->passage, &style);
}

static void
tear_down(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	oq_synthesizer_free(fixture->synthesizer);
	oq_voices_free(fixture->voices);
	oq_passage_clear(&fixture->passage);
	g_ptr_array_unref(fixture->speeches);
}

/* The next utterance of the passage: each word has ten times its place as its source range. */
static OqUtterance *
add(Fixture *fixture, const char *spoken, OqBreak follows)
{
	OqUtterance *utterance = oq_passage_spare(&fixture->passage);
	utterance->start = fixture->passage.n_utterances * 1000;
	utterance->end = utterance->start + 999;
	utterance->follows = follows;
	g_auto(GStrv) parts = g_strsplit(spoken, ".", 2); /* a point is no part of a word */
	if (*spoken != '\0')
		oq_utterance_say(utterance, parts[0], 0, 1, NULL);
	g_string_append(utterance->spoken, strchr(spoken, '.') != NULL ? "." : "");
	for (guint i = 0; i < utterance->words->len; i++) {
		OqWord *word = &g_array_index(utterance->words, OqWord, i);
		word->start = utterance->start + i * 10;
		word->end = word->start + 5;
	}
	oq_passage_add(&fixture->passage);
	return utterance;
}

static gboolean
take(const OqSpeech *speech, gpointer data)
{
	Fixture *fixture = data;
	g_ptr_array_add(fixture->speeches, oq_speech_new(speech));
	return fixture->speeches->len != fixture->n_wanted;
}

static const OqSpeech *
speech_at(const Fixture *fixture, guint i)
{
	g_assert_cmpuint(i, <, fixture->speeches->len);
	return g_ptr_array_index(fixture->speeches, i);
}

static const OqSpeech *
speak(Fixture *fixture)
{
	g_autoptr(GError) error = NULL;
	g_ptr_array_set_size(fixture->speeches, 0);
	g_assert_true(oq_synthesizer_speak(
		fixture->synthesizer, &fixture->passage, take, fixture, &error));
	g_assert_no_error(error);
	return speech_at(fixture, 0);
}

static void
assert_mark(const OqSpeech *speech, guint i, guint frame, guint word)
{
	g_assert_cmpuint(i, <, speech->n_marks);
	g_assert_cmpuint(speech->marks[i].frame, ==, frame);
	g_assert_cmpuint(speech->marks[i].start, ==, speech->start + word * 10);
	g_assert_cmpuint(speech->marks[i].end, ==, speech->start + word * 10 + 5);
}

static void
test_pauses(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	add(fixture, "бір, екі үш.", OQ_BREAK_SENTENCE);
	add(fixture, "төрт.", OQ_BREAK_PARAGRAPH);
	add(fixture, "", OQ_BREAK_PARAGRAPH)->rest_ms = 4 * PARAGRAPH_MS;
	const OqSpeech *speech = speak(fixture);
	g_assert_cmpuint(fixture->speeches->len, ==, 3);
	g_assert_cmpuint(speech->rate_hz, ==, RATE_HZ);
	g_assert_cmpuint(speech->end, ==, 999);
	g_assert_cmpuint(speech->n_voiced, ==, 3 * WORD + COMMA_MS);
	g_assert_cmpuint(speech->n_inner, ==, COMMA_MS);
	g_assert_cmpuint(speech->n_frames - speech->n_voiced, ==, SENTENCE_MS);
	g_assert_cmpint(speech->samples[WORD - 1], !=, 0);
	g_assert_cmpint(speech->samples[WORD], ==, 0);
	g_assert_cmpint(speech->samples[WORD + COMMA_MS - 1], ==, 0);
	g_assert_cmpint(speech->samples[WORD + COMMA_MS], !=, 0);
	speech = speech_at(fixture, 1);
	g_assert_cmpuint(speech->start, ==, 1000);
	g_assert_cmpuint(speech->n_voiced, ==, WORD);
	g_assert_cmpuint(speech->n_frames - speech->n_voiced, ==, PARAGRAPH_MS);
	speech = speech_at(fixture, 2);
	g_assert_cmpuint(speech->n_voiced, ==, 0);
	g_assert_cmpuint(speech->n_frames, ==, 4 * PARAGRAPH_MS);
}

static void
test_style(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	add(fixture, "бір, екі.", OQ_BREAK_SENTENCE);
	fixture->passage.style.speed_wpm = 260;
	const OqSpeech *speech = speak(fixture);
	g_assert_cmpuint(speech->n_voiced, ==, 2 * WORD + COMMA_MS / 2);
	g_assert_cmpuint(speech->n_frames - speech->n_voiced, ==, SENTENCE_MS / 2);
	fixture->passage.style.speed_wpm = 130;
	g_assert_cmpuint(speak(fixture)->n_voiced, ==, 2 * WORD + COMMA_MS);
	fixture->passage.style.pauses_percent = 300;
	g_assert_cmpuint(speak(fixture)->n_frames, ==, 2 * WORD + 3 * (COMMA_MS + SENTENCE_MS));
}

static void
test_marks(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	add(fixture, "нөл бір, екі үш.", OQ_BREAK_SENTENCE);
	const OqSpeech *speech = speak(fixture);
	g_assert_cmpuint(speech->n_marks, ==, 4);
	assert_mark(speech, 0, 0, 0);
	assert_mark(speech, 1, WORD, 1);
	assert_mark(speech, 2, 2 * WORD + COMMA_MS, 2);
	assert_mark(speech, 3, 3 * WORD + COMMA_MS, 3);
}

/* The silence with which an engine begins is cut off, and the marks come earlier by as much. */
static const FaultyEngineHow leading = {
	.rate_hz = RATE_HZ, .frames_per_word = WORD, .lead_frames = 30};

/* Only what leads to a further word is a mark. */
static const FaultyEngineHow odd = {
	.rate_hz = RATE_HZ, .frames_per_word = WORD, .lead_frames = 30, .odd_places = TRUE};

/* A clause that is silent, and the pause that would be before it, are nothing. */
static const FaultyEngineHow mute = {
	.rate_hz = RATE_HZ, .frames_per_word = WORD, .mute_word = "бір"};

static void
test_mute_clause(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	add(fixture, "нөл, бір, екі.", OQ_BREAK_SENTENCE);
	add(fixture, "бір, нөл.", OQ_BREAK_SENTENCE);
	add(fixture, "нөл, бір.", OQ_BREAK_SENTENCE);
	const OqSpeech *speech = speak(fixture);
	g_assert_cmpuint(speech->n_voiced, ==, 2 * WORD + COMMA_MS);
	g_assert_cmpuint(speech->n_marks, ==, 2);
	assert_mark(speech, 1, WORD + COMMA_MS, 2);
	g_assert_cmpuint(speech_at(fixture, 1)->n_voiced, ==, WORD);
	assert_mark(speech_at(fixture, 1), 0, 0, 1);
	g_assert_cmpuint(speech_at(fixture, 2)->n_voiced, ==, WORD);
}

/* Of a silent word at the end nothing is left but its mark. */
static void
test_mute_word(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	add(fixture, "нөл бір.", OQ_BREAK_SENTENCE);
	const OqSpeech *speech = speak(fixture);
	g_assert_cmpuint(speech->n_voiced, ==, WORD);
	g_assert_cmpuint(speech->n_marks, ==, 2);
}

static const FaultyEngineHow no_russian = {
	.rate_hz = RATE_HZ, .frames_per_word = WORD, .missing = OQ_LANG_RU};

static gint16
loudness(Fixture *fixture, OqLang lang, guint8 volume_percent)
{
	oq_passage_reset(&fixture->passage);
	OqUtterance *utterance = add(fixture, "бір", OQ_BREAK_SENTENCE);
	g_array_index(utterance->words, OqWord, 0).lang = lang;
	fixture->passage.style.volume_percent = volume_percent;
	return speak(fixture)->samples[WORD / 2];
}

static void
test_gain(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_cmpint(loudness(fixture, OQ_LANG_KK, 100), ==, FAULTY_SAMPLE);
	g_assert_cmpint(loudness(fixture, OQ_LANG_RU, 100), ==, 2 * FAULTY_SAMPLE);
	g_assert_cmpint(loudness(fixture, OQ_LANG_KK, 50), ==, FAULTY_SAMPLE / 2);
}

/* The gain is that of the voice that was heard. */
static void
test_gain_of_missing(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_cmpint(loudness(fixture, OQ_LANG_RU, 100), ==, FAULTY_SAMPLE);
}

/* The volume changes how loud it is and nothing else. */
static void
test_volume(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	add(fixture, "нөл, бір екі.", OQ_BREAK_SENTENCE);
	add(fixture, "үш.", OQ_BREAK_SENTENCE);
	speak(fixture);
	g_autoptr(GPtrArray) loud = g_steal_pointer(&fixture->speeches);
	fixture->speeches = g_ptr_array_new_with_free_func(unref_speech);
	fixture->passage.style.volume_percent = 0;
	speak(fixture);
	for (guint i = 0; i < 2; i++) {
		const OqSpeech *speech = speech_at(fixture, i), *other = loud->pdata[i];
		g_assert_cmpuint(speech->n_voiced, ==, other->n_voiced);
		g_assert_cmpuint(speech->n_frames, ==, other->n_frames);
		g_assert_cmpuint(speech->n_marks, ==, other->n_marks);
		for (guint k = 0; k < speech->n_marks; k++)
			g_assert_cmpuint(speech->marks[k].frame, ==, other->marks[k].frame);
		for (gsize k = 0; k < speech->n_voiced; k++)
			g_assert_cmpint(speech->samples[k], ==, 0);
	}
}

/* A millisecond at each end of a clause. */
static void
test_fades(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	add(fixture, "нөл бір, екі.", OQ_BREAK_SENTENCE);
	const gint16 *samples = speak(fixture)->samples;
	g_assert_cmpint(samples[0], ==, FAULTY_SAMPLE / 2);
	g_assert_cmpint(samples[1], ==, FAULTY_SAMPLE);
	g_assert_cmpint(samples[WORD], ==, FAULTY_SAMPLE);
	g_assert_cmpint(samples[2 * WORD - 1], ==, FAULTY_SAMPLE / 2);
	g_assert_cmpint(samples[2 * WORD + COMMA_MS], ==, FAULTY_SAMPLE / 2);
}

/* It begins in a clause; the second utterance is said from its beginning. */
static void
test_first_word(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	add(fixture, "нөл, бір екі, үш.", OQ_BREAK_SENTENCE);
	add(fixture, "төрт бес.", OQ_BREAK_SENTENCE);
	fixture->passage.first_word = 2;
	const OqSpeech *speech = speak(fixture);
	g_assert_cmpuint(speech->n_voiced, ==, 2 * WORD + COMMA_MS);
	g_assert_cmpuint(speech->n_marks, ==, 2);
	assert_mark(speech, 0, 0, 2);
	assert_mark(speech, 1, WORD + COMMA_MS, 3);
	g_assert_cmpuint(speech_at(fixture, 1)->n_voiced, ==, 2 * WORD);
	fixture->passage.first_word = 4;
	speech = speak(fixture);
	g_assert_cmpuint(speech->n_voiced, ==, 0);
	g_assert_cmpuint(speech->n_frames, ==, SENTENCE_MS);
}

static void
test_enough(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < 3; i++)
		add(fixture, "нөл.", OQ_BREAK_SENTENCE);
	fixture->n_wanted = 2;
	speak(fixture);
	g_assert_cmpuint(fixture->speeches->len, ==, 2);
}

/* What was made before it is heard; the synthesizer can go on. */
static const FaultyEngineHow failing = {
	.rate_hz = RATE_HZ, .frames_per_word = WORD, .fail_word = "екі"};

static void
test_failure(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	add(fixture, "бір.", OQ_BREAK_SENTENCE);
	add(fixture, "нөл, екі.", OQ_BREAK_SENTENCE);
	g_assert_false(oq_synthesizer_speak(
		fixture->synthesizer, &fixture->passage, take, fixture, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_FAILED);
	g_assert_cmpuint(fixture->speeches->len, ==, 1);
	fixture->passage.n_utterances = 1;
	g_assert_cmpuint(speak(fixture)->n_marks, ==, 1);
}

static void
test_no_voice(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqVoices) voices = oq_voices_new("/nowhere", NULL);
	g_autoptr(OqSynthesizer) synthesizer =
		oq_synthesizer_new(oq_engine_silent_new(RATE_HZ, WORD), test_prosody(), voices);
	OqUtterance *utterance = add(fixture, "бір.", OQ_BREAK_SENTENCE);
	g_assert_false(oq_synthesizer_speak(synthesizer, &fixture->passage, take, fixture, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_clear_error(&error);
	g_assert_null(
		oq_synthesizer_phonemes(synthesizer, utterance, &fixture->passage.style, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_cmpuint(fixture->speeches->len, ==, 0);
}

static void
test_phonemes(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	const OqStyle *style = &fixture->passage.style;
	OqUtterance *some = add(fixture, "нөл бір, «екі», үш!", OQ_BREAK_SENTENCE);
	OqUtterance *none = add(fixture, "", OQ_BREAK_SENTENCE);
	g_autofree char *ipa = oq_synthesizer_phonemes(fixture->synthesizer, some, style, &error);
	g_autofree char *nothing =
		oq_synthesizer_phonemes(fixture->synthesizer, none, style, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(ipa, ==, "нөл бір «екі» үш!");
	g_assert_cmpstr(nothing, ==, "");
}

static void
run(const char *path, const FaultyEngineHow *how, void (*test)(Fixture *, gconstpointer))
{
	g_test_add(path, Fixture, how, set_up, test, tear_down);
}

/* The voice of quotations is twice as loud; a passage may begin with it, too. */
static void
test_quoted(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	OqVoice *loud = oq_voice_new_stock("loud");
	loud->gains = (OqVoiceGains){{20 * log10(2), 0, 0}};
	oq_voices_add(fixture->voices, loud);
	OqUtterance *first = add(fixture, "бір, екі.", OQ_BREAK_SENTENCE);
	g_array_index(first->words, OqWord, 1).quoted = TRUE;
	g_assert_true(oq_style_set_quotes(&fixture->passage.style, "loud"));
	const OqSpeech *speech = speak(fixture);
	g_assert_cmpint(speech->samples[WORD / 2], ==, FAULTY_SAMPLE);
	g_assert_cmpint(speech->samples[WORD + COMMA_MS + WORD / 2], ==, 2 * FAULTY_SAMPLE);
	g_array_index(first->words, OqWord, 0).quoted = TRUE;
	for (guint i = 0; i < 2; i++)
		g_assert_cmpint(speak(fixture)->samples[WORD / 2], ==, 2 * FAULTY_SAMPLE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	run("/synthesizer/pauses", NULL, test_pauses);
	run("/synthesizer/style", NULL, test_style);
	run("/synthesizer/marks", NULL, test_marks);
	run("/synthesizer/marks-behind-a-lead", &leading, test_marks);
	run("/synthesizer/marks-of-odd-places", &odd, test_marks);
	run("/synthesizer/mute-clause", &mute, test_mute_clause);
	run("/synthesizer/mute-word", &mute, test_mute_word);
	run("/synthesizer/gain", NULL, test_gain);
	run("/synthesizer/gain-of-missing", &no_russian, test_gain_of_missing);
	run("/synthesizer/volume", &leading, test_volume);
	run("/synthesizer/fades", NULL, test_fades);
	run("/synthesizer/first-word", NULL, test_first_word);
	run("/synthesizer/enough", NULL, test_enough);
	run("/synthesizer/failure", &failing, test_failure);
	run("/synthesizer/no-voice", NULL, test_no_voice);
	run("/synthesizer/phonemes", NULL, test_phonemes);
	run("/synthesizer/quoted", NULL, test_quoted);
	return g_test_run();
}
