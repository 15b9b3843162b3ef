/* excerpt.c - see the header. */
#include "radio/excerpt.h"

#include "base/line.h"
#include "reading/search.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK(oq_excerpt_error, oq_excerpt_error)

/* What ends a sentence, but no heading. */
#define ENDS ".!?…:;"

#define MAX_HEADING 500

typedef enum { BY_SENTENCE, BY_HEADING, BY_TITLE, BY_PLACE } Kind;

/** What is looked for. */
typedef struct {
	Kind kind;
	guint number;      /* of the sentence or heading */
	const char *words; /* as they were given */
	guint64 place;     /* the sentence that holds it, or the first one behind it */
	guint64 from;      /* titles count behind this place */
	gboolean is_title; /* the place is that of a heading */
} Wish;

typedef struct {
	guint64 start;
	guint64 end;
	guint block_number;  /* as in OqBlock */
	gboolean is_heading; /* of what was found: it was named as one */
} Sentence;

/** A walk through the sentences of a text. */
typedef struct {
	OqUtterance utterance;
	GString *text;     /* of the sentence */
	Sentence sentence; /* the last one */
	gboolean is_open;  /* it goes on */
	gboolean begins;   /* the next one begins a paragraph */
	guint n_sentences;
	guint n_headings;
} Walk;

static void
walk_init(Walk *walk)
{
	*walk = (Walk){.text = g_string_new(NULL), .begins = TRUE};
	oq_utterance_init(&walk->utterance);
}

static void
walk_clear(Walk *walk)
{
	g_string_free(walk->text, TRUE);
	oq_utterance_clear(&walk->utterance);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Walk, walk_clear)

static gboolean
ends_like_heading(const GString *text)
{
	g_autofree char *trimmed = g_strchomp(g_strdup(text->str));
	const char *last = g_utf8_find_prev_char(trimmed, trimmed + strlen(trimmed));

	return last != NULL && g_utf8_strchr(ENDS, -1, g_utf8_get_char(last)) == NULL;
}

static void
begin_sentence(Walk *walk, const OqCursor *cursor)
{
	walk->is_open = TRUE;
	walk->sentence.start = walk->utterance.start;
	walk->sentence.block_number = oq_cursor_block(cursor)->number;
	g_string_truncate(walk->text, 0);
}

static void
end_sentence(Walk *walk, const OqCursor *cursor)
{
	gboolean ends = walk->utterance.follows == OQ_BREAK_PARAGRAPH;

	walk->is_open = FALSE;
	walk->n_sentences++;
	walk->sentence.is_heading = oq_cursor_block(cursor)->kind == OQ_BLOCK_HEADING ||
				    (walk->begins && ends && ends_like_heading(walk->text));
	walk->n_headings += walk->sentence.is_heading;
}

/* FALSE: there is none, or with @error. */
static gboolean
next_sentence(Walk *walk, OqCursor *cursor, GError **error)
{
	const OqUtterance *utterance = &walk->utterance;
	gboolean found = FALSE;

	while (!found && oq_cursor_next(cursor, &walk->utterance, error)) {
		if (utterance->words->len > 0) {
			if (!walk->is_open)
				begin_sentence(walk, cursor);
			g_string_append(walk->text, utterance->text->str);
			walk->sentence.end = utterance->end;
		}
		found = walk->is_open && utterance->follows >= OQ_BREAK_SENTENCE;
		if (found)
			end_sentence(walk, cursor);
		walk->begins = utterance->follows == OQ_BREAK_PARAGRAPH;
	}
	return found;
}

static gboolean
has_words(const char *text, const char *words)
{
	g_autoptr(OqSearch) search = oq_search_new(words, NULL);
	const char *end = text + strlen(text);
	guint64 found;

	oq_search_begin(search, 0);
	return oq_search_feed(search, &text, end, &found);
}

/* 0: no, 1: it will do unless there is a better one, 2: it is the one. */
static guint
likeness(const Walk *walk, const Wish *wish)
{
	const Sentence *sentence = &walk->sentence;

	switch (wish->kind) {
	case BY_SENTENCE:
		return walk->n_sentences == wish->number ? 2 : 0;
	case BY_HEADING:
		return sentence->is_heading && walk->n_headings == wish->number ? 2 : 0;
	case BY_TITLE:
		if (!sentence->is_heading || sentence->start < wish->from ||
			!has_words(walk->text->str, wish->words))
			return 0;
		return has_words(wish->words, walk->text->str) ? 2 : 1;
	default:
		return sentence->end > wish->place ? 2 : 0;
	}
}

/* FALSE: there is none like that, or with @error. */
static gboolean
walk_to(OqCursor *cursor, const Wish *wish, Walk *walk, Sentence *found, GError **error)
{
	g_autoptr(GError) failure = NULL;
	guint best = 0;

	if (!oq_cursor_go(cursor, 0, OQ_STEP_DOCUMENT, 0, error))
		return FALSE;
	while (best < 2 && next_sentence(walk, cursor, &failure)) {
		guint now = likeness(walk, wish);
		if (now > best) {
			best = now;
			*found = walk->sentence;
		}
	}
	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	found->is_heading = wish->is_title || wish->kind == BY_HEADING || wish->kind == BY_TITLE;
	return best > 0 && failure == NULL;
}

