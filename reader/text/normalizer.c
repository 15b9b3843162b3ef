/* normalizer.c - see the header. */
#include "text/normalizer.h"

#include "text/characters/composed.h"
#include "text/characters/roles.h"
#include "text/rules/expander.h"
#include "text/rules/rests.h"
#include "text/segments/segmenter.h"
#include "text/segments/view.h"

/* So many line breaks make one. */
#define EMPTY_LINE 2

/* A longer number is not that of a page. */
#define MAX_PAGE_DIGITS 4

/* As `text --explain` shows them. */
#define RULE_NAME       "left out"
#define PAUSE_RULE_NAME "pause"

struct _OqNormalizer {
	const OqLexicon *lexicon;
	const OqDictionary *dictionary; /* (nullable) */
	OqSegmenter segmenter;
	OqExpander *expander;
	OqSkips skips;
	gboolean written_pauses;
	gboolean in_sentence; /* up to a pause it was given already; the rest comes next: */
	OqSegment segment;
	OqBlock block;
	OqView text;          /* of the block, from the byte at text_start on */
	gsize n_done;         /* bytes of what is written that were given already, … */
	gsize n_seen;         /* … and of what is seen */
	OqComposed composed;  /* what is seen from the byte composed_start on */
	gboolean is_composed; /* the segmenter is given that in the place of it */
	gsize composed_start;
	gsize n_segmented; /* bytes of what is composed that were given already */
	guint64 text_start;
	guint paragraph;  /* 0: not known */
	guint n_newlines; /* since the last sentence; at the beginning of a block enough of them */
	char last_byte;   /* before the text that comes next */
	gboolean final;
	gboolean is_cut; /* the last sentence goes on elsewhere */
};

OqNormalizer *
oq_normalizer_new(const OqLexicon *lexicon, const OqDictionary *dictionary, const OqTaste *taste)
{
	g_return_val_if_fail(lexicon != NULL && taste != NULL, NULL);
	OqNormalizer *normalizer = g_new0(OqNormalizer, 1);
	normalizer->lexicon = lexicon;
	normalizer->dictionary = dictionary;
	normalizer->expander = oq_expander_new(lexicon);
	oq_expander_set_punctuation(normalizer->expander, taste->punctuation);
	oq_expander_set_dictionary(normalizer->expander, dictionary);
	oq_expander_set_languages(normalizer->expander, taste->languages);
	oq_expander_set_skips(normalizer->expander, taste->skips & ~(OqSkips)OQ_SKIP_HEADS);
	oq_expander_set_quotes(normalizer->expander, taste->quotes);
	normalizer->skips = taste->skips;
	normalizer->written_pauses = taste->written_pauses;
	oq_view_init(&normalizer->text);
	oq_composed_init(&normalizer->composed);
	oq_normalizer_begin(normalizer, &OQ_BLOCK_TEXT);
	return normalizer;
}

const OqLexicon *
oq_normalizer_lexicon(const OqNormalizer *normalizer)
{
	return normalizer->lexicon;
}

void
oq_normalizer_free(OqNormalizer *normalizer)
{
	if (normalizer == NULL)
		return;
	oq_expander_free(normalizer->expander);
	oq_view_clear(&normalizer->text);
	oq_composed_clear(&normalizer->composed);
	g_free(normalizer);
}

static gboolean
is_users_cut(gconstpointer dictionary, OqSlice word)
{
	return oq_dictionary_is_cut(dictionary, word);
}

void
oq_normalizer_begin(OqNormalizer *normalizer, const OqBlock *block)
{
	normalizer->block = *block;
	oq_segmenter_init(&normalizer->segmenter, normalizer->lexicon, block->wrap_columns);
	if (normalizer->dictionary != NULL)
		oq_segmenter_set_cuts(
			&normalizer->segmenter, (OqCuts){is_users_cut, normalizer->dictionary});
	oq_expander_end_quotes(normalizer->expander);
	oq_expander_set_lang(normalizer->expander, block->lang);
	oq_view_reset(&normalizer->text);
	normalizer->n_done = normalizer->n_seen = 0;
	normalizer->is_composed = FALSE;
	normalizer->text_start = block->start;
	normalizer->paragraph = block->number;
	normalizer->n_newlines = EMPTY_LINE;
	normalizer->last_byte = '\0';
	normalizer->final = normalizer->is_cut = normalizer->in_sentence = FALSE;
}

