/* script.h - a message as the utterances that will be said, each with its style.
 *
 * All places are bytes of the message's text (ssml.h). One thread. */
#pragma once

#include "dispatcher/ssml.h"
#include "dispatcher/tongues.h"
#include "reading/reader.h"

/** What scripts stand on; must outlive them. */
typedef struct {
	OqReader *reader;
	const OqTongues *tongues;
	OqSettings *settings; /* of the reader: the punctuation in them is set by each script */
	guint speed_wpm;      /* of the usual voice */
	const char *capital;  /* (nullable): what is said before a capital letter */
} OqScriptTools;

typedef struct _OqScript OqScript;

/** oq_script_new: @ssml, @wish: (transfer full): the contents of @wish, which is empty then. */
OqScript *oq_script_new(const OqScriptTools *tools, OqSsml *ssml, OqWish *wish);
void oq_script_free(OqScript *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqScript, oq_script_free)

/**
 * oq_script_next:
 * @utterance: (out caller-allocates): an initialized utterance, overwritten
 * @style: (out): how it is said
 *
 * Returns: FALSE at the end of the message
 */
gboolean oq_script_next(OqScript *script, OqUtterance *utterance, OqStyle *style);

/** oq_script_marks: (transfer none) (element-type OqSsmlMark) */
const GArray *oq_script_marks(const OqScript *script);

/** oq_script_is_done: what was given last is the end of the message. */
gboolean oq_script_is_done(const OqScript *script);

/** oq_script_rings: a capital letter at this place is told of by a sound. */
gboolean oq_script_rings(const OqScript *script, guint64 byte);

/** oq_script_text: (transfer none): of the message. */
const char *oq_script_text(const OqScript *script);

guint oq_script_volume_percent(const OqScript *script);
