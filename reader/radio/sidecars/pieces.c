/* pieces.c - see the header. */
#include "radio/sidecars/pieces.h"

#include "radio/sidecars/groups.h"
#include "radio/sidecars/shown.h"
#include "text/characters/roles.h"

#include <string.h>

enum {
	PAUSE_MS = 50,  /* of the sound: a clause ends */
	PART_MS = 3400, /* two of them may stand together */
};

typedef struct {
	const OqTranscript *transcript;
	const OqTranscriptSentence *sentence;
	GArray *pieces;
} Cutting;

static void
piece_clear(gpointer data)
{
	g_free(((OqPiece *)data)->text);
}

static guint64
frames_of(const Cutting *cutting, guint ms)
{
	return (guint64)ms * cutting->transcript->rate_hz / 1000;
}

static gunichar
last_character(const char *text, const char *end)
{
	return end > text ? g_utf8_get_char(g_utf8_find_prev_char(text, end)) : 0;
}

/* Brackets and quotation marks stand behind the sign that tells. */
static gboolean
ends_clause(const char *text)
{
	const char *end = text + strlen(text);

	while (oq_roles_have(last_character(text, end), OQ_ROLE_CLOSER) &&
		!oq_roles_have(last_character(text, end), OQ_ROLE_CLAUSE))
		end = g_utf8_find_prev_char(text, end);
	gunichar last = last_character(text, end);
	if (oq_roles_have(last, OQ_ROLE_DASH))
		return last_character(text, g_utf8_find_prev_char(text, end)) == ' ';
	return oq_roles_have(last, OQ_ROLE_CLAUSE | OQ_ROLE_TERMINAL | OQ_ROLE_PAUSE);
}

static OqPieceBreak
break_of_sentence(const Cutting *cutting)
{
	static const OqPieceBreak breaks[] = {
		[OQ_BREAK_NONE] = OQ_PIECE_WORD,
		[OQ_BREAK_CLAUSE] = OQ_PIECE_CLAUSE,
		[OQ_BREAK_SENTENCE] = OQ_PIECE_SENTENCE,
		[OQ_BREAK_PARAGRAPH] = OQ_PIECE_PARAGRAPH,
	};
	const OqTranscriptSentence *before = cutting->sentence - 1;

	if (cutting->pieces->len == 0 || before->item != cutting->sentence->item)
		return OQ_PIECE_APART;
	return breaks[before->follows];
}

static OqPieceBreak
break_before(const Cutting *cutting, const OqGroup *group)
{
	if (group->is_first)
		return break_of_sentence(cutting);
	const OqPiece *before = &g_array_index(cutting->pieces, OqPiece, cutting->pieces->len - 1);
	gboolean is_pause = before->end_frame + frames_of(cutting, PAUSE_MS) <= group->frame;

	return is_pause || ends_clause(before->text) ? OQ_PIECE_CLAUSE : OQ_PIECE_WORD;
}

static void
add(Cutting *cutting, guint64 frame, guint64 end_frame, const char *text, gsize n_bytes,
	OqPieceBreak before, gboolean is_spaced)
{
	OqPiece piece = {
		.frame = frame,
		.end_frame = end_frame,
		.text = g_strndup(text, n_bytes),
		.before = before,
		.is_spaced = is_spaced,
	};

	piece.width = oq_shown_width(piece.text);
	g_array_append_val(cutting->pieces, piece);
}

static guint64
frame_of_word(const Cutting *cutting, const OqGroup *group, guint i)
{
	return i < group->n_words
		       ? oq_transcript_word(cutting->transcript, group->first_word + i)->frame
		       : group->end_frame;
}

/* Long to say, short to write: it is shown again. */
static void
add_repeated(Cutting *cutting, const OqGroup *group, guint n_parts)
{
	OqPieceBreak before = break_before(cutting, group);

	for (guint i = 0; i < n_parts; i++)
		add(cutting, frame_of_word(cutting, group, i * group->n_words / n_parts),
			frame_of_word(cutting, group, (i + 1) * group->n_words / n_parts),
			group->text->str, group->text->len, i == 0 ? before : OQ_PIECE_APART, TRUE);
}

