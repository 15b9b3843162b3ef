/* reader_wish.h - what is asked of the service on the bus, from the message to its answer. */
#pragma once

#include "desktop/deed.h"
#include "text/lang.h"

#include <gio/gio.h>

#define OQ_READER_INTERFACE "kz.oqyrman.Reader1"

typedef enum {
	OQ_READER_SAY,    /* text, queue, spells, lang */
	OQ_READER_CANCEL, /* id */
	OQ_READER_PAUSE,
	OQ_READER_RESUME,
	OQ_READER_STOP,
	OQ_READER_DO,       /* deed */
	OQ_READER_SET_RATE, /* rate */
} OqReaderWishKind;

typedef enum {
	OQ_READER_QUEUE_UNSAID,
	OQ_READER_QUEUE_NO,
	OQ_READER_QUEUE_YES,
} OqReaderQueue;

typedef struct {
	OqReaderWishKind kind;
	char *text;
	OqReaderQueue queue;
	gboolean spells;
	OqLang lang; /* OQ_N_LANGS: it is not told */
	guint id;
	OqDeed deed;
	double rate;
	GDBusMethodInvocation *call; /* (nullable): what is to be answered */
} OqReaderWish;

/** oq_reader_wish_new: (transfer full) (nullable): of a call of @method; NULL: it makes no sense,
 * and was answered so. @call: (transfer full) (nullable) */
OqReaderWish *oq_reader_wish_new(
	const char *method, GVariant *arguments, GDBusMethodInvocation *call);

/** oq_reader_wish_free: a call that nobody has answered is answered with a failure. */
void oq_reader_wish_free(gpointer wish);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqReaderWish, oq_reader_wish_free)

/** oq_reader_wish_answer: @number: that of Say, or whether something is read now. Any thread. */
void oq_reader_wish_answer(OqReaderWish *wish, guint number);

/** oq_reader_wish_fail: @name: behind …Error. @message: for the user. Any thread. */
void oq_reader_wish_fail(OqReaderWish *wish, const char *name, const char *message);
