/* telling.h - what is said about one of several pieces of work that are done side by side: it waits
 * until it is that one's turn, so that messages come in the order of the pieces. */
#pragma once

#include <glib.h>
#include <pthread.h>

typedef struct {
	pthread_mutex_t lock;
	GPtrArray *kept; /* (nullable) of char *: NULL: its turn has come */
} OqTelling;

void oq_telling_init(OqTelling *telling);

/** oq_telling_clear: what was not told is dropped. */
void oq_telling_clear(OqTelling *telling);

/** oq_telling_say: as oq_messages_say(), from any thread; @telling: (nullable): at once. */
void oq_telling_say(OqTelling *telling, const char *text);

/** oq_telling_open: its turn has come. */
void oq_telling_open(OqTelling *telling);
