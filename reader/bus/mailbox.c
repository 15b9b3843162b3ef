/* mailbox.c - see the header. */
#include "bus/mailbox.h"

#include <pthread.h>

typedef struct {
	OqMailboxCall call;
	gpointer letter;
	GDestroyNotify free_letter;
} Post;

struct _OqMailbox {
	GSource source;
	pthread_mutex_t lock;
	GQueue posts; /* with the lock held */
	gpointer object;
};

static void
free_post(gpointer data)
{
	Post *post = data;

	if (post->free_letter != NULL)
		post->free_letter(post->letter);
	g_free(post);
}

/* (nullable) (transfer full) */
static Post *
take_next(OqMailbox *mailbox)
{
	pthread_mutex_lock(&mailbox->lock);
	Post *post = g_queue_pop_head(&mailbox->posts);
	pthread_mutex_unlock(&mailbox->lock);
	return post;
}

/* The source stays until it returns, whatever a call does. */
static gboolean
dispatch(GSource *source, GSourceFunc callback G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
	OqMailbox *mailbox = (OqMailbox *)source;
	Post *post;

	g_source_set_ready_time(source, -1);
	while (!g_source_is_destroyed(source) && (post = take_next(mailbox)) != NULL) {
		post->call(mailbox->object, post->letter);
		free_post(post);
	}
	return G_SOURCE_CONTINUE;
}

static void
finalize(GSource *source)
{
	OqMailbox *mailbox = (OqMailbox *)source;

	g_queue_clear_full(&mailbox->posts, free_post);
	pthread_mutex_destroy(&mailbox->lock);
}

OqMailbox *
oq_mailbox_new(GMainContext *context, gpointer object)
{
	static const GSourceFuncs functions = {.dispatch = dispatch, .finalize = finalize};
	/* GLib takes them as if it could change them, and does not. */
	GSource *source = g_source_new((GSourceFuncs *)(guintptr)&functions, sizeof(OqMailbox));
	OqMailbox *mailbox = (OqMailbox *)source;

	pthread_mutex_init(&mailbox->lock, NULL);
	g_queue_init(&mailbox->posts);
	mailbox->object = object;
	g_source_attach(source, context);
	return mailbox;
}

void
oq_mailbox_free(OqMailbox *mailbox)
{
	if (mailbox == NULL)
		return;
	g_source_destroy((GSource *)mailbox);
	g_source_unref((GSource *)mailbox);
}

void
oq_mailbox_post(OqMailbox *mailbox, OqMailboxCall call, gpointer letter, GDestroyNotify free_letter)
{
	Post *post = g_new(Post, 1);

	*post = (Post){call, letter, free_letter};
	pthread_mutex_lock(&mailbox->lock);
	g_queue_push_tail(&mailbox->posts, post);
	pthread_mutex_unlock(&mailbox->lock);
	g_source_set_ready_time((GSource *)mailbox, 0);
}