static OqSlice
seen_rest(const OqNormalizer *normalizer)
{
	const GString *seen = normalizer->text.seen;
	return (OqSlice){seen->str + normalizer->n_seen, seen->len - normalizer->n_seen};
}

/* What is seen has become more. */
static void
compose(OqNormalizer *normalizer)
{
	OqSlice rest = seen_rest(normalizer);
	normalizer->is_composed = oq_composed_is_needed(rest);
	normalizer->composed_start = normalizer->n_seen;
	normalizer->n_segmented = 0;
	if (normalizer->is_composed)
		oq_composed_make(&normalizer->composed, rest);
}

void
oq_normalizer_feed(OqNormalizer *normalizer, const char *text, gsize n_bytes)
{
	if (!normalizer->in_sentence) { /* else more is seen than was given */
		oq_view_drop(&normalizer->text, normalizer->n_done, normalizer->n_seen);
		normalizer->text_start += normalizer->n_done;
		normalizer->n_done = normalizer->n_seen = 0;
	}
	oq_view_feed(&normalizer->text, text, n_bytes);
	compose(normalizer);
}

void
oq_normalizer_end(OqNormalizer *normalizer)
{
	oq_view_end(&normalizer->text);
	compose(normalizer);
	normalizer->final = TRUE;
}

void
oq_normalizer_cut(OqNormalizer *normalizer)
{
	oq_normalizer_end(normalizer);
	normalizer->is_cut = TRUE;
}

/* Of the white space that a text begins with; a form feed is as good as an empty line. @before:
 * what stands before it. */
static guint
count_newlines(const OqNormalizer *normalizer, const char *p, const char *end, char before)
{
	const OqLetters *letters = oq_lexicon_letters(normalizer->lexicon);
	guint n = 0;
	for (; p < end; before = *p, p = g_utf8_next_char(p)) {
		OqCharClass class = oq_letters_class(letters, g_utf8_get_char(p));
		if (*p == '\f')
			n += EMPTY_LINE;
		else if (class == OQ_CHAR_NEWLINE)
			n += !(*p == '\n' && before == '\r');
		else if (class != OQ_CHAR_SPACE)
			break;
	}
	return p == end && normalizer->final && !normalizer->is_cut ? EMPTY_LINE : n;
}

/* 12, - 12 -: the number of a page. */
static gboolean
is_page_number(const char *p, const char *end)
{
	guint n_digits = 0;
	gboolean behind = FALSE;
	for (; p < end; p = g_utf8_next_char(p)) {
		gboolean digit = g_ascii_isdigit(*p);
		if (digit ? behind : *p != ' ' && !oq_roles_have(g_utf8_get_char(p), OQ_ROLE_DASH))
			return FALSE;
		n_digits += digit;
		behind = n_digits > 0 && !digit;
	}
	return n_digits > 0 && n_digits <= MAX_PAGE_DIGITS;
}

static gboolean
is_head(const OqNormalizer *normalizer, OqSlice rest, const OqSegment *segment)
{
	return normalizer->block.kind == OQ_BLOCK_LINES && normalizer->n_newlines >= EMPTY_LINE &&
	       is_page_number(rest.data + segment->start, rest.data + segment->end) &&
	       count_newlines(normalizer, rest.data + segment->end, rest.data + rest.length,
		       '\0') >= EMPTY_LINE;
}

/* Follows the line breaks between sentences; returns whether the sentence is a head. */
static gboolean
pass_newlines(OqNormalizer *normalizer, OqSlice rest, const OqSegment *segment)
{
	if ((normalizer->skips & OQ_SKIP_HEADS) == 0)
		return FALSE;
	normalizer->n_newlines += count_newlines(
		normalizer, rest.data, rest.data + segment->start, normalizer->last_byte);
	normalizer->last_byte = segment->n_taken > 0 ? rest.data[segment->n_taken - 1] : '\0';
	gboolean head = is_head(normalizer, rest, segment);
	if (segment->end > segment->start)
		normalizer->n_newlines = count_newlines(
			normalizer, rest.data + segment->end, rest.data + segment->n_taken, '\0');
	return head;
}

