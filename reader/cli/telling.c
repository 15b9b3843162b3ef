/* telling.c - see the header. */
#include "cli/telling.h"

#include "cli/messages.h"

void
oq_telling_init(OqTelling *telling)
{
	g_mutex_init(&telling->lock);
	telling->kept = g_ptr_array_new_with_free_func(g_free);
}

void
oq_telling_clear(OqTelling *telling)
{
	g_clear_pointer(&telling->kept, g_ptr_array_unref);
	g_mutex_clear(&telling->lock);
}

void
oq_telling_say(OqTelling *telling, const char *text)
{
	if (telling == NULL) {
		oq_messages_say(text);
		return;
	}
	g_mutex_lock(&telling->lock);
	if (telling->kept != NULL)
		g_ptr_array_add(telling->kept, g_strdup(text));
	else
		oq_messages_say(text);
	g_mutex_unlock(&telling->lock);
}

void
oq_telling_open(OqTelling *telling)
{
	g_mutex_lock(&telling->lock);
	for (guint i = 0; telling->kept != NULL && i < telling->kept->len; i++)
		oq_messages_say(g_ptr_array_index(telling->kept, i));
	g_clear_pointer(&telling->kept, g_ptr_array_unref);
	g_mutex_unlock(&telling->lock);
}
