/* interrupt.c - see the header. */
#include "cli/interrupt.h"
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#define FORCE_AFTER_US G_USEC_PER_SEC

struct _OqInterrupt {
	pthread_t thread;
	sigset_t signals;
	pthread_mutex_t lock;
	gboolean leaving; /* the thread is to return; all below is guarded by the lock, too */
	gboolean happened;
	gint64 happened_us;
	gboolean working;
	GCancellable *stop;
};

static void
handle_signal(OqInterrupt *interrupt)
{
	gint64 now_us = g_get_monotonic_time();
	if (!interrupt->working ||
		(interrupt->happened && now_us - interrupt->happened_us > FORCE_AFTER_US))
		_exit(OQ_INTERRUPT_STATUS);
	if (interrupt->happened)
		return;
	interrupt->happened = TRUE;
	interrupt->happened_us = now_us;
	g_cancellable_cancel(interrupt->stop);
}

static void *
take_signals(void *data)
{
	OqInterrupt *interrupt = data;
	for (;;) {
		int number;
		if (sigwait(&interrupt->signals, &number) != 0)
			continue;
		pthread_mutex_lock(&interrupt->lock);
		if (interrupt->leaving) {
			pthread_mutex_unlock(&interrupt->lock);
			return NULL;
		}
		handle_signal(interrupt);
		pthread_mutex_unlock(&interrupt->lock);
	}
}

/* A shell script starts "oqyrman … &" with SIGINT ignored; it must stop for "kill -INT" all the
 * same. nohup, however, means what it says. */
static void
choose_signals(sigset_t *signals)
{
	struct sigaction hangup;
	sigemptyset(signals);
	sigaddset(signals, SIGINT);
	sigaddset(signals, SIGTERM);
	if (sigaction(SIGHUP, NULL, &hangup) == 0 && hangup.sa_handler != SIG_IGN)
		sigaddset(signals, SIGHUP);
}

OqInterrupt *
oq_interrupt_new(void)
{
	OqInterrupt *interrupt = g_new0(OqInterrupt, 1);
	pthread_mutex_init(&interrupt->lock, NULL);
	interrupt->stop = g_cancellable_new();
	choose_signals(&interrupt->signals);
	pthread_sigmask(SIG_BLOCK, &interrupt->signals, NULL);
	if (pthread_create(&interrupt->thread, NULL, take_signals, interrupt) != 0)
		g_error("cannot make a thread");
	return interrupt;
}

void
oq_interrupt_free(OqInterrupt *interrupt)
{
	if (interrupt == NULL)
		return;
	pthread_mutex_lock(&interrupt->lock);
	interrupt->leaving = TRUE;
	pthread_mutex_unlock(&interrupt->lock);
	pthread_kill(interrupt->thread, SIGTERM);
	pthread_join(interrupt->thread, NULL);
	pthread_mutex_destroy(&interrupt->lock);
	g_object_unref(interrupt->stop);
	g_free(interrupt);
}

static void
set_working(OqInterrupt *interrupt, gboolean working)
{
	pthread_mutex_lock(&interrupt->lock);
	interrupt->working = working;
	pthread_mutex_unlock(&interrupt->lock);
}

void
oq_interrupt_begin(OqInterrupt *interrupt)
{
	set_working(interrupt, TRUE);
}

void
oq_interrupt_end(OqInterrupt *interrupt)
{
	set_working(interrupt, FALSE);
}

GCancellable *
oq_interrupt_stop(OqInterrupt *interrupt)
{
	return interrupt->stop;
}

gboolean
oq_interrupt_happened(OqInterrupt *interrupt)
{
	pthread_mutex_lock(&interrupt->lock);
	gboolean happened = interrupt->happened;
	pthread_mutex_unlock(&interrupt->lock);
	return happened;
}
