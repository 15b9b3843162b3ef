#include "speech/wire.h"

#include <string.h>

static void
fill_passage(OqPassage *passage)
{
	OqStyle style = {"ainur", 250, 60, 0, 70, 150, -20, "dauren"};
	passage->style = style;
	OqUtterance *first = oq_passage_spare(passage);
	first->start = 100;
	first->end = G_GUINT64_CONSTANT(5000000000);
	first->follows = OQ_BREAK_CLAUSE;
	first->rest_ms = OQ_REST_MAX_MS;
	oq_utterance_say(first, "жиырма үш,", 100, 102, "number");
	oq_utterance_say(first, "Windows", G_GUINT64_CONSTANT(4999999990), first->end, NULL);
	g_array_index(first->words, OqWord, 2).lang = OQ_LANG_EN;
	g_array_index(first->words, OqWord, 1).quoted = TRUE;
	oq_passage_add(passage);
	OqUtterance *second = oq_passage_spare(passage);
	second->start = second->end = first->end;
	second->follows = OQ_BREAK_PARAGRAPH;
	oq_passage_add(passage);
	passage->first_word = 2;
}

static void
assert_same_utterance(const OqUtterance *utterance, const OqUtterance *other)
{
	g_assert_cmpuint(utterance->start, ==, other->start);
	g_assert_cmpuint(utterance->end, ==, other->end);
	g_assert_cmpint(utterance->follows, ==, other->follows);
	g_assert_cmpuint(utterance->rest_ms, ==, other->rest_ms);
	g_assert_cmpstr(utterance->spoken->str, ==, other->spoken->str);
	g_assert_cmpuint(utterance->words->len, ==, other->words->len);
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		const OqWord *same = oq_utterance_word(other, i);
		g_assert_cmpuint(word->start, ==, same->start);
		g_assert_cmpuint(word->end, ==, same->end);
		g_assert_cmpuint(word->spoken_start, ==, same->spoken_start);
		g_assert_cmpuint(word->spoken_end, ==, same->spoken_end);
		g_assert_cmpint(word->lang, ==, same->lang);
		g_assert_cmpint(word->quoted, ==, same->quoted);
		g_assert_cmpint(word->rule == NULL, ==, same->rule == NULL);
	}
}

static void
test_passage(void)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_autoptr(GError) error = NULL;
	g_auto(OqPassage) passage, other;
	oq_passage_init(&passage, &style);
	oq_passage_init(&other, &style);
	fill_passage(&passage);
	oq_passage_add(&other); /* which is to be forgotten */

	g_autoptr(GBytes) record = oq_wire_pack_passage(&passage);
	g_assert_cmpint(oq_wire_kind(record), ==, OQ_WIRE_PASSAGE);
	g_assert_true(oq_wire_unpack_passage(record, &other, &error));

	g_assert_no_error(error);
	g_assert_true(oq_style_equal(&other.style, &passage.style));
	g_assert_cmpuint(other.n_utterances, ==, 2);
	g_assert_cmpuint(other.first_word, ==, 2);
	for (guint i = 0; i < 2; i++)
		assert_same_utterance(&other.utterances[i], &passage.utterances[i]);
}

static GBytes *
pack_some_passage(void)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_auto(OqPassage) passage;
	oq_passage_init(&passage, &style);
	fill_passage(&passage);
	return oq_wire_pack_passage(&passage);
}

static GBytes *
pack_some_speech(void)
{
	static const OqMark marks[] = {{0, 5, 9}, {2, 5, 9}, {2, 10, 14}};
	static const gint16 samples[] = {1, -2, 32767};
	const OqSpeech head = {.rate_hz = 22050,
		.start = 5,
		.end = 15,
		.n_voiced = 3,
		.n_frames = 9000,
		.n_inner = 1,
		.n_marks = 3,
		.marks = marks,
		.samples = samples};
	g_autoptr(OqSpeech) speech = oq_speech_new(&head);
	return oq_wire_pack_speech(speech);
}

