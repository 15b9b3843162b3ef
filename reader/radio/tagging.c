/* tagging.c - see the header. */
#include "radio/tagging.h"

#include <string.h>

enum { N_OUTCUE_WORDS = 4 };

gboolean
oq_marks_read(const char *name, OqMarks *marks)
{
	static const char *const names[] = {[OQ_MARKS_ITEM] = "item",
		[OQ_MARKS_PARAGRAPH] = "paragraph",
		[OQ_MARKS_SENTENCE] = "sentence"};
	for (guint i = OQ_MARKS_ITEM; i < G_N_ELEMENTS(names); i++) {
		if (strcmp(name, names[i]) != 0)
			continue;
		*marks = i;
		return TRUE;
	}
	return FALSE;
}

/* The words behind the blank that has so many words behind it. */
static const char *
last_words(const char *text)
{
	const char *at = text + strlen(text);
	guint n_words = 0;
	while (at > text && n_words < N_OUTCUE_WORDS) {
		at = g_utf8_prev_char(at);
		n_words += *at == ' ';
	}
	return *at == ' ' ? at + 1 : at;
}

/* (nullable) */
static const char *
find_title(const OqTranscript *transcript, const OqTranscriptSentence *first)
{
	if (first->kind == OQ_BLOCK_HEADING)
		return first->text;
	return oq_transcript_item(transcript, first->item)->title;
}

static gboolean
begins_chapter(
	const OqTranscriptSentence *before, const OqTranscriptSentence *sentence, OqMarks marks)
{
	return marks == OQ_MARKS_SENTENCE || before->item != sentence->item ||
	       (marks == OQ_MARKS_PARAGRAPH && before->paragraph != sentence->paragraph);
}

static const char *
name_chapter(const OqTranscript *transcript, const OqTranscriptSentence *first, OqMarks marks)
{
	const char *title = marks == OQ_MARKS_ITEM ? find_title(transcript, first) : NULL;
	return title != NULL && *title != '\0' ? title : first->text;
}

static void
add_chapters(OqTags *tags, const OqTranscript *transcript, OqMarks marks)
{
	guint n_sentences = transcript->sentences->len;
	for (guint i = 0; i < n_sentences;) {
		const OqTranscriptSentence *first = oq_transcript_sentence(transcript, i);
		const OqTranscriptSentence *last = first;
		for (i++; i < n_sentences; i++) {
			const OqTranscriptSentence *next = oq_transcript_sentence(transcript, i);
			if (begins_chapter(last, next, marks))
				break;
			last = next;
		}
		oq_tags_add_chapter(tags, first->frame, last->end_frame,
			name_chapter(transcript, first, marks));
	}
}

void
oq_tagging_complete(OqTags *tags, const OqTranscript *transcript, OqMarks marks)
{
	guint n_sentences = transcript->sentences->len;
	if (n_sentences == 0)
		return;
	const OqTranscriptSentence *first = oq_transcript_sentence(transcript, 0);
	const OqTranscriptSentence *last = oq_transcript_sentence(transcript, n_sentences - 1);
	if (tags->title == NULL)
		tags->title = g_strdup(find_title(transcript, first));
	if (tags->outcue == NULL)
		tags->outcue = g_strdup(last_words(last->text));
	if (tags->voice_end == 0) {
		tags->voice_start = first->frame;
		tags->voice_end = last->end_frame;
	}
	if (marks != OQ_MARKS_NONE)
		add_chapters(tags, transcript, marks);
}

/* Three figures number those of Vorbis comments; AIFF has 16 bits, ID3 a byte in each of two
 * levels. */
guint
oq_tagging_most(const char *path)
{
	static const struct {
		const char *extension;
		guint most;
	} formats[] = {{"flac", 999}, {"ogg", 999}, {"opus", 999}, {"aiff", 65535}, {"aif", 65535},
		{"mp3", 255 * 255}};
	const char *dot = strrchr(path, '.');

	for (guint i = 0; i < G_N_ELEMENTS(formats) && dot != NULL; i++)
		if (g_ascii_strcasecmp(dot + 1, formats[i].extension) == 0)
			return formats[i].most;
	return 0;
}
