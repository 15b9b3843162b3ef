/* recital.h - a message as the utterances that will be said, each with its style.
 *
 * All places are bytes of the message's text (ssml.h). One thread. */
#pragma once

#include "dispatcher/ssml.h"
#include "dispatcher/tongues.h"
#include "reading/reader.h"

/** What recitals stand on; must outlive them. */
typedef struct {
	OqReader *reader;
	const OqTongues *tongues;
	OqSettings *settings; /* of the reader: the punctuation in them is set by each recital */
	guint speed_wpm;      /* of the usual voice */
	const char *capital;  /* (nullable): what is said before a capital letter */
} OqRecitalTools;

typedef struct _OqRecital OqRecital;

/** oq_recital_new: @ssml, @wish: (transfer full): the contents of @wish, which is empty then. */
OqRecital *oq_recital_new(const OqRecitalTools *tools, OqSsml *ssml, OqWish *wish);
void oq_recital_free(OqRecital *recital);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqRecital, oq_recital_free)

/**
 * oq_recital_next:
 * @utterance: (out caller-allocates): an initialized utterance, overwritten
 * @style: (out): how it is said
 *
 * Returns: FALSE at the end of the message
 */
gboolean oq_recital_next(OqRecital *recital, OqUtterance *utterance, OqStyle *style);

/** oq_recital_marks: (transfer none) (element-type OqSsmlMark) */
const GArray *oq_recital_marks(const OqRecital *recital);

/** oq_recital_is_done: what was given last is the end of the message. */
gboolean oq_recital_is_done(const OqRecital *recital);

/** oq_recital_come_home: from its beginning again, read by the Kazakh rules, whatever language was
 * asked for: its voice has no words for it. FALSE: these have read it, or there is nothing to say.
 */
gboolean oq_recital_come_home(OqRecital *recital);

/** oq_recital_rings: a capital letter at this place is told of by a sound. */
gboolean oq_recital_rings(const OqRecital *recital, guint64 byte);

/** oq_recital_text: (transfer none): of the message. */
const char *oq_recital_text(const OqRecital *recital);

guint oq_recital_volume_percent(const OqRecital *recital);