static void
test_speech(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) record = pack_some_speech();

	g_autoptr(OqSpeech) speech = oq_wire_unpack_speech(record, &error);

	static const gint16 samples[] = {1, -2, 32767};
	g_assert_no_error(error);
	g_assert_cmpint(oq_wire_kind(record), ==, OQ_WIRE_SPEECH);
	g_assert_cmpuint(speech->rate_hz, ==, 22050);
	g_assert_cmpuint(speech->start, ==, 5);
	g_assert_cmpuint(speech->end, ==, 15);
	g_assert_cmpuint(speech->n_frames, ==, 9000);
	g_assert_cmpuint(speech->n_inner, ==, 1);
	g_assert_cmpmem(
		speech->samples, speech->n_voiced * sizeof(gint16), samples, sizeof samples);
	g_assert_cmpuint(speech->n_marks, ==, 3);
	g_assert_cmpuint(speech->marks[2].frame, ==, 2);
	g_assert_cmpuint(speech->marks[2].start, ==, 10);
	g_assert_cmpuint(speech->marks[2].end, ==, 14);
}

static void
test_silent_speech(void)
{
	const OqSpeech head = {.rate_hz = 22050, .n_frames = 100};
	g_autoptr(OqSpeech) speech = oq_speech_new(&head);
	g_autoptr(GBytes) record = oq_wire_pack_speech(speech);

	g_autoptr(OqSpeech) other = oq_wire_unpack_speech(record, NULL);

	g_assert_nonnull(other);
	g_assert_cmpuint(other->n_voiced, ==, 0);
	g_assert_cmpuint(other->n_frames, ==, 100);
}

static void
assert_error(GQuark domain, int code, int expected)
{
	g_autoptr(GError) error = g_error_new_literal(domain, code, "дауыс жоқ");
	g_autoptr(GError) other = NULL;
	g_autoptr(GBytes) record = oq_wire_pack_error(error);

	g_assert_cmpint(oq_wire_kind(record), ==, OQ_WIRE_ERROR);
	oq_wire_unpack_error(record, &other);
	g_assert_error(other, OQ_SPEECH_ERROR, expected);
	g_assert_cmpstr(other->message, ==, "дауыс жоқ");
}

static void
test_error(void)
{
	assert_error(OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE, OQ_SPEECH_ERROR_NO_VOICE);
	assert_error(OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE, OQ_SPEECH_ERROR_NO_ENGINE);
	assert_error(OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_RECORD, OQ_SPEECH_ERROR_RECORD);
	assert_error(G_FILE_ERROR, G_FILE_ERROR_NOENT, OQ_SPEECH_ERROR_FAILED);
}

/* Reads it as everything: it is refused or what came out can be used; nothing is read behind it. */
static gboolean
try_record(gconstpointer bytes, gsize n_bytes)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_autoptr(GBytes) record = g_bytes_new(bytes, n_bytes);
	g_autoptr(GError) error = NULL, told = NULL;
	g_auto(OqPassage) passage;
	oq_passage_init(&passage, &style);

	gboolean taken = oq_wire_unpack_passage(record, &passage, &error);
	g_assert_true(taken == (error == NULL));
	for (guint i = 0; i < passage.n_utterances; i++) {
		const OqUtterance *utterance = &passage.utterances[i];
		g_assert_true(g_utf8_validate(utterance->spoken->str, -1, NULL));
		for (guint k = 0; k < utterance->words->len; k++)
			g_assert_cmpuint(oq_utterance_word(utterance, k)->spoken_end, <=,
				utterance->spoken->len);
	}
	g_clear_error(&error);
	g_autoptr(OqSpeech) speech = oq_wire_unpack_speech(record, &error);
	g_assert_true((speech != NULL) == (error == NULL));
	for (guint i = 0; speech != NULL && i < speech->n_marks; i++)
		g_assert_cmpuint(speech->marks[i].frame, <, speech->n_voiced);
	oq_wire_unpack_error(record, &told);
	g_assert_nonnull(told);
	return taken || speech != NULL;
}

