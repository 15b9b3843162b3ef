/* mailbox.h - calls that another thread asks for, made in a context, in their order. */
#pragma once

#include <glib.h>

typedef struct _OqMailbox OqMailbox;
typedef void (*OqMailboxCall)(gpointer object, gpointer letter);

/** oq_mailbox_new: calls are made where @context is iterated; @object: what each is given. */
OqMailbox *oq_mailbox_new(GMainContext *context, gpointer object);

/** oq_mailbox_free: in the thread of the context, when nobody posts any more, be it from within a
 * call; what was not called is not. @mailbox may be NULL. */
void oq_mailbox_free(OqMailbox *mailbox);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqMailbox, oq_mailbox_free)

/**
 * oq_mailbox_post: any thread's; never waits.
 * @letter: (nullable) (transfer full): what the call is given
 * @free_letter: (nullable): frees it, after the call or without one
 */
void oq_mailbox_post(
	OqMailbox *mailbox, OqMailboxCall call, gpointer letter, GDestroyNotify free_letter);
