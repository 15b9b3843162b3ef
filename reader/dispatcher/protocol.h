/* protocol.h - what Speech Dispatcher sends its modules, as requests.
 *
 * A request is a line. Behind some of them follow lines up to one that is a single point: settings
 * as NAME=VALUE, or a message, whose lines have a point more where they begin with one. Whatever
 * comes, memory stays bounded, and what is no request is told as one that is unknown. */
#pragma once

#include <glib.h>

typedef enum {
	OQ_VERB_UNKNOWN,
	OQ_VERB_INIT,
	OQ_VERB_AUDIO,
	OQ_VERB_LOGLEVEL,
	OQ_VERB_LIST_VOICES,
	OQ_VERB_SET,
	OQ_VERB_SPEAK,
	OQ_VERB_CHAR,
	OQ_VERB_KEY,
	OQ_VERB_SOUND_ICON,
	OQ_VERB_STOP,
	OQ_VERB_PAUSE,
	OQ_VERB_DEBUG,
	OQ_VERB_QUIT,
	OQ_N_VERBS,
} OqVerb;

/** oq_protocol_verb: static: as it is sent. */
const char *oq_protocol_verb(OqVerb verb);

/** A longer message is cut. */
#define OQ_PROTOCOL_MAX_BYTES (16u << 20)

/** Valid until the next call. */
typedef struct {
	OqVerb verb;
	gboolean is_whole; /* FALSE: its lines are still to come, and wait for an answer */
	const char *text;  /* UTF-8: those lines, or what stands behind the verb; never NULL */
	guint n_lines;
} OqRequest;

typedef struct _OqProtocol OqProtocol;

OqProtocol *oq_protocol_new(void);
void oq_protocol_free(OqProtocol *protocol);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqProtocol, oq_protocol_free)

/** oq_protocol_feed: @bytes: any, cut anywhere. Requests are to be taken before more is fed. */
void oq_protocol_feed(OqProtocol *protocol, const char *bytes, gsize n_bytes);

/** oq_protocol_next: FALSE: there is none before more is fed. */
gboolean oq_protocol_next(OqProtocol *protocol, OqRequest *request);
