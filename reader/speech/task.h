/* task.h - one passage and the child that says it; part of pool.c.
 *
 * Records to the child: a letter and a passage of one utterance (speech/wire.h). Records from it, a
 * letter and: */
#pragma once

#include "base/processes/nursery.h"
#include "speech/speech.h"

typedef enum {
	OQ_TASK_SAY = 'S',        /* to the child: answered by SPEECH or FAILED */
	OQ_TASK_TRANSCRIBE = 'T', /* … by PHONEMES or FAILED */
	OQ_TASK_READY = 'R',      /* from the child, first of all: OqTaskReady */
	OQ_TASK_SPEECH = 'W',     /* a speech (speech/wire.h) */
	OQ_TASK_PHONEMES = 'P',   /* UTF-8 */
	OQ_TASK_FAILED = 'F',     /* this utterance could not be said: why, UTF-8 */
	OQ_TASK_NO_VOICE = 'E',   /* instead of any answer: why (speech/wire.h) */
} OqTaskKind;

/** The body of OQ_TASK_READY. */
typedef struct {
	guint32 rate_hz;
} OqTaskReady;

/** What is known of an utterance, to tell of one that is left out. */
typedef struct {
	guint64 start;
	guint64 end;
	guint paragraph;
	char *begins;
} OqTaskPlace;

/** oq_task_record: (transfer full): a letter and what follows it. */
GBytes *oq_task_record(OqTaskKind kind, gconstpointer body, gsize n_bytes);

/** oq_task_open: (transfer full): what follows the letter, which an empty record lacks (0). */
GBytes *oq_task_open(GBytes *record, OqTaskKind *kind);

/** oq_task_read_ready: reads the first record of a child; FALSE: why its voice cannot speak. */
gboolean oq_task_read_ready(GBytes *record, guint *rate_hz, GError **error);

typedef struct _OqTask OqTask;

OqTask *oq_task_new(void);
void oq_task_free(OqTask *task);

/** oq_task_add: @record (transfer full): as the child gets it; @place: (transfer full). */
void oq_task_add(OqTask *task, GBytes *record, OqTaskPlace *place);
guint oq_task_n_added(const OqTask *task);

/** oq_task_is_said: all that was added so far was answered. */
gboolean oq_task_is_said(const OqTask *task);

/** oq_task_n_left: utterances whose speeches were not popped. */
guint oq_task_n_left(const OqTask *task);

/** oq_task_child: (nullable): the child that is at work. */
OqChild *oq_task_child(const OqTask *task);

/** oq_task_start: gives the task a child, which must be new, or have said READY and no more. */
void oq_task_start(OqTask *task, OqChild *child);

/** oq_task_stop: the child is not needed any more. */
void oq_task_stop(OqTask *task);

/**
 * oq_task_receive: takes in what the child has for it. When it has ended before its time the task
 * has no child afterwards, and must be started again.
 *
 * @left_out: (out): the place of an utterance that is given up, or NULL
 *
 * Returns: FALSE: for good: the voice cannot speak
 */
gboolean oq_task_receive(OqTask *task, const OqTaskPlace **left_out, GError **error);

/** oq_task_pop: (transfer full) (nullable): the next speech, if it has come. */
OqSpeech *oq_task_pop(OqTask *task);
