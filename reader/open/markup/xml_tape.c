/* xml_tape.c - see the header. */
#include "open/markup/xml_tape.h"

#include <string.h>

/** Behind it stand the name or text, names and values of attributes, a NUL behind each. */
typedef struct {
	guint32 n_bytes; /* head included */
	guint32 depth;
	guint32 n_attributes;
	guint32 event; /* OqXmlEvent */
} Head;

enum { NONE = -1 };

struct _OqXmlTape {
	GByteArray *bytes;
	gssize last;  /* the event that was put last; NONE */
	gssize event; /* the one that was taken last; NONE */
	gsize next;
	Head head;             /* of the event that was taken */
	GPtrArray *attributes; /* of the last call */
};

OqXmlTape *
oq_xml_tape_new(void)
{
	OqXmlTape *tape = g_new0(OqXmlTape, 1);
	tape->bytes = g_byte_array_new();
	tape->attributes = g_ptr_array_new();
	tape->last = tape->event = NONE;
	return tape;
}

void
oq_xml_tape_free(OqXmlTape *tape)
{
	if (tape == NULL)
		return;
	g_byte_array_unref(tape->bytes);
	g_ptr_array_unref(tape->attributes);
	g_free(tape);
}

static Head
head_at(const OqXmlTape *tape, gsize at)
{
	Head head;
	memcpy(&head, tape->bytes->data + at, sizeof head);
	return head;
}

static void
set_head(OqXmlTape *tape, gsize at, const Head *head)
{
	memcpy(tape->bytes->data + at, head, sizeof *head);
}

static void
append(OqXmlTape *tape, const char *bytes, gsize n_bytes)
{
	g_byte_array_append(tape->bytes, (const guint8 *)bytes, (guint)n_bytes);
}

static void
put(OqXmlTape *tape, OqXmlEvent event, guint depth, const char *name, gsize n_bytes)
{
	const Head head = {(guint32)(sizeof head + n_bytes + 1), depth, 0, event};
	tape->last = (gssize)tape->bytes->len;
	g_byte_array_append(tape->bytes, (const guint8 *)&head, sizeof head);
	append(tape, name, n_bytes);
	append(tape, "", 1);
}

void
oq_xml_tape_put(OqXmlTape *tape, OqXmlEvent event, guint depth, const char *name)
{
	put(tape, event, depth, name, strlen(name));
}

/* What was put last has become longer. */
static void
measure_last(OqXmlTape *tape, guint n_more_attributes)
{
	Head head = head_at(tape, (gsize)tape->last);
	head.n_bytes = (guint32)(tape->bytes->len - (gsize)tape->last);
	head.n_attributes += n_more_attributes;
	set_head(tape, (gsize)tape->last, &head);
}

void
oq_xml_tape_put_attribute(
	OqXmlTape *tape, const char *prefix, const char *name, const char *value, gsize n_bytes)
{
	if (prefix != NULL) {
		append(tape, prefix, strlen(prefix));
		append(tape, ":", 1);
	}
	append(tape, name, strlen(name) + 1);
	append(tape, value, n_bytes);
	append(tape, "", 1);
	measure_last(tape, 1);
}

void
oq_xml_tape_put_text(OqXmlTape *tape, guint depth, const char *text, gsize n_bytes)
{
	gboolean goes_on = tape->last >= (gssize)tape->next &&
			   head_at(tape, (gsize)tape->last).event == OQ_XML_TEXT;
	if (!goes_on) {
		put(tape, OQ_XML_TEXT, depth, text, n_bytes);
		return;
	}
	g_byte_array_set_size(tape->bytes, tape->bytes->len - 1);
	append(tape, text, n_bytes);
	append(tape, "", 1);
	measure_last(tape, 0);
}

gboolean
oq_xml_tape_is_over(const OqXmlTape *tape)
{
	return tape->next == tape->bytes->len;
}

gboolean
oq_xml_tape_is_next(const OqXmlTape *tape, OqXmlEvent event, guint depth)
{
	if (oq_xml_tape_is_over(tape))
		return FALSE;
	Head head = head_at(tape, tape->next);
	return head.event == event && head.depth == depth;
}

void
oq_xml_tape_take(OqXmlTape *tape)
{
	tape->event = (gssize)tape->next;
	tape->head = head_at(tape, tape->next);
	tape->next += tape->head.n_bytes;
}

void
oq_xml_tape_pass(OqXmlTape *tape)
{
	tape->next += head_at(tape, tape->next).n_bytes;
}

void
oq_xml_tape_forget(OqXmlTape *tape)
{
	gsize kept = tape->event != NONE ? tape->head.n_bytes : 0;
	if (kept > 0)
		memmove(tape->bytes->data, tape->bytes->data + tape->event, kept);
	g_byte_array_set_size(tape->bytes, (guint)kept);
	tape->event = kept > 0 ? 0 : NONE;
	tape->next = kept;
	tape->last = NONE;
}

void
oq_xml_tape_rewind(OqXmlTape *tape)
{
	tape->event = NONE;
	tape->next = 0;
}

OqXmlEvent
oq_xml_tape_event(const OqXmlTape *tape)
{
	return (OqXmlEvent)tape->head.event;
}

guint
oq_xml_tape_depth(const OqXmlTape *tape)
{
	return tape->head.depth;
}

const char *
oq_xml_tape_name(const OqXmlTape *tape)
{
	return (const char *)tape->bytes->data + tape->event + sizeof(Head);
}

static const char *
behind(const char *text)
{
	return text + strlen(text) + 1;
}

const char *const *
oq_xml_tape_attributes(OqXmlTape *tape)
{
	char *text = (char *)tape->bytes->data + tape->event + sizeof(Head);
	g_ptr_array_set_size(tape->attributes, 0);
	for (guint i = 0; i < 2 * tape->head.n_attributes; i++) {
		text += strlen(text) + 1;
		g_ptr_array_add(tape->attributes, text);
	}
	g_ptr_array_add(tape->attributes, NULL);
	return (const char *const *)tape->attributes->pdata;
}

const char *
oq_xml_tape_attribute(const OqXmlTape *tape, const char *name)
{
	const char *text = oq_xml_tape_name(tape);
	for (guint i = 0; i < tape->head.n_attributes; i++) {
		const char *own = behind(text), *colon = strchr(own, ':');
		text = behind(own);
		if (strcmp(colon != NULL ? colon + 1 : own, name) == 0)
			return text;
	}
	return NULL;
}
