/* reader_object.h - the service on the session bus: its name, and the object that
 * share/kz.oqyrman.Reader1.xml describes.
 *
 * Who is not of this session cannot reach its bus. The object lives on a thread of its own
 * (bus/bus.h); all calls here return at once.
 */
#pragma once

#include "desktop/reader_wish.h"
#include "desktop/service.h"

#define OQ_READER_NAME "kz.oqyrman.Reader1"
#define OQ_READER_PATH "/kz/oqyrman/Reader1"

/** How the service meets the bus. */
typedef enum {
	OQ_READER_NAMED,    /* it has its name */
	OQ_READER_SECOND,   /* another one has it */
	OQ_READER_REPLACED, /* one that has a display took it, after oq_reader_object_yield() */
	OQ_READER_NO_BUS,
	OQ_READER_BUS_GONE,
} OqReaderMeeting;

/** In the thread's default context. */
typedef struct {
	void (*met)(OqReaderMeeting meeting, gpointer data);
	/* @wish: (transfer full): to be answered */
	void (*asked)(OqReaderWish *wish, gpointer data);
} OqReaderCalls;

typedef struct _OqReaderObject OqReaderObject;

/** oq_reader_object_new: @calls are kept by the caller. */
OqReaderObject *oq_reader_object_new(const OqReaderCalls *calls, gpointer data);
void oq_reader_object_free(OqReaderObject *object);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqReaderObject, oq_reader_object_free)

/** oq_reader_object_yield: whoever comes next and has a display gets the name. */
void oq_reader_object_yield(OqReaderObject *object);

/** oq_reader_object_update: @own_wpm: the voice's own speed. */
void oq_reader_object_update(OqReaderObject *object, const OqServiceStatus *status, guint own_wpm);

/* The signals; a sentence is a property, too. */
void oq_reader_object_sentence(
	OqReaderObject *object, guint id, guint64 start, guint64 end, const char *sentence);
void oq_reader_object_word(OqReaderObject *object, guint id, guint64 start, guint64 end);
void oq_reader_object_finished(
	OqReaderObject *object, guint id, OqServiceOutcome outcome, const char *why);

/** oq_reader_object_notify: shows an error on the desktop, in place of the one before. */
void oq_reader_object_notify(OqReaderObject *object, const char *message);
