/* tag.h - the small parts of SSML: a tag, an entity, what is not for the ear. */
#pragma once

#include <glib.h>

/** Longer names are no element's. */
#define OQ_TAG_MAX_NAME 24

typedef enum {
	OQ_ELEMENT_UNKNOWN,
	OQ_ELEMENT_SPEAK,
	OQ_ELEMENT_MARK,
	OQ_ELEMENT_BREAK,
	OQ_ELEMENT_SUB,
	OQ_ELEMENT_SAY_AS,
	OQ_ELEMENT_SENTENCE, /* or a paragraph */
	OQ_ELEMENT_OTHER,    /* of SSML: what is in it is said as if it stood alone */
} OqElement;

/** A tag that has its end. */
typedef struct {
	char name[OQ_TAG_MAX_NAME];
	OqElement element;
	gboolean is_end;        /* </p> */
	gboolean is_empty;      /* <mark/> */
	const char *attributes; /* borrowed, as the next one: those of the tag */
	const char *rest;       /* what stands behind the tag */
} OqTag;

/** oq_tag_read: @at: begins with "<". Returns: the bytes of the tag; 0: it is none, or has no end.
 */
gsize oq_tag_read(const char *at, OqTag *tag);

static inline gboolean
oq_tag_is(const OqTag *tag, OqElement element)
{
	return tag->element == element;
}

/** oq_tag_attribute: (transfer full) (nullable): its value, with its entities replaced. */
char *oq_tag_attribute(const OqTag *tag, const char *name);

/** oq_tag_spells: it asks for its letters one by one. */
gboolean oq_tag_spells(const OqTag *tag);

/** oq_tag_rest_ms: how long a break is. */
guint oq_tag_rest_ms(const OqTag *tag);

/** What is known of the rest of a message, so that it is not looked through time and again; all
 * zero at its beginning. */
typedef struct {
	guint endless;       /* bits of what has no end in it */
	const char *sub_end; /* (nullable): an end of OQ_ELEMENT_SUB that was found */
} OqTagSearch;

/**
 * oq_tag_skip: a comment, an instruction, a declaration, or characters without markup.
 * @content: (out): of those characters, what is to be said; otherwise empty
 *
 * Returns: its bytes; 0: there is none, or it has no end
 */
gsize oq_tag_skip(const char *at, OqTagSearch *search, const char **content, gsize *n_content);

/** oq_tag_has_end: an element OQ_ELEMENT_SUB is closed somewhere behind the tag. */
gboolean oq_tag_has_end(const OqTag *tag, OqTagSearch *search);

/** oq_tag_entity: @at: begins with "&". Returns: its bytes; 0: it is none that is known. */
gsize oq_tag_entity(const char *at, gunichar *character);
