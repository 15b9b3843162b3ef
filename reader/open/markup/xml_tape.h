/* xml_tape.h - what a parser of XML finds, one event behind the other: it is written at the end and
 * taken from the beginning, once or again. Nothing is allocated for an event. */
#pragma once

#include <glib.h>

typedef struct _OqXmlTape OqXmlTape;

typedef enum {
	OQ_XML_START,
	OQ_XML_END,
	OQ_XML_TEXT, /* white space, too */
	OQ_XML_OVER, /* the end, or an error: on no tape */
} OqXmlEvent;

OqXmlTape *oq_xml_tape_new(void);
void oq_xml_tape_free(OqXmlTape *tape);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqXmlTape, oq_xml_tape_free)

/** oq_xml_tape_put: an element starts or ends. */
void oq_xml_tape_put(OqXmlTape *tape, OqXmlEvent event, guint depth, const char *name);

/** oq_xml_tape_put_attribute: of the element that was put last. @prefix: (nullable). */
void oq_xml_tape_put_attribute(
	OqXmlTape *tape, const char *prefix, const char *name, const char *value, gsize n_bytes);

/** oq_xml_tape_put_text: becomes one with the text before it, unless that was taken. */
void oq_xml_tape_put_text(OqXmlTape *tape, guint depth, const char *text, gsize n_bytes);

/** oq_xml_tape_is_over: there is no further event. */
gboolean oq_xml_tape_is_over(const OqXmlTape *tape);

/** oq_xml_tape_is_next: whether the event that comes is of that kind and depth. */
gboolean oq_xml_tape_is_next(const OqXmlTape *tape, OqXmlEvent event, guint depth);

/** oq_xml_tape_take: the next event is what is asked for from now on. It must not be over. */
void oq_xml_tape_take(OqXmlTape *tape);

/** oq_xml_tape_pass: leaves one out: what is asked for stays what it is. */
void oq_xml_tape_pass(OqXmlTape *tape);

/** oq_xml_tape_forget: everything but the event that was taken last. _rewind: to the beginning. */
void oq_xml_tape_forget(OqXmlTape *tape);
void oq_xml_tape_rewind(OqXmlTape *tape);

/* Of the event that was taken last; the strings stay until something is put or forgotten. */
OqXmlEvent oq_xml_tape_event(const OqXmlTape *tape);
guint oq_xml_tape_depth(const OqXmlTape *tape);

/** oq_xml_tape_name: of an element; of a text, that. */
const char *oq_xml_tape_name(const OqXmlTape *tape);

/** oq_xml_tape_attributes: names, with their prefixes, and values in turn, NULL behind them; until
 * the next call. */
const char *const *oq_xml_tape_attributes(OqXmlTape *tape);

/** oq_xml_tape_attribute: (nullable): the value of the first one of that name, whatever its prefix.
 */
const char *oq_xml_tape_attribute(const OqXmlTape *tape, const char *name);