static void
leave_out(OqUtterance *utterance, gsize start, gsize end, const char *rule)
{
	OqLeftOut range = {utterance->start + start, utterance->start + end, rule};
	g_array_append_val(utterance->left_out, range);
}

/* The punctuation behind a pause is that of what stands before it. */
static void
append_rest(OqUtterance *utterance, OqSlice text, const OqRest *rest)
{
	const char *end = text.data + text.length;
	leave_out(utterance, rest->start - text.data, rest->end - text.data, PAUSE_RULE_NAME);
	utterance->rest_ms = rest->rest_ms;
	g_string_append_len(utterance->text, rest->start, end - rest->start);
	for (const char *p = rest->end; p < end; p = g_utf8_next_char(p))
		if (oq_roles_have(g_utf8_get_char(p), OQ_ROLE_PUNCTUATION))
			g_string_append_len(utterance->spoken, p, g_utf8_next_char(p) - p);
}

static void
fill(OqNormalizer *normalizer, const OqSegment *segment, gboolean head, OqUtterance *utterance)
{
	gsize start = normalizer->n_done + segment->start;
	OqSlice text = {normalizer->text.written->str + start, segment->end - segment->start};
	OqRest rest = {NULL, NULL, 0};
	gboolean rests =
		normalizer->written_pauses && oq_rests_find(normalizer->lexicon, text, &rest);
	oq_utterance_reset(utterance);
	utterance->start = normalizer->text_start + start;
	utterance->end = utterance->start + text.length;
	utterance->paragraph = normalizer->paragraph;
	utterance->follows = segment->follows;
	g_string_append_len(
		utterance->text, text.data, rests ? rest.start - text.data : (gssize)text.length);
	if (head)
		leave_out(utterance, 0, text.length, RULE_NAME);
	else
		oq_expander_expand(normalizer->expander, utterance);
	if (rests)
		append_rest(utterance, text, &rest);
}

static gboolean
ends_in_terminal(const char *start, const char *end)
{
	while (end > start && g_ascii_isspace(end[-1]))
		end--;
	return end > start &&
	       oq_roles_have(g_utf8_get_char(g_utf8_prev_char(end)), OQ_ROLE_TERMINAL);
}

/* Where words go on behind a pause, the sentence is given in two. */
static void
cut_at_pause(OqNormalizer *normalizer, OqSlice rest, OqSegment *segment)
{
	OqSlice text = {rest.data + segment->start, segment->end - segment->start};
	const char *p, *end = rest.data + segment->end;
	OqRest pause;
	normalizer->in_sentence = FALSE;
	if (!normalizer->written_pauses || !oq_rests_find(normalizer->lexicon, text, &pause))
		return;
	for (p = pause.end; p < end && oq_roles_have(g_utf8_get_char(p), OQ_ROLE_PUNCTUATION);)
		p = g_utf8_next_char(p);
	if (p == end)
		return;
	gsize n_taken = pause.end - rest.data, n_spaces = 0;
	while (pause.end + n_spaces < end && g_ascii_isspace(pause.end[n_spaces]))
		n_spaces++;
	normalizer->segment = (OqSegment){
		n_spaces, segment->end - n_taken, segment->n_taken - n_taken, segment->follows};
	normalizer->in_sentence = TRUE;
	segment->end = segment->n_taken = n_taken;
	segment->follows =
		ends_in_terminal(text.data, pause.start) ? OQ_BREAK_SENTENCE : OQ_BREAK_NONE;
}