/* Any cut, anything behind it, and each byte with each value at the numbers' edges. */
static void
assert_robust(GBytes *record)
{
	static const guint8 values[] = {0, 1, 2, 0x7f, 0x80, 0xbf, 0xd0, 0xff};
	gsize n_bytes;
	const guint8 *bytes = g_bytes_get_data(record, &n_bytes);
	g_autofree guint8 *changed = g_malloc0(n_bytes + 1);

	for (gsize i = 0; i < n_bytes; i++)
		g_assert_false(try_record(bytes, i));
	memcpy(changed, bytes, n_bytes);
	g_assert_true(try_record(changed, n_bytes));
	g_assert_false(try_record(changed, n_bytes + 1));
	for (gsize i = 0; i < n_bytes; i++) {
		for (gsize k = 0; k < G_N_ELEMENTS(values); k++) {
			changed[i] = values[k];
			try_record(changed, n_bytes);
		}
		changed[i] = bytes[i];
	}
}

static void
test_hostile_passage(void)
{
	g_autoptr(GBytes) record = pack_some_passage();

	assert_robust(record);
}

static void
test_hostile_speech(void)
{
	g_autoptr(GBytes) record = pack_some_speech();

	assert_robust(record);
}

/* Each of these is whole, and says what cannot be. */
static void
assert_passage_refused(void (*spoil)(OqPassage *passage))
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_autoptr(GError) error = NULL;
	g_auto(OqPassage) passage;
	oq_passage_init(&passage, &style);
	fill_passage(&passage);
	spoil(&passage);
	g_autoptr(GBytes) record = oq_wire_pack_passage(&passage);

	g_assert_false(oq_wire_unpack_passage(record, &passage, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_RECORD);
	g_assert_cmpuint(passage.n_utterances, ==, 0);
}

static OqWord *
word_of(OqPassage *passage, guint i)
{
	return &g_array_index(passage->utterances[0].words, OqWord, i);
}

#define SPOIL(how, what)                                                                           \
	static void spoil_##how(OqPassage *passage)                                                \
	{                                                                                          \
		what;                                                                              \
	}

SPOIL(style, passage->style.volume_percent = 101)
SPOIL(rest, passage->utterances[0].rest_ms = OQ_REST_MAX_MS + 1)
SPOIL(first_word, passage->first_word = 4)
SPOIL(range, passage->utterances[0].start = passage->utterances[0].end + 1)
SPOIL(word_range, word_of(passage, 1)->start = word_of(passage, 1)->end + 1)
SPOIL(order, word_of(passage, 1)->spoken_start = word_of(passage, 0)->spoken_end - 2)
SPOIL(empty_word, word_of(passage, 1)->spoken_end = word_of(passage, 1)->spoken_start)
SPOIL(word_end, word_of(passage, 2)->spoken_end++)
SPOIL(letter, word_of(passage, 0)->spoken_end--)
SPOIL(first_letter, word_of(passage, 1)->spoken_start++)
SPOIL(lang, word_of(passage, 0)->lang = OQ_N_LANGS)
SPOIL(break, passage->utterances[1].follows = OQ_BREAK_PARAGRAPH + 1)
SPOIL(encoding, passage->utterances[0].spoken->str[0] = '\xff')

static void
test_impossible_passages(void)
{
	void (*const spoilers[])(OqPassage *) = {spoil_style, spoil_rest, spoil_first_word,
		spoil_range, spoil_word_range, spoil_order, spoil_empty_word, spoil_word_end,
		spoil_letter, spoil_first_letter, spoil_lang, spoil_break, spoil_encoding};

	for (gsize i = 0; i < G_N_ELEMENTS(spoilers); i++)
		assert_passage_refused(spoilers[i]);
}

