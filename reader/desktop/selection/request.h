/* request.h - one question to one source: it is answered, stopped or too late, one of these once.
 */
#pragma once

#include "desktop/selection/selection.h"

typedef struct {
	OqSelectionWanted wanted;
	guint limit_ms;
	guint more_ms;      /* in which it may go on, if it is sure by then that it is the one to be
			       asked */
	GCancellable *stop; /* (nullable) */
	OqSelectionAnswer answer;
	gpointer data;
} OqQuestion;

/** Both are called from the main loop; the owner then clears the request or answers it. */
typedef struct {
	void (*late)(gpointer owner);
	void (*stopped)(gpointer owner);
} OqRequestCalls;

typedef struct {
	OqQuestion question; /* with stop counted */
	GSource *limit, *stop;
} OqRequest;

/** oq_request_begin: @request: stays where it is until it is cleared or answered. */
void oq_request_begin(OqRequest *request, const OqQuestion *question, const OqRequestCalls *calls,
	gpointer owner);

/** oq_request_extend: when it is late: FALSE: there is no more time. */
gboolean oq_request_extend(OqRequest *request, const OqRequestCalls *calls, gpointer owner);

/** oq_request_clear: there is no answer. */
void oq_request_clear(OqRequest *request);

/** oq_request_answer: clears it, and calls back unless it was stopped. The memory around @request
 * is not touched after that.
 * @error: (nullable) (transfer full) */
void oq_request_answer(OqRequest *request, GBytes *text, GError *error);

/** oq_request_drop: @source: (inout) (nullable): ends it. */
void oq_request_drop(GSource **source);
