/* follow.c - see the header. */
#include "document/follow.h"

#include "base/files/remote.h"
#include "document/waiting.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* Where the system tells of no changes. */
#define LOOK_MS 1000

struct _OqFollow {
	char *path;
	char *name;   /* of the file in its folder */
	char *target; /* … and of what it links to, in another one */
	int events;   /* -1: the system does not tell of changes */
	gboolean is_watching;
};

OqFollow *
oq_follow_new(const char *path)
{
	OqFollow *follow = g_new0(OqFollow, 1);
	follow->path = g_strdup(path);
	follow->events = -1;
	return follow;
}

void
oq_follow_free(OqFollow *follow)
{
	if (follow == NULL)
		return;
	if (follow->events >= 0)
		close(follow->events);
	g_free(follow->path);
	g_free(follow->name);
	g_free(follow->target);
	g_free(follow);
}

/* Returns the file's name in its folder; that is where another file would take the name. */
static char *
watch_folder(const OqFollow *follow, const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	inotify_add_watch(follow->events, folder, IN_CREATE | IN_MOVED_TO | IN_ONLYDIR);
	return g_path_get_basename(path);
}

static void
watch(OqFollow *follow, int fd)
{
	g_autofree char *self = g_strdup_printf("/proc/self/fd/%d", fd);
	g_autofree char *target = follow->path != NULL ? realpath(follow->path, NULL) : NULL;
	follow->is_watching = TRUE;
	if (oq_remote_is(fd))
		return;
	follow->events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (follow->events < 0)
		return;
	if (inotify_add_watch(follow->events, self, IN_MODIFY) < 0) {
		close(follow->events);
		follow->events = -1;
		return;
	}
	if (follow->path != NULL)
		follow->name = watch_folder(follow, follow->path);
	if (target != NULL)
		follow->target = watch_folder(follow, target);
}

static gboolean
concerns(const OqFollow *follow, const struct inotify_event *event)
{
	return event->len == 0 || g_strcmp0(event->name, follow->name) == 0 ||
	       g_strcmp0(event->name, follow->target) == 0;
}

/* FALSE: other files of the folder alone. */
static gboolean
take_events(OqFollow *follow)
{
	_Alignas(struct inotify_event) char bytes[4096];
	gboolean found = FALSE;
	for (gssize n; (n = read(follow->events, bytes, sizeof bytes)) > 0;) {
		for (gssize at = 0; at < n;) {
			const struct inotify_event *event =
				(const struct inotify_event *)(gconstpointer)(bytes + at);
			found |= concerns(follow, event);
			at += (gssize)(sizeof *event + event->len);
		}
	}
	return found;
}

/* As long as the name is free, as in the middle of a rotation, the old file is the one. */
static gboolean
is_over(const OqFollow *follow, int fd, guint64 offset)
{
	struct stat own, named;
	if (fstat(fd, &own) != 0)
		return TRUE;
	if ((guint64)own.st_size < offset)
		return TRUE;
	if (follow->path == NULL || stat(follow->path, &named) != 0 || S_ISDIR(named.st_mode))
		return FALSE;
	return named.st_dev != own.st_dev || named.st_ino != own.st_ino;
}

static gboolean
has_grown(int fd, guint64 offset)
{
	struct stat own;
	return fstat(fd, &own) == 0 && (guint64)own.st_size > offset;
}

/* What happens to other files of the folder does not put off the end of the time. */
static OqWaitingOutcome
wait_for_change(OqFollow *follow, int limit_ms, GCancellable *stop)
{
	gint64 end_us = g_get_monotonic_time() + (gint64)limit_ms * G_TIME_SPAN_MILLISECOND;
	OqWaitingOutcome outcome = oq_waiting_for(follow->events, limit_ms, stop);
	while (outcome == OQ_WAITING_READY && !take_events(follow)) {
		gint64 left_us = MAX(end_us - g_get_monotonic_time(), 0);
		int left_ms = limit_ms < 0 ? -1 : (int)(left_us / G_TIME_SPAN_MILLISECOND);
		outcome = oq_waiting_for(follow->events, left_ms, stop);
	}
	return outcome;
}

/* Without events the time comes in slices. */
static OqFollowOutcome
wait_on(OqFollow *follow, int *limit_ms, GCancellable *stop)
{
	gboolean slices = follow->events < 0 && (*limit_ms < 0 || *limit_ms > LOOK_MS);
	OqWaitingOutcome outcome = wait_for_change(follow, slices ? LOOK_MS : *limit_ms, stop);
	if (outcome == OQ_WAITING_STOPPED)
		return OQ_FOLLOW_STOPPED;
	if (outcome == OQ_WAITING_READY)
		return OQ_FOLLOW_MORE;
	if (slices && *limit_ms > 0)
		*limit_ms -= LOOK_MS;
	return slices ? OQ_FOLLOW_MORE : OQ_FOLLOW_QUIET;
}

OqFollowOutcome
oq_follow_file(OqFollow *follow, int fd, guint64 offset, int limit_ms, GCancellable *stop)
{
	OqFollowOutcome outcome = OQ_FOLLOW_MORE;
	if (!follow->is_watching && limit_ms != 0)
		watch(follow, fd);
	while (outcome == OQ_FOLLOW_MORE && !has_grown(fd, offset)) {
		if (limit_ms != 0 && is_over(follow, fd, offset))
			return OQ_FOLLOW_OVER;
		outcome = limit_ms != 0 ? wait_on(follow, &limit_ms, stop) : OQ_FOLLOW_QUIET;
	}
	return outcome;
}

int
oq_follow_reopen(OqFollow *follow, int fd)
{
	struct statfs status;
	if (follow->path == NULL || fstatfs(fd, &status) != 0 ||
		(guint32)status.f_type == PIPEFS_MAGIC)
		return -1;
	/* before the old one is closed: a writer that comes just now finds a reader */
	int next = open(follow->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat own;
	if (next >= 0 && (fstat(next, &own) != 0 || !S_ISFIFO(own.st_mode))) {
		close(next);
		return -1;
	}
	if (next >= 0)
		close(fd);
	return next;
}
