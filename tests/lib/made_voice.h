/* made_voice.h - a voice for tests of what is done with speeches: which word sounds can be read in
 * the samples. */
#pragma once

#include "base/processes/nursery.h"
#include "base/processes/records.h"
#include "speech/task.h"
#include "speech/wire.h"

enum {
	MADE_VOICE_RATE_HZ = 10000,
	MADE_VOICE_WORD_FRAMES = 1000, /* at 100 words a minute */
	MADE_VOICE_PAUSE_FRAMES = 500,
};

/** made_voice_sample: all samples of the word that begins at this byte of the text. */
static inline gint16
made_voice_sample(guint64 start)
{
	return (gint16)(1 + start % 30000);
}

static inline void
made_voice_add_word(const OqWord *word, guint n_frames, GArray *samples, GArray *marks)
{
	OqMark mark = {samples->len, word->start, word->end};
	gint16 sample = made_voice_sample(word->start);
	g_array_append_val(marks, mark);
	for (guint i = 0; i < n_frames; i++)
		g_array_append_val(samples, sample);
}

static inline OqSpeech *
made_voice_speak(const OqPassage *passage)
{
	const OqUtterance *utterance = &passage->utterances[0];
	guint speed_wpm = passage->style.speed_wpm > 0 ? passage->style.speed_wpm : 100;
	g_autoptr(GArray) samples = g_array_new(FALSE, FALSE, sizeof(gint16));
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(OqMark));
	for (guint i = passage->first_word; i < utterance->words->len; i++)
		made_voice_add_word(oq_utterance_word(utterance, i),
			MADE_VOICE_WORD_FRAMES * 100 / speed_wpm, samples, marks);
	const OqSpeech head = {
		.rate_hz = MADE_VOICE_RATE_HZ,
		.start = utterance->start,
		.end = utterance->end,
		.n_voiced = samples->len,
		.n_frames = samples->len + MADE_VOICE_PAUSE_FRAMES,
		.n_marks = marks->len,
		.marks = (const OqMark *)(gconstpointer)marks->data,
		.samples = (const gint16 *)(gconstpointer)samples->data,
	};
	return oq_speech_new(&head);
}

static inline void
made_voice_answer(int fd, OqTaskKind kind, gconstpointer body, gsize n_bytes)
{
	g_autoptr(GBytes) record = oq_task_record(kind, body, n_bytes);
	oq_records_write(fd, g_bytes_get_data(record, NULL), g_bytes_get_size(record));
}

/** made_voice_run: an OqNurseryRun. */
static inline int
made_voice_run(int fd, gpointer data G_GNUC_UNUSED)
{
	const OqTaskReady ready = {MADE_VOICE_RATE_HZ};
	OqStyle style = OQ_STYLE_DEFAULT;
	g_auto(OqPassage) passage;
	oq_passage_init(&passage, &style);
	made_voice_answer(fd, OQ_TASK_READY, &ready, sizeof ready);
	for (;;) {
		OqTaskKind kind;
		g_autoptr(GBytes) record = oq_records_read(fd);
		if (record == NULL)
			return 0;
		g_autoptr(GBytes) body = oq_task_open(record, &kind);
		if (!oq_wire_unpack_passage(body, &passage, NULL))
			return 1;
		g_autoptr(OqSpeech) speech = made_voice_speak(&passage);
		g_autoptr(GBytes) said = oq_wire_pack_speech(speech);
		made_voice_answer(
			fd, OQ_TASK_SPEECH, g_bytes_get_data(said, NULL), g_bytes_get_size(said));
	}
}
