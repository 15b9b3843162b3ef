/* made_transcript.h - transcripts for tests of what is made of them: each run of letters and digits
 * is a word, and as long to say as the test wants. */
#pragma once

#include "radio/transcript.h"

#include <string.h>

enum { MADE_TRANSCRIPT_HZ = 48000 };

static inline guint64
made_transcript_frames(guint64 ms)
{
	return ms * MADE_TRANSCRIPT_HZ / 1000;
}

static inline gboolean
made_transcript_in_word(const char *text)
{
	return *text != '\0' && g_unichar_isalnum(g_utf8_get_char(text));
}

/** made_transcript_word: @text, which is the whole sentence's, from @start to @end. */
static inline void
made_transcript_word(
	OqTranscript *made, const char *text, const char *start, const char *end, guint word_ms)
{
	OqTranscriptSentence *sentence =
		&g_array_index(made->sentences, OqTranscriptSentence, made->sentences->len - 1);
	const OqTranscriptWord word = {
		.frame = sentence->end_frame,
		.end_frame = sentence->end_frame + made_transcript_frames(word_ms),
		.start = sentence->start + (guint64)(start - text),
		.end = sentence->start + (guint64)(end - text),
		.spoken = g_string_chunk_insert_len(made->strings, start, end - start),
	};
	g_array_append_val(made->words, word);
	sentence->end_frame = word.end_frame;
	sentence->n_words++;
}

/** made_transcript_begin: a sentence without words so far, @pause_ms behind the one before. */
static inline OqTranscriptSentence *
made_transcript_begin(OqTranscript *made, const char *text, guint pause_ms)
{
	guint n = made->sentences->len;
	const OqTranscriptSentence *before = n > 0 ? oq_transcript_sentence(made, n - 1) : NULL;
	if (made->items->len == 0)
		oq_transcript_begin_item(made, NULL, NULL);
	OqTranscriptSentence sentence = {
		.frame =
			(before != NULL ? before->end_frame : 0) + made_transcript_frames(pause_ms),
		.start = before != NULL ? before->end + 1 : 0,
		.item = made->items->len - 1,
		.paragraph = 1,
		.kind = OQ_BLOCK_LINES,
		.follows = OQ_BREAK_SENTENCE,
		.text = g_string_chunk_insert(made->strings, text),
		.spoken = g_string_chunk_insert(made->strings, text),
		.first_word = made->words->len,
	};
	sentence.end = sentence.start + strlen(text);
	sentence.end_frame = sentence.frame;
	OqTranscriptItem *item = &g_array_index(made->items, OqTranscriptItem, sentence.item);
	item->frame = MIN(item->frame, sentence.frame);
	g_array_append_val(made->sentences, sentence);
	return &g_array_index(made->sentences, OqTranscriptSentence, n);
}

static inline OqTranscriptSentence *
made_transcript_say(OqTranscript *made, const char *text, guint word_ms, guint pause_ms)
{
	OqTranscriptSentence *sentence = made_transcript_begin(made, text, pause_ms);
	for (const char *p = text; *p != '\0';) {
		const char *start = p;
		while (made_transcript_in_word(p))
			p = g_utf8_next_char(p);
		if (p > start)
			made_transcript_word(made, text, start, p, word_ms);
		else
			p = g_utf8_next_char(p);
	}
	return sentence;
}

/** made_transcript_end: with so much silence at its end. */
static inline void
made_transcript_end(OqTranscript *made, guint tail_ms)
{
	guint n = made->sentences->len;
	guint64 n_frames = n > 0 ? oq_transcript_sentence(made, n - 1)->end_frame : 0;
	oq_transcript_end(made, n_frames + made_transcript_frames(tail_ms));
}
