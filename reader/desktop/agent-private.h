/* agent-private.h - what the files of the agent share. */
#pragma once

#include "bus/awake.h"
#include "bus/mpris.h"
#include "desktop/agent.h"

/** A selection that was asked for. */
typedef struct {
	OqDeed deed;
	OqReaderWish *wish; /* nullable */
	GCancellable *stop;
} OqAgentQuestion;

struct _OqAgent {
	OqAgentParts parts;
	OqService *service;
	OqReaderObject *object;
	OqAwake *awake;
	OqMpris *mpris;            /* (nullable): while there is something to go back to */
	OqAgentQuestion *question; /* nullable */
	guint own_wpm;             /* the voice's own speed */
	gboolean was_asleep;       /* in the middle of reading */
	gboolean leaves;
	guint nothing; /* a source: has it said that there was not a word; 0: none */
};

/** oq_agent_fulfil: @wish: (transfer full). */
void oq_agent_fulfil(OqReaderWish *wish, gpointer agent);

/** oq_agent_drop_question: what was asked for is not read. */
void oq_agent_drop_question(OqAgent *agent);

/** oq_agent_tell_players: media keys and what they show (agent_player.c). */
void oq_agent_tell_players(OqAgent *agent, const OqServiceStatus *status);
