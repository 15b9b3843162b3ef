/* log.c - see the header. */
#include "dispatcher/log.h"

#include "base/files/writing.h"

#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#define TRACE_LEVEL 4

struct _OqLog {
	pthread_mutex_t mutex; /* of all below */
	guint level;
	int file; /* -1: there is none */
};

OqLog *
oq_log_new(void)
{
	OqLog *log = g_new0(OqLog, 1);

	pthread_mutex_init(&log->mutex, NULL);
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
	pthread_mutex_lock(&log->mutex);
	if (log->file >= 0)
		close(log->file);
	log->file = file;
	pthread_mutex_unlock(&log->mutex);
	return TRUE;
}

void
oq_log_free(OqLog *log)
{
	if (log == NULL)
		return;
	oq_log_open(log, NULL);
	pthread_mutex_destroy(&log->mutex);
	g_free(log);
}

void
oq_log_set_level(OqLog *log, guint level)
{
	pthread_mutex_lock(&log->mutex);
	log->level = level;
	pthread_mutex_unlock(&log->mutex);
}

static void
write_line(OqLog *log, const char *what, gboolean is_trace)
{
	g_autofree char *line = g_strdup_printf("oqyrman: %s\n", what);

	pthread_mutex_lock(&log->mutex);
	if (!is_trace || log->level >= TRACE_LEVEL)
		oq_writing_all(STDERR_FILENO, line, strlen(line));
	if (log->file >= 0)
		oq_writing_all(log->file, line, strlen(line));
	pthread_mutex_unlock(&log->mutex);
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
