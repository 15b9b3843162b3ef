/* by_service.h - what the service of the session does for a verb, over its bus
 * (share/kz.oqyrman.Reader1.xml). */
#pragma once

#include "cli/call.h"
#include "desktop/deed.h"

#define OQ_BY_SERVICE_ERROR (oq_by_service_error_quark())
GQuark oq_by_service_error_quark(void);

typedef enum {
	OQ_BY_SERVICE_ERROR_NONE,   /* there is no service, or it cannot do this */
	OQ_BY_SERVICE_ERROR_FAILED, /* the message is the service's */
} OqByServiceError;

/**
 * oq_by_service_say: waits for the end of what is said.
 *
 * Returns: FALSE and OQ_BY_SERVICE_ERROR_NONE, also when the options ask for what it cannot do;
 *   OQ_BY_SERVICE_ERROR_FAILED; OQ_INPUTS_ERROR_NOTHING; OQ_TURN_ERROR_ASKED when it was stopped;
 * or G_IO_ERROR_CANCELLED
 */
gboolean oq_by_service_say(const OqCall *call, const char *text, GError **error);

/** oq_by_service_do: where nothing runs it is started, if the session knows how. FALSE and
 * OQ_BY_SERVICE_ERROR, with a message for the user, or G_IO_ERROR_CANCELLED. */
gboolean oq_by_service_do(const OqCall *call, OqDeed deed, GError **error);
