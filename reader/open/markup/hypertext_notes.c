/* hypertext_notes.c - hypertext.c: notes, what refers to them, and places of the document. */
#include "open/markup/hrefs.h"
#include "open/markup/hypertext-private.h"
#include "open/powers.h"

#include <string.h>

enum { SHORT_LABEL = 4 }; /* characters: "xii", "[a]" */

static char *
key_of(const OqHypertext *hypertext, const char *id)
{
	return g_strconcat(hypertext->path, "#", id, NULL);
}

void
oq_hypertext_begin_note(OqHypertext *hypertext, OqHypertextFrame *frame)
{
	gboolean is_gathered =
		hypertext->notes == OQ_NOTES_INLINE && hypertext->pass == OQ_HYPERTEXT_WRITE;
	if (frame->note != NULL)
		return;
	if (hypertext->notes == OQ_NOTES_SKIP || is_gathered)
		frame->is_skipped = TRUE;
	else
		frame->note = oq_footnotes_begin(hypertext->footnotes, hypertext->path);
	frame->item = frame->table = frame->heading = 0;
}

/* Whether the element of this id is one that was referred to as a note. In the pass that writes,
 * none but those that were gathered are. */
static gboolean
is_target(const OqHypertext *hypertext, const char *key)
{
	if (hypertext->notes == OQ_NOTES_INLINE && hypertext->pass == OQ_HYPERTEXT_WRITE)
		return oq_footnotes_find(hypertext->footnotes, key) != NULL;
	return g_hash_table_contains(hypertext->targets, key);
}

/* The paragraph or item around the top of the stack; 0: there is none, or something else is. */
static guint
block_around(const OqHypertext *hypertext)
{
	for (guint i = hypertext->frames->len - 1; i > 0; i--) {
		const OqHypertextFrame *frame =
			&g_array_index(hypertext->frames, OqHypertextFrame, i);
		if (frame->heading > 0)
			return 0;
		if (frame->element == OQ_ELEMENT_BLOCK || frame->element == OQ_ELEMENT_ITEM)
			return i;
		if (frame->element != OQ_ELEMENT_INLINE && frame->element != OQ_ELEMENT_LINK &&
			frame->element != OQ_ELEMENT_RAISED)
			return 0;
	}
	return 0;
}

/* A note that begins with the anchor that is referred to: its paragraph is the note. */
static void
turn_into_note(OqHypertext *hypertext, OqHypertextFrame *frame)
{
	guint i = block_around(hypertext);
	if (i == 0 || (hypertext->is_open && hypertext->has_letters))
		return;
	hypertext->is_open = FALSE;
	oq_hypertext_begin_note(hypertext, frame);
	for (; i < hypertext->frames->len; i++) {
		OqHypertextFrame *inner = &g_array_index(hypertext->frames, OqHypertextFrame, i);
		inner->note = frame->note;
		inner->is_skipped = frame->is_skipped;
		inner->item = inner->table = 0;
	}
}

static void
notice_note(OqHypertext *hypertext, OqHypertextFrame *frame, const char *key)
{
	if (frame->note == NULL && is_target(hypertext, key)) {
		if (frame->element == OQ_ELEMENT_BLOCK || frame->element == OQ_ELEMENT_ITEM)
			oq_hypertext_begin_note(hypertext, frame);
		else if (frame->element == OQ_ELEMENT_LINK || frame->element == OQ_ELEMENT_INLINE)
			turn_into_note(hypertext, frame);
	}
	gboolean is_note = frame->element == OQ_ELEMENT_NOTE ||
			   (frame->element == OQ_ELEMENT_ITEM && frame->is_notes);
	if (is_note && frame->note == NULL)
		oq_hypertext_begin_note(hypertext, frame);
	if (frame->note != NULL)
		oq_footnotes_name(hypertext->footnotes, frame->note, key);
}

static void
notice_place(OqHypertext *hypertext, const OqHypertextFrame *frame, const char *key)
{
	const OqHypertextPlace *place = g_hash_table_lookup(hypertext->places, key);
	if (place == NULL || frame->is_skipped)
		return;
	if (place->page != NULL && frame->element != OQ_ELEMENT_PAGE)
		oq_hypertext_tell_page(hypertext, place->page);
	if (place->headline == NULL)
		return;
	g_free(hypertext->headline);
	hypertext->headline = g_strdup(place->headline);
	hypertext->headline_level = place->level;
}

void
oq_hypertext_notice(OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes)
{
	static const char *const names[] = {"id", "xml:id", "name"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *id = oq_elements_attribute(attributes, names[i]);
		if (id == NULL || *id == '\0')
			continue;
		g_autofree char *key = key_of(hypertext, id);
		notice_note(hypertext, frame, key);
		notice_place(hypertext, frame, key);
	}
}

