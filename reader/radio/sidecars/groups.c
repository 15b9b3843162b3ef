/* groups.c - see the header. */
#include "radio/sidecars/groups.h"

#include "radio/sidecars/shown.h"
#include "text/characters/roles.h"

#include <string.h>

/** What stands between two spaces. */
typedef struct {
	gsize start; /* bytes of the sentence's text */
	gsize end;
	gboolean is_joined; /* with the next one */
	guint n_words;      /* that begin in it */
} Chunk;

struct _OqGroups {
	const OqTranscript *transcript;
	const OqTranscriptSentence *sentence;
	GArray *chunks; /* of Chunk */
	guint next;
	guint next_word;
	GString *text;
};

OqGroups *
oq_groups_new(const OqTranscript *transcript)
{
	OqGroups *groups = g_new0(OqGroups, 1);

	groups->transcript = transcript;
	groups->chunks = g_array_new(FALSE, FALSE, sizeof(Chunk));
	groups->text = g_string_new(NULL);
	return groups;
}

void
oq_groups_free(OqGroups *groups)
{
	if (groups == NULL)
		return;
	g_array_unref(groups->chunks);
	g_string_free(groups->text, TRUE);
	g_free(groups);
}

static Chunk *
chunk_at(const OqGroups *groups, guint i)
{
	return &g_array_index(groups->chunks, Chunk, i);
}

static void
split(OqGroups *groups, const char *text)
{
	g_array_set_size(groups->chunks, 0);
	for (const char *p = text; *p != '\0';) {
		const char *start = p;
		while (*p != '\0' && !oq_shown_is_break(g_utf8_get_char(p)))
			p = g_utf8_next_char(p);
		const Chunk chunk = {(gsize)(start - text), (gsize)(p - text), FALSE, 0};
		if (!oq_shown_is_empty(start, (gsize)(p - start)))
			g_array_append_val(groups->chunks, chunk);
		if (*p != '\0')
			p = g_utf8_next_char(p);
	}
}

/* The chunk that holds a byte, or the last one before it. */
static guint
find_chunk(const OqGroups *groups, guint64 byte)
{
	guint low = 0, high = groups->chunks->len;

	while (high - low > 1) {
		guint middle = low + (high - low) / 2;
		if (chunk_at(groups, middle)->start <= byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void
join_chunks(const OqGroups *groups, guint first, guint last)
{
	for (guint i = first; i < last; i++)
		chunk_at(groups, i)->is_joined = TRUE;
}

/* What is said later never stands in an earlier group. */
static void
place_words(const OqGroups *groups)
{
	const OqTranscriptSentence *sentence = groups->sentence;
	guint reached = 0;

	for (guint i = 0; i < sentence->n_words; i++) {
		const OqTranscriptWord *word =
			oq_transcript_word(groups->transcript, sentence->first_word + i);
		guint64 start = MAX(word->start, sentence->start) - sentence->start;
		guint64 end = MAX(word->end, sentence->start + 1) - sentence->start;
		guint first = find_chunk(groups, start);
		reached = MAX(reached, MAX(first, find_chunk(groups, end - 1)));
		join_chunks(groups, first, reached);
		chunk_at(groups, first)->n_words++;
	}
}

void
oq_groups_begin(OqGroups *groups, const OqTranscriptSentence *sentence)
{
	groups->sentence = sentence;
	groups->next = 0;
	groups->next_word = sentence->first_word;
	split(groups, sentence->text);
	if (groups->chunks->len > 0)
		place_words(groups);
}

/* Chunks that are said as one; returns the one behind them. */
static guint
run_end(const OqGroups *groups, guint first, guint *n_words)
{
	guint i = first;

	*n_words = 0;
	do {
		*n_words += chunk_at(groups, i)->n_words;
	} while (chunk_at(groups, i++)->is_joined);
	return i;
}

/* A word that was divided at the end of a line is written in one. */
static gboolean
is_divided(const OqGroups *groups, const OqGroup *group, const Chunk *chunk)
{
	const char *text = groups->sentence->text;
	const char *last = g_utf8_find_prev_char(text, text + chunk->end);
	gunichar sign = g_utf8_get_char(last);

	if (sign == OQ_SIGN_SOFT_HYPHEN)
		return TRUE;
	if (sign != '-' || group->n_words != 1 || last == text ||
		!g_unichar_isalpha(g_utf8_get_char(g_utf8_find_prev_char(text, last))) ||
		!g_unichar_isalpha(g_utf8_get_char(text + chunk[1].start)))
		return FALSE;
	return strchr(oq_transcript_word(groups->transcript, group->first_word)->spoken, '-') ==
	       NULL;
}

static void
write_chunks(OqGroups *groups, const OqGroup *group, guint first, guint end)
{
	const char *text = groups->sentence->text;

	g_string_truncate(groups->text, 0);
	for (guint i = first; i < end; i++) {
		const Chunk *chunk = chunk_at(groups, i);
		gboolean goes_on =
			i + 1 < end && chunk->is_joined && is_divided(groups, group, chunk);
		gsize n_cut = goes_on && text[chunk->end - 1] == '-';
		oq_shown_append(
			groups->text, text + chunk->start, chunk->end - chunk->start - n_cut);
		if (i + 1 < end && !goes_on)
			g_string_append_c(groups->text, ' ');
	}
}

static void
time_group(const OqGroups *groups, OqGroup *group)
{
	group->frame = groups->sentence->frame;
	group->end_frame = groups->sentence->end_frame;
	if (group->n_words == 0)
		return;
	group->frame = oq_transcript_word(groups->transcript, group->first_word)->frame;
	group->end_frame =
		oq_transcript_word(groups->transcript, group->first_word + group->n_words - 1)
			->end_frame;
}

gboolean
oq_groups_next(OqGroups *groups, OqGroup *group)
{
	guint first = groups->next, end = first, n_words;

	if (first >= groups->chunks->len)
		return FALSE;
	*group = (OqGroup){
		.text = groups->text, .first_word = groups->next_word, .is_first = first == 0};
	do {
		guint run = run_end(groups, end, &n_words);
		if (n_words > 0 && group->n_words > 0)
			break;
		group->n_words += n_words;
		end = run;
	} while (end < groups->chunks->len);
	groups->next = end;
	groups->next_word += group->n_words;
	write_chunks(groups, group, first, end);
	time_group(groups, group);
	return TRUE;
}