/* @n: how many sentences or headings there are, where one was named by its number. */
static void
set_not_found(const Wish *wish, guint n, GError **error)
{
	if (wish->kind == BY_SENTENCE)
		g_set_error(error, OQ_EXCERPT_ERROR, OQ_EXCERPT_ERROR_NOT_FOUND,
			ngettext("the text has only %u sentence", "the text has only %u sentences",
				n),
			n);
	else if (wish->kind == BY_HEADING)
		g_set_error(error, OQ_EXCERPT_ERROR, OQ_EXCERPT_ERROR_NOT_FOUND,
			ngettext(
				"the text has only %u heading", "the text has only %u headings", n),
			n);
	else
		g_set_error(error, OQ_EXCERPT_ERROR, OQ_EXCERPT_ERROR_NOT_FOUND,
			_("neither a heading nor a sentence has “%s”; oqyrman text "
			  "--sentences shows the sentences"),
			wish->words);
}

/* A heading that the document itself knows of. */
static gboolean
find_in_outline(const GArray *outline, Wish *wish)
{
	guint best = 0;

	for (guint i = 0; outline != NULL && i < outline->len && best < 2; i++) {
		const OqHeading *heading = &g_array_index(outline, OqHeading, i);
		guint now = 0;
		if (wish->kind == BY_HEADING)
			now = i + 1 == wish->number ? 2 : 0;
		else if (heading->start >= wish->from && has_words(heading->title, wish->words))
			now = has_words(wish->words, heading->title) ? 2 : 1;
		if (now > best) {
			best = now;
			wish->place = heading->start;
		}
	}
	return best > 0;
}

/* Also where they stand right at @from. */
static gboolean
find_words(OqCursor *cursor, Wish *wish, GError **error)
{
	gboolean found = wish->from > 0
				 ? oq_cursor_find(cursor, wish->from - 1, wish->words, 1, error)
				 : oq_cursor_find(cursor, 1, wish->words, -1, NULL) ||
					   oq_cursor_find(cursor, 0, wish->words, 1, error);

	if (found)
		wish->place = oq_cursor_place(cursor);
	return found;
}

/* Where no heading has the words, a sentence may. */
static gboolean
find_sentence(OqCursor *cursor, Wish *wish, Sentence *found, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_auto(Walk) walk;

	walk_init(&walk);
	if (walk_to(cursor, wish, &walk, found, &failure))
		return TRUE;
	if (failure == NULL && wish->kind == BY_TITLE && find_words(cursor, wish, &failure)) {
		wish->kind = BY_PLACE;
		return find_sentence(cursor, wish, found, error);
	}
	if (failure == NULL || g_error_matches(failure, OQ_CURSOR_ERROR, OQ_CURSOR_ERROR_NOT_FOUND))
		set_not_found(wish, wish->kind == BY_SENTENCE ? walk.n_sentences : walk.n_headings,
			error);
	else
		g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static Wish
read_wish(const char *name, guint64 from)
{
	Wish wish = {.kind = BY_TITLE, .words = name, .from = from};
	gboolean is_heading = *name == '#';
	guint64 number;

	if (g_ascii_string_to_unsigned(name + is_heading, 10, 1, G_MAXUINT, &number, NULL)) {
		wish.kind = is_heading ? BY_HEADING : BY_SENTENCE;
		wish.number = (guint)number;
	}
	return wish;
}

static gboolean
find(OqCursor *cursor, const char *name, guint64 from, Sentence *found, GError **error)
{
	Wish wish = read_wish(name, from);
	OqDocument *document = oq_cursor_document(cursor);

	if (wish.kind != BY_SENTENCE && !oq_document_read_outline(document, error))
		return FALSE;
	const GArray *outline = oq_document_outline(document);
	wish.is_title = wish.kind != BY_SENTENCE && find_in_outline(outline, &wish);
	if (wish.is_title)
		wish.kind = BY_PLACE;
	if (wish.kind != BY_HEADING || outline == NULL || outline->len == 0)
		return find_sentence(cursor, &wish, found, error);
	set_not_found(&wish, outline->len, error);
	return FALSE;
}

static gboolean
find_end(OqCursor *cursor, const char *name, guint64 start, guint64 *end, GError **error)
{
	Sentence last = {0};

	if (!find(cursor, name, start, &last, error))
		return FALSE;
	*end = last.is_heading ? last.start : last.end;
	if (*end > start)
		return TRUE;
	g_set_error(error, OQ_EXCERPT_ERROR, OQ_EXCERPT_ERROR_BACKWARDS,
		_("the part would end before it begins: “%s” stands too early"), name);
	return FALSE;
}

gboolean
oq_excerpt_choose(OqCursor *cursor, const char *first, const char *last, GError **error)
{
	g_return_val_if_fail(oq_cursor_document(cursor) != NULL, FALSE);
	Sentence start = {0};
	guint64 end = G_MAXUINT64;

	oq_cursor_set_end(cursor, end);
	if (first != NULL && !find(cursor, first, 0, &start, error))
		return FALSE;
	if (last != NULL && !find_end(cursor, last, start.start, &end, error))
		return FALSE;
	if (!oq_cursor_go(cursor, start.start, first != NULL ? OQ_STEP_SENTENCE : OQ_STEP_DOCUMENT,
		    0, error))
		return FALSE;
	if (first != NULL)
		oq_cursor_set_paragraph(cursor, start.block_number);
	oq_cursor_set_end(cursor, end);
	return TRUE;
}

gboolean
oq_excerpt_begin_heading(OqCursor *cursor, char **heading, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_auto(Walk) walk;

	walk_init(&walk);
	*heading = NULL;
	if (!oq_cursor_go(cursor, 0, OQ_STEP_DOCUMENT, 0, error))
		return FALSE;
	if (next_sentence(&walk, cursor, &failure) && walk.sentence.is_heading)
		*heading = oq_line_new(walk.text->str, -1, MAX_HEADING);
	if (failure == NULL && oq_cursor_go(cursor, 0, OQ_STEP_DOCUMENT, 0, &failure))
		return TRUE;
	g_clear_pointer(heading, g_free);
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}
