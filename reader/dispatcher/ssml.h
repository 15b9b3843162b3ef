/* ssml.h - a message of Speech Dispatcher, which is SSML or nearly so, as a text with marks in it.
 *
 * What is damaged is spoken as it is written, rather than not at all: a tag without its end, an
 * entity that there is not, a name of no element outside of <speak>. */
#pragma once

#include <glib.h>

/** A place that the client wants to know of when it is reached. */
typedef struct {
	gsize byte; /* of the text */
	char *name;
} OqSsmlMark;

/** A run of the text that is said in one way; the runs follow each other and are the whole text. */
typedef struct {
	gsize start; /* bytes of the text; end is exclusive */
	gsize end;
	gboolean is_spelled;
	gboolean is_foreign; /* set by whoever finds out who reads it */
	gboolean is_closed;  /* a paragraph or sentence ends with it */
	guint rest_ms;       /* a pause that is asked for behind it; 0: none */
	char *language;      /* (nullable): as the message says it; NULL: it does not */
} OqSsmlRun;

typedef struct {
	GString *text; /* UTF-8 */
	GArray *marks; /* of OqSsmlMark, ascending */
	GArray *runs;  /* of OqSsmlRun, none of them empty unless it has a pause */
} OqSsml;

/** oq_ssml_new: @message: UTF-8. */
OqSsml *oq_ssml_new(const char *message);

/** oq_ssml_new_text: what is no SSML, whatever it looks like. */
OqSsml *oq_ssml_new_text(const char *text, gboolean is_spelled);
void oq_ssml_free(OqSsml *ssml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSsml, oq_ssml_free)

/** oq_ssml_add: @text behind what there is, as a run of its own. */
void oq_ssml_add(OqSsml *ssml, const char *text, gboolean is_spelled);