static gboolean
is_last(const OqNormalizer *normalizer, OqSlice rest, const OqSegment *segment)
{
	const OqLetters *letters = oq_lexicon_letters(normalizer->lexicon);
	const char *p = rest.data + segment->n_taken, *end = rest.data + rest.length;
	if (!normalizer->final || segment->end == segment->start)
		return FALSE;
	for (; p < end; p = g_utf8_next_char(p)) {
		OqCharClass class = oq_letters_class(letters, g_utf8_get_char(p));
		if (class != OQ_CHAR_SPACE && class != OQ_CHAR_NEWLINE)
			return FALSE;
	}
	return TRUE;
}

/* Only of lines does the text itself show where a paragraph ends, and there it may be a cut. */
static void
end_paragraph(const OqNormalizer *normalizer, OqSlice rest, OqSegment *segment)
{
	if ((normalizer->block.kind == OQ_BLOCK_LINES && !normalizer->is_cut) ||
		!is_last(normalizer, rest, segment))
		return;
	if (!normalizer->is_cut)
		segment->follows = OQ_BREAK_PARAGRAPH;
	else if (segment->follows == OQ_BREAK_PARAGRAPH)
		segment->follows = OQ_BREAK_NONE;
}

/* Of letters that were composed, back in what is seen. */
static gsize
find_seen(const OqNormalizer *normalizer, gsize at)
{
	return normalizer->composed_start - normalizer->n_seen +
	       oq_composed_source(&normalizer->composed, normalizer->n_segmented + at);
}

/* In what is seen from n_seen on. */
static gboolean
find_segment(OqNormalizer *normalizer, OqSlice seen, OqSegment *segment)
{
	OqSegmenter *segmenter = &normalizer->segmenter;
	const GString *text = normalizer->composed.text;
	if (!normalizer->is_composed)
		return oq_segmenter_next(segmenter, seen, normalizer->final, segment);
	OqSlice rest = {text->str + normalizer->n_segmented, text->len - normalizer->n_segmented};
	if (!oq_segmenter_next(segmenter, rest, normalizer->final, segment))
		return FALSE;
	gsize n_taken = segment->n_taken;
	segment->start = find_seen(normalizer, segment->start);
	segment->end = find_seen(normalizer, segment->end);
	segment->n_taken = find_seen(normalizer, n_taken);
	normalizer->n_segmented += n_taken;
	return TRUE;
}

/* A range of what is seen becomes one of what is written. */
static void
find_written(OqNormalizer *normalizer, OqSegment *segment)
{
	const OqView *text = &normalizer->text;
	gsize seen = normalizer->n_seen;
	gboolean found = segment->end > segment->start;
	gsize start = oq_view_start(text, seen + segment->start);
	gsize end = found ? oq_view_end_of(text, seen + segment->end) : start;
	normalizer->n_seen = seen + segment->n_taken;
	segment->start = start - normalizer->n_done;
	segment->end = end - normalizer->n_done;
	segment->n_taken = oq_view_start(text, normalizer->n_seen) - normalizer->n_done;
}

static gboolean
next_segment(OqNormalizer *normalizer, OqSegment *segment)
{
	if (normalizer->in_sentence) {
		*segment = normalizer->segment;
		return TRUE;
	}
	OqSlice rest = seen_rest(normalizer);
	if (!find_segment(normalizer, rest, segment))
		return FALSE;
	end_paragraph(normalizer, rest, segment);
	find_written(normalizer, segment);
	return TRUE;
}

gboolean
oq_normalizer_next(OqNormalizer *normalizer, OqUtterance *utterance)
{
	for (;;) {
		const GString *text = normalizer->text.written;
		OqSlice rest = {text->str + normalizer->n_done, text->len - normalizer->n_done};
		OqSegment segment;
		if (!next_segment(normalizer, &segment))
			return FALSE;
		cut_at_pause(normalizer, rest, &segment);
		gboolean found = segment.end > segment.start;
		gboolean head = pass_newlines(normalizer, rest, &segment);
		if (found)
			fill(normalizer, &segment, head, utterance);
		normalizer->n_done += segment.n_taken;
		if (segment.follows == OQ_BREAK_PARAGRAPH)
			oq_expander_end_quotes(normalizer->expander);
		normalizer->paragraph +=
			normalizer->paragraph > 0 && segment.follows == OQ_BREAK_PARAGRAPH;
		if (found)
			return TRUE;
	}
}
