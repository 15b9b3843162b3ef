/* mpris.c - see the header. */
#include "bus/mpris.h"

#include "bus/bus.h"
#include "bus/mpris_object.h"

#include <pthread.h>
#include <unistd.h>

enum { QUIET_MS = 250 }; /* at least, between two times that something is told */

struct _OqMpris {
	const OqMprisCalls *calls;
	gpointer data;
	OqBus *bus;
	pthread_mutex_t lock;
	OqMprisMoment *newest; /* (nullable): of both threads, with the lock held */

	/* What follows is the bus's thread's. */
	OqMprisObject object;
	OqMprisOwner owner;
	OqMprisMoment *now;
	OqMprisMoment *told;   /* what the desktop knows */
	OqMprisMoment *placed; /* from which it reckons the position */
	gint64 told_at_us;
	GSource *telling; /* (nullable): later */
};

/* In the caller's thread. */
static void
grant(gpointer object, gpointer letter)
{
	OqMpris *mpris = object;
	const OqMprisCalls *calls = mpris->calls;
	const OqMprisWish *wish = letter;
	void (*const plain[])(gpointer data) = {[OQ_MPRIS_PLAY] = calls->play,
		[OQ_MPRIS_PAUSE] = calls->pause,
		[OQ_MPRIS_PLAY_PAUSE] = calls->play_pause,
		[OQ_MPRIS_STOP] = calls->stop,
		[OQ_MPRIS_NEXT] = calls->next,
		[OQ_MPRIS_PREVIOUS] = calls->previous,
		[OQ_MPRIS_QUIT] = calls->quit};

	if (wish->kind < G_N_ELEMENTS(plain))
		plain[wish->kind](mpris->data);
	else if (wish->kind == OQ_MPRIS_SEEK)
		calls->seek(wish->us, mpris->data);
	else if (wish->kind == OQ_MPRIS_GO_TO)
		calls->go_to(wish->us, mpris->data);
	else if (wish->kind == OQ_MPRIS_SET_RATE)
		calls->set_rate(wish->number, mpris->data);
	else
		calls->set_volume(wish->number, mpris->data);
}

static void
ask(const OqMprisWish *wish, gpointer owner)
{
	oq_bus_tell(((OqMpris *)owner)->bus, grant, g_memdup2(wish, sizeof *wish), g_free);
}

static void
emit(OqMpris *mpris, const char *interface, const char *signal, GVariant *arguments)
{
	GDBusConnection *connection = oq_bus_connection(mpris->bus);
	g_autoptr(GVariant) owned = g_variant_ref_sink(arguments);

	if (connection != NULL)
		g_dbus_connection_emit_signal(
			connection, NULL, OQ_MPRIS_OBJECT, interface, signal, owned, NULL);
}

static void
replace(OqMprisMoment **moment, const OqMprisMoment *by)
{
	oq_mpris_moment_free(*moment);
	*moment = oq_mpris_moment_copy(by);
}

static gboolean
tell_properties(OqMpris *mpris)
{
	GVariant *changes = oq_mpris_moment_changes(mpris->told, mpris->now);

	if (changes == NULL)
		return FALSE;
	emit(mpris, "org.freedesktop.DBus.Properties", "PropertiesChanged",
		g_variant_new(
			"(s@a{sv}@as)", OQ_MPRIS_PLAYER, changes, g_variant_new_strv(NULL, 0)));
	replace(&mpris->told, mpris->now);
	return TRUE;
}

static gboolean
tell_position(OqMpris *mpris)
{
	gboolean jumps = oq_mpris_moment_jumps(mpris->placed, mpris->now);
	gint64 position_us = oq_mpris_moment_position(mpris->now, g_get_monotonic_time());

	if (jumps)
		emit(mpris, OQ_MPRIS_PLAYER, "Seeked", g_variant_new("(x)", position_us));
	if (jumps || oq_mpris_moment_turns(mpris->placed, mpris->now))
		replace(&mpris->placed, mpris->now);
	return jumps;
}

static void
stop_telling(OqMpris *mpris)
{
	if (mpris->telling != NULL)
		g_source_destroy(mpris->telling);
	g_clear_pointer(&mpris->telling, g_source_unref);
}