void
oq_hypertext_tell_page(OqHypertext *hypertext, const char *label)
{
	if (hypertext->pass == OQ_HYPERTEXT_WRITE)
		oq_block_writer_tell(hypertext->out, OQ_WIRE_PAGE, label);
}

void
oq_hypertext_refer(OqHypertext *hypertext, const char *key)
{
	g_autofree char *file = oq_hrefs_file(key);
	g_hash_table_add(hypertext->targets, g_strdup(key));
	if (hypertext->notes != OQ_NOTES_INLINE)
		return;
	if (hypertext->pass == OQ_HYPERTEXT_WRITE)
		g_ptr_array_add(hypertext->references, g_strdup(key));
	else if (!g_hash_table_contains(hypertext->gathered, file)) {
		g_ptr_array_add(hypertext->wanted, g_strdup(file));
		g_hash_table_add(hypertext->gathered, g_steal_pointer(&file));
	}
}

/* "1", "*", "[12]", "(3)", "†", and what leads back: "↩". */
typedef enum {
	LABEL_NONE,
	LABEL_NUMBER,
	LABEL_MARK, /* it can be nothing but a reference */
} Label;

static Label
judge_label(const char *text)
{
	gboolean has_mark = FALSE;
	guint n_digits = 0;
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char_validated(p, -1);
		if (g_unichar_isspace(c) || c == '.' || c == '(' || c == ')' || c == 0xFE0E)
			continue;
		gboolean is_mark = c == '[' || c == ']' || c == '*' || c == '^' || c == 0x2020 ||
				   c == 0x2021 || c == 0xA7 || (c >= 0x2190 && c <= 0x21FF);
		if (!is_mark && !g_unichar_isdigit(c))
			return LABEL_NONE;
		has_mark |= is_mark;
		n_digits += !is_mark;
	}
	if (n_digits > 4 || (n_digits == 0 && !has_mark))
		return LABEL_NONE;
	return has_mark ? LABEL_MARK : LABEL_NUMBER;
}

/* A number that is raised or marked is a reference; in a note, any number that leads somewhere
 * leads back. What is said to refer to a note may be a word of the sentence, which stays. */
static gboolean
is_reference(const OqHypertext *hypertext, const OqHypertextFrame *frame, const char *text)
{
	Label label = judge_label(text);
	if (frame->element == OQ_ELEMENT_NOTEREF)
		return label != LABEL_NONE || g_utf8_strlen(text, -1) <= SHORT_LABEL;
	return frame->key != NULL && label != LABEL_NONE &&
	       (label == LABEL_MARK || frame->is_raised || frame->note != NULL ||
		       (hypertext->raised == frame->serial &&
			       hypertext->raised_mark >= frame->mark));
}

static gboolean
is_in_link(const OqHypertext *hypertext)
{
	for (guint i = 1; i < hypertext->frames->len; i++)
		if (g_array_index(hypertext->frames, OqHypertextFrame, i).key != NULL)
			return TRUE;
	return FALSE;
}

/* m<sup>2</sup> is m². */
static void
end_raised(OqHypertext *hypertext, const OqHypertextFrame *frame)
{
	if (!hypertext->is_open || frame->serial != hypertext->serial ||
		frame->mark >= hypertext->text->len)
		return;
	const char *text = hypertext->text->str + frame->mark;
	hypertext->raised = hypertext->serial;
	hypertext->raised_mark = frame->mark;
	if (is_in_link(hypertext))
		return;
	g_autofree char *raised = g_strdup(text);
	g_string_truncate(hypertext->text, frame->mark);
	if (!oq_powers_append(hypertext->text, raised))
		g_string_append(hypertext->text, raised);
}

void
oq_hypertext_end_link(OqHypertext *hypertext, const OqHypertextFrame *frame)
{
	if (frame->element == OQ_ELEMENT_RAISED)
		end_raised(hypertext, frame);
	if (frame->element != OQ_ELEMENT_LINK && frame->element != OQ_ELEMENT_NOTEREF)
		return;
	gboolean is_whole = hypertext->is_open && frame->serial == hypertext->serial &&
			    frame->mark < hypertext->text->len;
	gboolean is_dropped =
		is_whole && is_reference(hypertext, frame, hypertext->text->str + frame->mark);
	if (is_dropped)
		g_free(oq_hypertext_drop(hypertext, frame));
	if (!is_dropped && !(is_whole && frame->element == OQ_ELEMENT_NOTEREF))
		return;
	if (frame->key != NULL && frame->note == NULL)
		oq_hypertext_refer(hypertext, frame->key);
}
