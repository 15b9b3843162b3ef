/* a11y_call.h - calls of accessible objects, answered later. */
#pragma once

#include <gio/gio.h>

/** States and roles by AT-SPI's numbers. */
enum {
	OQ_A11Y_STATE_ACTIVE = 1,
	OQ_A11Y_STATE_FOCUSED = 12,
	OQ_A11Y_STATE_SHOWING = 25,

	OQ_A11Y_ROLE_FRAME = 23,
	OQ_A11Y_ROLE_PASSWORD = 40,
	OQ_A11Y_ROLE_WINDOW = 69,
	OQ_A11Y_ROLE_APPLICATION = 75,
	OQ_A11Y_ROLE_DOCUMENT_FRAME = 82,
	OQ_A11Y_ROLE_DOCUMENT_WEB = 95,
};

typedef struct {
	char *sender, *path; /* NULL: no object */
} OqA11yObject;

/** oq_a11y_object_set: (transfer none): also to what it already is. */
void oq_a11y_object_set(OqA11yObject *object, const char *sender, const char *path);
void oq_a11y_object_clear(OqA11yObject *object);

/** oq_a11y_object_new: (transfer full): for lists. */
OqA11yObject *oq_a11y_object_new(const char *sender, const char *path);
void oq_a11y_object_free(OqA11yObject *object);

/** OqA11yReply: @reply: NULL when the call failed; otherwise of the type that was wanted. */
typedef void (*OqA11yReply)(GVariant *reply, gpointer data);

/**
 * oq_a11y_call:
 * @method: such as "Text.GetText", of org.a11y.atspi
 * @type: of the reply
 * @stop: when it is cancelled, there is no reply
 */
void oq_a11y_call(GDBusConnection *connection, const OqA11yObject *object, const char *method,
	GVariant *arguments, const char *type, GCancellable *stop, OqA11yReply taken,
	gpointer data);

/** oq_a11y_get: the same with a property, such as "Text.CaretOffset"; the reply is its value, of
 * the type. */
void oq_a11y_get(GDBusConnection *connection, const OqA11yObject *object, const char *property,
	const char *type, GCancellable *stop, OqA11yReply taken, gpointer data);

/** oq_a11y_has_state: @reply: of "Accessible.GetState", an (au) */
gboolean oq_a11y_has_state(GVariant *reply, guint state);