/* When so much of the group's text was said; where another of its words begins, if one does so
 * near it. */
static guint64
estimate(const Cutting *cutting, const OqGroup *group, gsize byte)
{
	guint64 n_frames = group->end_frame - group->frame;
	guint64 frame = group->frame + n_frames * byte / group->text->len;
	guint64 nearest = frame, distance = frames_of(cutting, PART_MS) / 2;

	for (guint i = 1; i < group->n_words; i++) {
		guint64 word = frame_of_word(cutting, group, i);
		guint64 off = word > frame ? word - frame : frame - word;
		if (off < distance) {
			nearest = word;
			distance = off;
		}
	}
	return nearest;
}

/* Behind a space, if there is one within the width, else between letters. */
static const char *
find_cut(const char *text, guint width)
{
	const char *cut = NULL, *letter = NULL, *p = text;
	gunichar before = 0;
	guint n = 0;

	for (; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar character = g_utf8_get_char(p);
		n += strchr("<>{", *p) != NULL ? 2 : 1;
		if (p > text && !oq_shown_is_inner(before, character))
			letter = p;
		if (character == ' ') /* which is not shown there */
			cut = g_utf8_next_char(p);
		if (n > width && p > text)
			return cut != NULL ? cut : letter != NULL ? letter : p;
		before = character;
	}
	return p;
}

/* @width: of each part, at most. */
static void
add_cut(Cutting *cutting, const OqGroup *group, guint width)
{
	const char *text = group->text->str, *start = text, *end;
	OqPieceBreak before = break_before(cutting, group);
	guint64 frame = group->frame;
	gboolean is_spaced = TRUE;

	for (; *start != '\0'; start = end) {
		end = find_cut(start, width);
		guint64 end_frame = *end == '\0' ? group->end_frame
						 : estimate(cutting, group, (gsize)(end - text));
		gboolean has_space = end[-1] == ' ';
		end_frame = CLAMP(end_frame, frame, group->end_frame);
		add(cutting, frame, end_frame, start, (gsize)(end - start) - has_space, before,
			is_spaced);
		frame = end_frame;
		before = OQ_PIECE_INSIDE;
		is_spaced = has_space;
	}
}

static void
add_group(Cutting *cutting, const OqGroup *group)
{
	guint width = oq_shown_width(group->text->str);
	guint64 n_frames = group->end_frame - group->frame;
	guint64 n_lines = (width + OQ_PIECES_LINE - 1) / OQ_PIECES_LINE;
	guint64 n_shown = n_frames / frames_of(cutting, OQ_PIECES_MAX_MS) + 1;

	if (n_lines == 1 && n_shown == 1) {
		add(cutting, group->frame, group->end_frame, group->text->str, group->text->len,
			break_before(cutting, group), TRUE);
	} else if (n_lines == 1 && group->n_words > 1) {
		add_repeated(cutting, group, (guint)MIN(n_shown, group->n_words));
	} else {
		guint64 n_parts = MAX(n_lines, n_frames / frames_of(cutting, PART_MS) + 1);
		add_cut(cutting, group,
			(guint)CLAMP((width + n_parts - 1) / n_parts, 1, OQ_PIECES_LINE));
	}
}

GArray *
oq_pieces_make(const OqTranscript *transcript)
{
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(OqPiece));
	g_autoptr(OqGroups) groups = oq_groups_new(transcript);

	g_array_set_clear_func(pieces, piece_clear);
	for (guint i = 0; i < transcript->sentences->len; i++) {
		Cutting cutting = {transcript, oq_transcript_sentence(transcript, i), pieces};
		OqGroup group;
		oq_groups_begin(groups, cutting.sentence);
		while (oq_groups_next(groups, &group))
			add_group(&cutting, &group);
	}
	return pieces;
}
