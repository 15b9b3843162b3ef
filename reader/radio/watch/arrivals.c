/* arrivals.c - see the header. */
#include "radio/watch/arrivals.h"

#include "base/reason.h"
#include "radio/watch/watched_names.h"
#include "radio/watch/writers.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	EMPTY_PATIENCE = 10, /* times as long as others */
	OPEN_LIMIT_S = 600,  /* who has it open is believed no longer to be writing */
	LOOK_MS = 250,       /* between looks at what is still arriving */
	EVENTS_BYTES = 64 * 1024,
};

/** What is in the folder and was not taken yet. */
typedef struct {
	char *name;
	ino_t number;
	off_t size;
	struct timespec changed;
	gint64 since_us;     /* as it is */
	gboolean is_touched; /* something was heard of it since the last look */
	gboolean is_moved;   /* it came under its name */
	gboolean is_open;    /* written to, and not closed since, as far as was heard */
	gboolean is_there;
	gboolean has_arrived;
} Arrival;

struct _OqArrivals {
	char *folder;
	gint64 settle_us;
	GHashTable *table; /* of Arrival, by name */
	int events;        /* -1: none */
	gint64 next_us;
};

static void
free_arrival(gpointer data)
{
	Arrival *arrival = data;

	g_free(arrival->name);
	g_free(arrival);
}

static int
watch(const char *folder)
{
	int events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);

	if (events >= 0 &&
		inotify_add_watch(events, folder,
			IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_MODIFY |
				IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR) < 0) {
		close(events);
		events = -1;
	}
	return events;
}

OqArrivals *
oq_arrivals_new(const char *folder, guint settle_ms)
{
	OqArrivals *arrivals = g_new0(OqArrivals, 1);

	arrivals->folder = g_strdup(folder);
	arrivals->settle_us = (gint64)settle_ms * G_TIME_SPAN_MILLISECOND;
	arrivals->table = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_arrival);
	arrivals->events = watch(folder);
	arrivals->next_us = G_MAXINT64;
	return arrivals;
}

void
oq_arrivals_free(OqArrivals *arrivals)
{
	if (arrivals == NULL)
		return;
	if (arrivals->events >= 0)
		close(arrivals->events);
	g_hash_table_unref(arrivals->table);
	g_free(arrivals->folder);
	g_free(arrivals);
}

int
oq_arrivals_fd(const OqArrivals *arrivals)
{
	return arrivals->events;
}

gint64
oq_arrivals_next_us(const OqArrivals *arrivals)
{
	return arrivals->next_us;
}

static Arrival *
find(OqArrivals *arrivals, const char *name)
{
	Arrival *arrival = g_hash_table_lookup(arrivals->table, name);

	if (arrival == NULL) {
		arrival = g_new0(Arrival, 1);
		arrival->name = g_strdup(name);
		g_hash_table_insert(arrivals->table, arrival->name, arrival);
	}
	return arrival;
}

/* Of a name that is gone nothing is known any more: another file may have it next. */
static void
take_event(OqArrivals *arrivals, const struct inotify_event *event)
{
	if (event->len == 0 || (event->mask & IN_ISDIR) != 0 ||
		!oq_watched_names_is_text(event->name))
		return;
	if ((event->mask & (IN_DELETE | IN_MOVED_FROM)) != 0) {
		g_hash_table_remove(arrivals->table, event->name);
		return;
	}
	if ((event->mask & IN_MOVED_TO) != 0)
		g_hash_table_remove(arrivals->table, event->name);
	Arrival *arrival = find(arrivals, event->name);
	arrival->is_touched = TRUE;
	arrival->is_moved = (event->mask & IN_MOVED_TO) != 0;
	arrival->is_open = (event->mask & IN_MODIFY) != 0 ||
			   (arrival->is_open && (event->mask & IN_CREATE) != 0);
}

/* What was heard before may be wrong by now. */
static void
forget_events(OqArrivals *arrivals)
{
	GHashTableIter iter;
	gpointer data;

	g_hash_table_iter_init(&iter, arrivals->table);
	while (g_hash_table_iter_next(&iter, NULL, &data)) {
		Arrival *arrival = data;
		arrival->is_touched = TRUE;
		arrival->is_moved = arrival->is_open = FALSE;
	}
}

static void
take_events(OqArrivals *arrivals)
{
	g_autofree char *bytes = g_malloc(EVENTS_BYTES);
	gssize n_bytes;

	while (arrivals->events >= 0 &&
		(n_bytes = read(arrivals->events, bytes, EVENTS_BYTES)) > 0) {
		for (const char *at = bytes; at < bytes + n_bytes;) {
			const struct inotify_event *event = (const void *)at;
			if ((event->mask & IN_Q_OVERFLOW) != 0)
				forget_events(arrivals);
			else
				take_event(arrivals, event);
			at += sizeof *event + event->len;
		}
	}
}