/* Sixteen empty utterances, and one more. */
static void
test_too_many(void)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	const guint n_utterances = OQ_PASSAGE_MAX + 1;
	static const guint8 empty_utterance[2 * 8 + 4 * 4];
	g_auto(OqPassage) passage;
	oq_passage_init(&passage, &style);
	passage.n_utterances = OQ_PASSAGE_MAX;
	g_autoptr(GBytes) record = oq_wire_pack_passage(&passage);
	g_autoptr(GByteArray) bytes = g_bytes_unref_to_array(g_steal_pointer(&record));
	g_assert_true(try_record(bytes->data, bytes->len));

	g_byte_array_append(bytes, empty_utterance, sizeof empty_utterance);
	memcpy(bytes->data + 4 + sizeof style, &n_utterances, sizeof n_utterances);

	g_assert_false(try_record(bytes->data, bytes->len));
}

static void
test_impossible_errors(void)
{
	static const gint32 codes[] = {-1, OQ_SPEECH_ERROR_RECORD + 1, G_MAXINT32};
	g_autoptr(GError) error = g_error_new_literal(OQ_SPEECH_ERROR, 0, "a");
	g_autoptr(GBytes) record = oq_wire_pack_error(error);
	g_autoptr(GByteArray) bytes = g_bytes_unref_to_array(g_steal_pointer(&record));

	for (gsize i = 0; i < G_N_ELEMENTS(codes); i++) {
		g_autoptr(GError) told = NULL;
		memcpy(bytes->data + 4, &codes[i], sizeof codes[i]);
		g_autoptr(GBytes) changed = g_bytes_new(bytes->data, bytes->len);
		oq_wire_unpack_error(changed, &told);
		g_assert_error(told, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_RECORD);
	}
}

static void
test_impossible_speeches(void)
{
	static const OqMark good[] = {{0, 0, 1}, {1, 1, 2}}, late[] = {{0, 0, 1}, {2, 1, 2}},
			    turned[] = {{1, 0, 1}, {0, 1, 2}}, negative[] = {{0, 0, 1}, {1, 2, 1}};
	static const gint16 samples[2] = {1, 2};
	const OqSpeech heads[] = {
		{1, 8000, 0, 2, 2, 3, 0, 2, good, samples},
		{1, 0, 0, 2, 2, 3, 0, 2, good, samples},
		{1, 800000, 0, 2, 2, 3, 0, 2, good, samples},
		{1, 8000, 3, 2, 2, 3, 0, 2, good, samples},
		{1, 8000, 0, 2, 2, 1, 0, 2, good, samples},
		{1, 8000, 0, 2, 2, 3, 3, 2, good, samples},
		{1, 8000, 0, 2, 2, G_MAXSIZE, 0, 2, good, samples},
		{1, 8000, 0, 2, 2, 3, 0, 2, late, samples},
		{1, 8000, 0, 2, 2, 3, 0, 2, turned, samples},
		{1, 8000, 0, 2, 2, 3, 0, 2, negative, samples},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(heads); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(GBytes) record = oq_wire_pack_speech(&heads[i]);
		g_autoptr(GBytes) head = oq_wire_pack_speech_head(&heads[i]);
		g_assert_cmpuint(g_bytes_get_size(head) + heads[i].n_voiced * sizeof(gint16), ==,
			g_bytes_get_size(record));
		g_assert_cmpint(memcmp(g_bytes_get_data(head, NULL), g_bytes_get_data(record, NULL),
					g_bytes_get_size(head)),
			==, 0);
		g_autoptr(OqSpeech) speech = oq_wire_unpack_speech(record, &error);
		g_assert_cmpint(speech != NULL, ==, i == 0);
		g_assert_cmpint(g_error_matches(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_RECORD), ==,
			i != 0);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/wire/passage", test_passage);
	g_test_add_func("/wire/speech", test_speech);
	g_test_add_func("/wire/silent-speech", test_silent_speech);
	g_test_add_func("/wire/error", test_error);
	g_test_add_func("/wire/hostile-passage", test_hostile_passage);
	g_test_add_func("/wire/hostile-speech", test_hostile_speech);
	g_test_add_func("/wire/impossible-passages", test_impossible_passages);
	g_test_add_func("/wire/too-many", test_too_many);
	g_test_add_func("/wire/impossible-errors", test_impossible_errors);
	g_test_add_func("/wire/impossible-speeches", test_impossible_speeches);
	return g_test_run();
}
