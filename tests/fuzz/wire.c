/* wire.c - fuzzer: records that another process has sent. */
#include "target.h"

#include "speech/wire.h"

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	return 0;
}

/* What is taken is packed again as it was. */
static void
try_passage(GBytes *record)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_auto(OqPassage) passage, other;
	oq_passage_init(&passage, &style);
	oq_passage_init(&other, &style);
	if (!oq_wire_unpack_passage(record, &passage, NULL))
		return;
	for (guint i = 0; i < passage.n_utterances; i++) {
		const OqUtterance *utterance = &passage.utterances[i];
		g_assert_true(g_utf8_validate(utterance->spoken->str, -1, NULL));
		for (guint k = 0; k < utterance->words->len; k++)
			g_assert_cmpuint(oq_utterance_word(utterance, k)->spoken_end, <=,
				utterance->spoken->len);
	}
	g_autoptr(GBytes) packed = oq_wire_pack_passage(&passage);
	g_assert_true(oq_wire_unpack_passage(packed, &other, NULL));
	g_autoptr(GBytes) again = oq_wire_pack_passage(&other);
	g_assert_true(g_bytes_equal(packed, again));
}

static void
try_speech(GBytes *record)
{
	g_autoptr(OqSpeech) speech = oq_wire_unpack_speech(record, NULL);
	if (speech == NULL)
		return;
	for (guint i = 0; i < speech->n_marks; i++)
		g_assert_cmpuint(speech->marks[i].frame, <, speech->n_voiced);
	g_autoptr(GBytes) packed = oq_wire_pack_speech(speech);
	g_assert_true(g_bytes_equal(packed, record));
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	g_autoptr(GBytes) record = g_bytes_new(bytes, n_bytes);
	g_free(oq_wire_unpack_text(record, NULL));
	g_autoptr(GError) told = NULL;
	oq_wire_unpack_error(record, &told);
	g_assert_true(g_utf8_validate(told->message, -1, NULL));
	try_passage(record);
	try_speech(record);
	return 0;
}