static gboolean
tell(gpointer data)
{
	OqMpris *mpris = data;
	gboolean has_told = tell_properties(mpris);

	stop_telling(mpris);
	if (tell_position(mpris) || has_told)
		mpris->told_at_us = g_get_monotonic_time();
	return G_SOURCE_REMOVE;
}

/* At once, unless something was told just before. */
static void
tell_soon(OqMpris *mpris)
{
	gint64 quiet_ms = (g_get_monotonic_time() - mpris->told_at_us) / 1000;

	if (mpris->telling != NULL)
		return;
	if (quiet_ms >= QUIET_MS) {
		tell(mpris);
		return;
	}
	mpris->telling = g_timeout_source_new((guint)(QUIET_MS - quiet_ms));
	g_source_set_callback(mpris->telling, tell, mpris, NULL);
	g_source_attach(mpris->telling, g_main_context_get_thread_default());
}

static void
take_newest(OqMpris *mpris)
{
	pthread_mutex_lock(&mpris->lock);
	OqMprisMoment *newest = g_steal_pointer(&mpris->newest);
	pthread_mutex_unlock(&mpris->lock);
	if (newest == NULL)
		return;
	oq_mpris_moment_free(mpris->now);
	mpris->now = newest;
}

static void
look(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	OqMpris *mpris = object;

	take_newest(mpris);
	tell_soon(mpris);
}

void
oq_mpris_update(OqMpris *mpris, const OqMprisState *state)
{
	pthread_mutex_lock(&mpris->lock);
	gboolean is_posted = mpris->newest != NULL;
	oq_mpris_moment_free(mpris->newest);
	mpris->newest = oq_mpris_moment_new(state, g_get_monotonic_time());
	pthread_mutex_unlock(&mpris->lock);
	if (!is_posted)
		oq_bus_post(mpris->bus, look, NULL, NULL);
}

static const OqMprisMoment *
look_now(gpointer owner)
{
	OqMpris *mpris = owner;

	take_newest(mpris);
	return mpris->now;
}

static void
take_name(OqMpris *mpris, GDBusConnection *connection)
{
	g_autofree char *name = g_strdup_printf(OQ_MPRIS_ROOT ".oqyrman.instance%d", (int)getpid());
	const guint32 do_not_queue = 4;
	g_autoptr(GVariant) reply = g_dbus_connection_call_sync(connection, "org.freedesktop.DBus",
		"/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
		g_variant_new("(su)", name, do_not_queue), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
		oq_bus_stop(mpris->bus), NULL);
}

static void
meet(GDBusConnection *connection, gpointer object)
{
	OqMpris *mpris = object;

	take_newest(mpris);
	replace(&mpris->told, mpris->now);
	replace(&mpris->placed, mpris->now);
	oq_mpris_object_add(&mpris->object, connection, &mpris->owner);
	take_name(mpris, connection);
}

static void
leave(GDBusConnection *connection, gpointer object)
{
	OqMpris *mpris = object;

	stop_telling(mpris);
	oq_mpris_object_remove(&mpris->object, connection);
}

OqMpris *
oq_mpris_new(const OqMprisCalls *calls, gpointer data)
{
	static const OqMprisState none = {.rate = 1, .min_rate = 1, .max_rate = 1, .volume = 1};
	OqMpris *mpris = g_new0(OqMpris, 1);

	mpris->calls = calls;
	mpris->data = data;
	mpris->now = oq_mpris_moment_new(&none, g_get_monotonic_time());
	pthread_mutex_init(&mpris->lock, NULL);
	mpris->bus = oq_bus_new(OQ_BUS_SESSION, meet, leave, mpris);
	mpris->owner = (OqMprisOwner){look_now, ask, mpris, oq_bus_stop(mpris->bus)};
	oq_bus_start(mpris->bus);
	return mpris;
}

void
oq_mpris_free(OqMpris *mpris)
{
	if (mpris == NULL)
		return;
	oq_bus_free(mpris->bus);
	oq_mpris_moment_free(mpris->newest);
	oq_mpris_moment_free(mpris->now);
	oq_mpris_moment_free(mpris->told);
	oq_mpris_moment_free(mpris->placed);
	pthread_mutex_destroy(&mpris->lock);
	g_free(mpris);
}
