/* transcript.c - see the header. */
#include "radio/transcript.h"

#include <string.h>

enum { STRING_BLOCK_BYTES = 64 * 1024 };

/* Of an item that has no sentence so far. */
#define NOWHERE G_MAXUINT64

OqTranscript *
oq_transcript_new(guint rate_hz)
{
	OqTranscript *transcript = g_new0(OqTranscript, 1);

	transcript->rate_hz = rate_hz;
	transcript->items = g_array_new(FALSE, FALSE, sizeof(OqTranscriptItem));
	transcript->sentences = g_array_new(FALSE, FALSE, sizeof(OqTranscriptSentence));
	transcript->words = g_array_new(FALSE, FALSE, sizeof(OqTranscriptWord));
	transcript->strings = g_string_chunk_new(STRING_BLOCK_BYTES);
	return transcript;
}

void
oq_transcript_free(OqTranscript *transcript)
{
	if (transcript == NULL)
		return;
	g_array_unref(transcript->items);
	g_array_unref(transcript->sentences);
	g_array_unref(transcript->words);
	g_string_chunk_free(transcript->strings);
	g_free(transcript);
}

void
oq_transcript_place(OqTranscript *transcript, guint64 speech_frame, guint64 file_frame)
{
	transcript->speech_frame = speech_frame;
	transcript->file_frame = file_frame;
}

static const char *
keep(OqTranscript *transcript, const char *text)
{
	return text != NULL ? g_string_chunk_insert(transcript->strings, text) : NULL;
}

void
oq_transcript_begin_item(OqTranscript *transcript, const char *title, const char *file)
{
	const OqTranscriptItem item = {keep(transcript, title), keep(transcript, file), NOWHERE};

	g_array_append_val(transcript->items, item);
}

/* To the nearest frame of the file. */
static guint64
in_file(const OqTranscript *transcript, const OqSpeech *speech, guint64 frame)
{
	guint64 n_frames = frame - transcript->speech_frame;

	return transcript->file_frame +
	       (n_frames * transcript->rate_hz + speech->rate_hz / 2) / speech->rate_hz;
}

/* What is silent between two words is a pause. */
static gsize
sound_end(const OqSpeech *speech, gsize start, gsize end)
{
	while (end > start && speech->samples[end - 1] == 0)
		end--;
	return end;
}

static void
add_word(OqTranscript *transcript, const OqRendered *rendered, const OqWord *word, gsize start,
	gsize end)
{
	const OqSpeech *speech = rendered->speech;
	const char *spoken = rendered->utterance->spoken->str + word->spoken_start;
	const OqTranscriptWord added = {
		.frame = in_file(transcript, speech, rendered->frame + start),
		.end_frame = in_file(
			transcript, speech, rendered->frame + sound_end(speech, start, end)),
		.start = word->start,
		.end = word->end,
		.spoken = g_string_chunk_insert_len(transcript->strings, spoken,
			(gssize)(word->spoken_end - word->spoken_start)),
	};

	g_array_append_val(transcript->words, added);
}

/* Of words that made no sound there is no mark: such a one has no length, where the next begins. */
static guint
add_words(OqTranscript *transcript, const OqRendered *rendered)
{
	const OqSpeech *speech = rendered->speech;
	const OqUtterance *utterance = rendered->utterance;
	guint n_marked = 0;

	for (guint i = rendered->first_word; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		const OqMark *mark = n_marked < speech->n_marks ? &speech->marks[n_marked] : NULL;
		gsize start = mark != NULL ? mark->frame : speech->n_voiced, end = start;
		if (mark != NULL && mark->start == word->start && mark->end == word->end) {
			n_marked++;
			end = n_marked < speech->n_marks ? speech->marks[n_marked].frame
							 : speech->n_voiced;
		}
		add_word(transcript, rendered, word, start, end);
	}
	return utterance->words->len - rendered->first_word;
}

static void
blank_left_out(const OqUtterance *utterance, char *text)
{
	for (guint i = 0; i < utterance->left_out->len; i++) {
		const OqLeftOut *range = &g_array_index(utterance->left_out, OqLeftOut, i);
		guint64 start = CLAMP(range->start, utterance->start, utterance->end);
		guint64 end = CLAMP(range->end, start, utterance->end);
		memset(text + (start - utterance->start), ' ', end - start);
	}
}

static const char *
keep_text(OqTranscript *transcript, const OqUtterance *utterance)
{
	gsize n_bytes = utterance->text->len;
	char *text = g_string_chunk_insert_len(
		transcript->strings, utterance->text->str, (gssize)n_bytes);

	for (gsize i = 0, n; i < n_bytes; i += n) {
		gunichar character = g_utf8_get_char(text + i);
		n = MIN(g_utf8_skip[(guchar)text[i]], n_bytes - i);
		if (g_unichar_iscntrl(character) || character == 0x2028 || character == 0x2029)
			memset(text + i, ' ', n);
	}
	if (n_bytes == utterance->end - utterance->start)
		blank_left_out(utterance, text);
	return text;
}

void
oq_transcript_add(OqTranscript *transcript, const OqRendered *rendered)
{
	const OqSpeech *speech = rendered->speech;
	const OqUtterance *utterance = rendered->utterance;
	g_return_if_fail(rendered->frame >= transcript->speech_frame);
	if (speech->n_voiced == 0)
		return;
	if (transcript->items->len == 0)
		oq_transcript_begin_item(transcript, NULL, NULL);
	OqTranscriptSentence sentence = {
		.frame = in_file(transcript, speech, rendered->frame),
		.end_frame = in_file(transcript, speech, rendered->frame + speech->n_voiced),
		.start = utterance->start,
		.end = utterance->end,
		.item = transcript->items->len - 1,
		.paragraph = utterance->paragraph,
		.kind = rendered->block.kind,
		.level = rendered->block.level,
		.lang = utterance->lang,
		.follows = utterance->follows,
		.text = keep_text(transcript, utterance),
		.spoken = keep(transcript, utterance->spoken->str),
		.first_word = transcript->words->len,
	};
	OqTranscriptItem *item = &g_array_index(transcript->items, OqTranscriptItem, sentence.item);

	sentence.n_words = add_words(transcript, rendered);
	g_array_append_val(transcript->sentences, sentence);
	item->frame = MIN(item->frame, sentence.frame);
}

void
oq_transcript_end(OqTranscript *transcript, guint64 n_frames)
{
	transcript->n_frames = n_frames;
	for (guint i = transcript->items->len; i-- > 0;) {
		OqTranscriptItem *item = &g_array_index(transcript->items, OqTranscriptItem, i);
		item->frame = MIN(item->frame, n_frames);
		n_frames = item->frame;
	}
}

const OqTranscriptItem *
oq_transcript_item(const OqTranscript *transcript, guint i)
{
	g_return_val_if_fail(i < transcript->items->len, NULL);
	return &g_array_index(transcript->items, OqTranscriptItem, i);
}

const OqTranscriptSentence *
oq_transcript_sentence(const OqTranscript *transcript, guint i)
{
	g_return_val_if_fail(i < transcript->sentences->len, NULL);
	return &g_array_index(transcript->sentences, OqTranscriptSentence, i);
}

const OqTranscriptWord *
oq_transcript_word(const OqTranscript *transcript, guint i)
{
	g_return_val_if_fail(i < transcript->words->len, NULL);
	return &g_array_index(transcript->words, OqTranscriptWord, i);
}