static void
compare_with(Arrival *arrival, const struct stat *status, gint64 now_us)
{
	gboolean is_same = arrival->number == status->st_ino && arrival->size == status->st_size &&
			   arrival->changed.tv_sec == status->st_mtim.tv_sec &&
			   arrival->changed.tv_nsec == status->st_mtim.tv_nsec;

	if (!is_same || arrival->is_touched) {
		arrival->since_us = now_us;
		arrival->has_arrived = FALSE;
	}
	arrival->number = status->st_ino;
	arrival->size = status->st_size;
	arrival->changed = status->st_mtim;
	arrival->is_touched = FALSE;
	arrival->is_there = TRUE;
}

static gint64
due_us(const OqArrivals *arrivals, const Arrival *arrival)
{
	gint64 patience_us = arrivals->settle_us;

	if (arrival->size == 0)
		patience_us *= EMPTY_PATIENCE;
	else if (arrival->is_moved)
		patience_us = 0;
	return arrival->since_us + patience_us;
}

static gboolean
is_written(const OqArrivals *arrivals, const Arrival *arrival, gint64 now_us)
{
	g_autofree char *path = g_build_filename(arrivals->folder, arrival->name, NULL);
	OqWriters writers = oq_writers_of(path);

	if (writers != OQ_WRITERS_UNKNOWN)
		return writers == OQ_WRITERS_SOME;
	return arrival->is_open &&
	       now_us < arrival->since_us + OPEN_LIMIT_S * (gint64)G_TIME_SPAN_SECOND;
}

static void
judge(OqArrivals *arrivals, Arrival *arrival, gint64 now_us)
{
	gint64 due = due_us(arrivals, arrival);

	if (!arrival->has_arrived)
		arrival->has_arrived = now_us >= due && !is_written(arrivals, arrival, now_us);
	if (arrival->has_arrived)
		return;
	gint64 next_us = now_us + LOOK_MS * (gint64)G_TIME_SPAN_MILLISECOND;
	arrivals->next_us = MIN(arrivals->next_us, MAX(due, next_us));
}

static void
look_at(OqArrivals *arrivals, const char *name, gint64 now_us)
{
	struct stat status;
	g_autofree char *path = g_build_filename(arrivals->folder, name, NULL);

	if (!oq_watched_names_is_text(name) || lstat(path, &status) != 0 ||
		!S_ISREG(status.st_mode))
		return;
	Arrival *arrival = find(arrivals, name);
	compare_with(arrival, &status, now_us);
	judge(arrivals, arrival, now_us);
}

static gint
compare_ages(gconstpointer a, gconstpointer b)
{
	const Arrival *first = *(Arrival *const *)a, *second = *(Arrival *const *)b;

	if (first->changed.tv_sec != second->changed.tv_sec)
		return first->changed.tv_sec < second->changed.tv_sec ? -1 : 1;
	if (first->changed.tv_nsec != second->changed.tv_nsec)
		return first->changed.tv_nsec < second->changed.tv_nsec ? -1 : 1;
	return strcmp(first->name, second->name);
}

/* Those that are no longer there are forgotten. */
static GPtrArray *
collect(OqArrivals *arrivals)
{
	g_autoptr(GPtrArray) whole = g_ptr_array_new();
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer data;

	g_hash_table_iter_init(&iter, arrivals->table);
	while (g_hash_table_iter_next(&iter, NULL, &data)) {
		Arrival *arrival = data;
		if (!arrival->is_there)
			g_hash_table_iter_remove(&iter);
		else if (arrival->has_arrived)
			g_ptr_array_add(whole, arrival);
	}
	g_ptr_array_sort(whole, compare_ages);
	for (guint i = 0; i < whole->len; i++)
		g_ptr_array_add(names, g_strdup(((Arrival *)g_ptr_array_index(whole, i))->name));
	return names;
}

/* FALSE and errno. */
static gboolean
look_at_all(OqArrivals *arrivals, gint64 now_us)
{
	DIR *folder = opendir(arrivals->folder);
	const struct dirent *entry;

	if (folder == NULL)
		return FALSE;
	while ((entry = readdir(folder)) != NULL)
		look_at(arrivals, entry->d_name, now_us);
	closedir(folder);
	return TRUE;
}

GPtrArray *
oq_arrivals_look(OqArrivals *arrivals, gint64 now_us, GError **error)
{
	GHashTableIter iter;
	gpointer data;

	arrivals->next_us = G_MAXINT64;
	take_events(arrivals);
	g_hash_table_iter_init(&iter, arrivals->table);
	while (g_hash_table_iter_next(&iter, NULL, &data))
		((Arrival *)data)->is_there = FALSE;
	if (look_at_all(arrivals, now_us))
		return collect(arrivals);
	int code = errno;
	g_autofree char *shown = g_filename_display_name(arrivals->folder);
	g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(code),
		_("cannot watch '%s': %s"), shown, oq_reason(code));
	return NULL;
}
