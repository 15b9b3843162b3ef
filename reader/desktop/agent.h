/* agent.h - what keys do, what is asked for on the bus, and what is told of it: joins the service
 * with the selection, the bus, media keys and sleep.
 *
 * What is selected is in memory while it is read, and nowhere else: it is in no line that is told,
 * nor in what the desktop shows of a player.
 */
#pragma once

#include "desktop/reader_object.h"
#include "desktop/selection/selection.h"
#include "desktop/service.h"

/** OqAgentAsk: as oq_selection_ask(). */
typedef void (*OqAgentAsk)(OqSelectionWanted wanted, GCancellable *stop, OqSelectionAnswer answer,
	gpointer answer_data, gpointer data);

typedef struct {
	OqReader *reader;
	OqStyle style;
	OqSpeakerOpen open; /* the sound device */
	gboolean queues;    /* what is asked for waits for the end of what is read */
	OqAgentAsk ask;
	void (*tell)(const char *line, gpointer data); /* for whoever looks into the log */
	void (*met)(OqReaderMeeting meeting, gpointer data);
	void (*left)(gpointer data); /* see oq_agent_leave() */
	gpointer data;               /* of all of them */
} OqAgentParts;

typedef struct _OqAgent OqAgent;

/** oq_agent_new: all is called in the thread's default context, and later. */
OqAgent *oq_agent_new(const OqAgentParts *parts);

/** oq_agent_free: silent at once; may take a moment. @agent may be NULL. */
void oq_agent_free(OqAgent *agent);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqAgent, oq_agent_free)

/** oq_agent_do: by a key. */
void oq_agent_do(OqAgent *agent, OqDeed deed);

/** oq_agent_complain: an error is told, said and shown. */
void oq_agent_complain(OqAgent *agent, const char *message);

/** oq_agent_leave: nobody can ask for anything any more: as soon as nothing is read, left is
 * called.
 */
void oq_agent_leave(OqAgent *agent);

/** oq_agent_yield: it has no keys: whoever comes next and has a display takes its place. */
void oq_agent_yield(OqAgent *agent);
