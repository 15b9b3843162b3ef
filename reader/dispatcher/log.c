/* log.c - see the header. */
#include "dispatcher/log.h"

#include "base/files/writing.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define TRACE_LEVEL 4

struct _OqLog {
	GMutex mutex; /* of all below */
	guint level;
	int file; /* -1: there is none */
};

OqLog *
oq_log_new(void)
{
	OqLog *log = g_new0(OqLog, 1);

	g_mutex_init(&log->mutex);
	log->file = -1;
	return log;
}

gboolean
oq_log_open(OqLog *log, const char *path)
{
	int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK;
	int file = path != NULL ? open(path, flags, 0600) : -1;

	if (path != NULL && file < 0)
		return FALSE;
	g_mutex_lock(&log->mutex);
	if (log->file >= 0)
		close(log->file);
	log->file = file;
	g_mutex_unlock(&log->mutex);
	return TRUE;
}

void
oq_log_free(OqLog *log)
{
	if (log == NULL)
		return;
	oq_log_open(log, NULL);
	g_mutex_clear(&log->mutex);
	g_free(log);
}

void
oq_log_set_level(OqLog *log, guint level)
{
	g_mutex_lock(&log->mutex);
	log->level = level;
	g_mutex_unlock(&log->mutex);
}

static void
write_line(OqLog *log, const char *what, gboolean is_trace)
{
	g_autofree char *line = g_strdup_printf("oqyrman: %s\n", what);

	g_mutex_lock(&log->mutex);
	if (!is_trace || log->level >= TRACE_LEVEL)
		oq_writing_all(STDERR_FILENO, line, strlen(line));
	if (log->file >= 0)
		oq_writing_all(log->file, line, strlen(line));
	g_mutex_unlock(&log->mutex);
}

void
oq_log_tell(OqLog *log, const char *what)
{
	write_line(log, what, FALSE);
}

void
oq_log_trace(OqLog *log, const char *what)
{
	write_line(log, what, TRUE);
}
