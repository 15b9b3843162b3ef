/* telling.c - see the header. */
#include "cli/telling.h"

#include "cli/messages.h"

void
oq_telling_init(OqTelling *telling)
{
	pthread_mutex_init(&telling->lock, NULL);
	telling->kept = g_ptr_array_new_with_free_func(g_free);
}

void
oq_telling_clear(OqTelling *telling)
{
	g_clear_pointer(&telling->kept, g_ptr_array_unref);
	pthread_mutex_destroy(&telling->lock);
}

void
oq_telling_say(OqTelling *telling, const char *text)
{
	if (telling == NULL) {
		oq_messages_say(text);
		return;
	}
	pthread_mutex_lock(&telling->lock);
	if (telling->kept != NULL)
		g_ptr_array_add(telling->kept, g_strdup(text));
	else
		oq_messages_say(text);
	pthread_mutex_unlock(&telling->lock);
}

void
oq_telling_open(OqTelling *telling)
{
	pthread_mutex_lock(&telling->lock);
	for (guint i = 0; telling->kept != NULL && i < telling->kept->len; i++)
		oq_messages_say(g_ptr_array_index(telling->kept, i));
	g_clear_pointer(&telling->kept, g_ptr_array_unref);
	pthread_mutex_unlock(&telling->lock);
}
