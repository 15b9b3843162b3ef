/* portal_request.h - a question to the desktop's portal, which is answered by a signal, perhaps
 * after the user was asked. */
#pragma once

#include <gio/gio.h>

#define OQ_PORTAL_NAME "org.freedesktop.portal.Desktop"
#define OQ_PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct _OqPortalRequest OqPortalRequest;

/** OqPortalArguments: those of the method; "handle_token" among its options is to be @token. */
typedef GVariant *(*OqPortalArguments)(const char *token, gpointer data);

/**
 * OqPortalAnswer: once, from the main loop; the request may be freed from within.
 * @results: (nullable): a{sv}; NULL with an error: of D-Bus, or G_IO_ERROR_CANCELLED when the user
 * or the portal has refused
 */
typedef void (*OqPortalAnswer)(GVariant *results, const GError *error, gpointer data);

/** oq_portal_request_new: puts the question; @connection: one to a message bus */
OqPortalRequest *oq_portal_request_new(GDBusConnection *connection, const char *interface,
	const char *method, OqPortalArguments make, OqPortalAnswer answer, gpointer data);

/** oq_portal_request_free: it is not answered any more. @request may be NULL. */
void oq_portal_request_free(OqPortalRequest *request);

/** oq_portal_request_token: (transfer full): a name that nothing has yet. */
char *oq_portal_request_token(void);
