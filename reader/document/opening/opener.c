/* opener.c - see the header. */
#include "document/opening/opener.h"

#include "base/paths.h"
#include "base/processes/records.h"
#include "document/document.h"
#include "document/waiting.h"
#include "text/block.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM "oqyrman-open"

enum {
	PIPE_BYTES = 1 << 18, /* so much it is ahead */
	SECOND_MS = 1000,
};

struct _OqOpener {
	char *name;
	GPid pid;
	int pipe;
	OqRecordsPart part;
	GBytes *record;    /* nullable */
	gsize at;          /* of the record */
	char *text;        /* of the last item */
	gboolean has_text; /* a block has come */
	guint n_others;    /* items since the last one */
	guint waited_s;    /* for the next one */
	guint max_wait_s;
	gboolean is_over;
};

static gboolean
spawn(OqOpener *opener, const char *program, int fd, const OqOpenerWish *wish, GError **error)
{
	char notes[4];
	g_snprintf(notes, sizeof notes, "%u", (guint)wish->notes % 10);
	const char *argv[] = {program, wish->extension, notes, wish->encoding, NULL};
	/* libarchive would look for the time zone's file, which it may not open, again and again */
	const char *envp[] = {"LC_ALL=C.UTF-8", "TZ=UTC0", NULL};
	g_autoptr(GError) failure = NULL;
	if (g_spawn_async_with_pipes_and_fds(NULL, argv, envp,
		    G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, fd, -1, -1,
		    NULL, NULL, 0, &opener->pid, NULL, &opener->pipe, NULL, &failure)) {
		/* with half a record it must not hold up whoever stops the reading */
		g_unix_set_fd_nonblocking(opener->pipe, TRUE, NULL);
		fcntl(opener->pipe, F_SETPIPE_SZ, PIPE_BYTES);
		return TRUE;
	}
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
		_("%s cannot be opened: %s"), opener->name, failure->message);
	return FALSE;
}

gboolean
oq_opener_is_installed(void)
{
	g_autofree char *program = oq_paths_program(PROGRAM);
	return program != NULL;
}

OqOpener *
oq_opener_new(int fd, const char *name, const OqOpenerWish *wish, GError **error)
{
	g_autofree char *program = oq_paths_program(PROGRAM);
	if (program == NULL) {
		close(fd);
		g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
			_("%s is a document, and %s, which opens such, is not installed: save it "
			  "as "
			  "plain text, or build oqyrman with the libraries that INSTALL.md names"),
			name, PROGRAM);
		return NULL;
	}
	g_autoptr(OqOpener) opener = g_new0(OqOpener, 1);
	opener->name = g_strdup(name);
	opener->pipe = -1;
	opener->part.max_bytes = OQ_WIRE_MAX_RECORD_BYTES;
	opener->max_wait_s = wish->max_wait_s > 0 ? wish->max_wait_s : OQ_WIRE_MAX_WAIT_S;
	gboolean started = spawn(opener, program, fd, wish, error);
	close(fd);
	return started ? g_steal_pointer(&opener) : NULL;
}

/* Returns: how it has ended. If it has not, it does. */
static int
end_program(OqOpener *opener)
{
	int status = 0;
	if (opener->pid <= 0)
		return 0;
	kill(opener->pid, SIGKILL);
	while (waitpid(opener->pid, &status, 0) < 0 && errno == EINTR)
		;
	g_spawn_close_pid(opener->pid);
	opener->pid = 0;
	return status;
}

void
oq_opener_free(OqOpener *opener)
{
	if (opener == NULL)
		return;
	if (opener->pipe >= 0)
		close(opener->pipe);
	end_program(opener);
	oq_records_clear(&opener->part);
	g_clear_pointer(&opener->record, g_bytes_unref);
	g_free(opener->text);
	g_free(opener->name);
	g_free(opener);
}

static const char *
what_is_wrong(OqOpenError code, gboolean has_text)
{
	switch (code) {
	case OQ_OPEN_ERROR_UNKNOWN:
		return _("this is no format that can be read: save it as plain text first");
	case OQ_OPEN_ERROR_LOCKED:
		return _("it is protected: save it without a password or copy protection first");
	case OQ_OPEN_ERROR_NO_TEXT:
		return _("it holds pictures and no text; what is printed on them is recognised "
			 "where tesseract-ocr and tesseract-ocr-kaz are installed");
	case OQ_OPEN_ERROR_BLURRED:
		return _("it holds pictures and no text, and tesseract has failed on them: they "
			 "are damaged, or tesseract-ocr-kaz or tesseract-ocr-rus is not installed");
	case OQ_OPEN_ERROR_BLANK:
		return _("it holds pictures and no text, and tesseract has recognised none on "
			 "them");
	case OQ_OPEN_ERROR_SHEETS:
		return _("it is a spreadsheet: save each of its sheets as CSV first");
	case OQ_OPEN_ERROR_SLIDES:
		return _("it is a presentation: save it as PDF first");
	case OQ_OPEN_ERROR_PACKED:
		return _("it is an archive: unpack it first, and open what is in it");
	case OQ_OPEN_ERROR_ENCODING:
		return _("its encoding is not known: name it with “--encoding”");
	case OQ_OPEN_ERROR_LIMIT:
		return has_text ? _("it is too large or too deep, and was not read to its end")
				: _("it is too large or too deep to be read");
	case OQ_OPEN_ERROR_FAILED:
		return _("it cannot be read");
	case OQ_OPEN_ERROR_STOPPED:
		return has_text ? _("the program that opens it has stopped: it was read up to "
				    "there")
				: _("the program that opens it has stopped: it may be damaged or "
				    "too large");
	default:
		return has_text ? _("it is damaged: what could be read was read")
				: _("it is damaged and cannot be read");
	}
}

static gboolean
set_fault(OqOpener *opener, OqOpenError code, const char *detail, GError **error)
{
	opener->is_over = TRUE;
	g_set_error(error, OQ_DOCUMENT_ERROR,
		code == OQ_OPEN_ERROR_FAILED ? OQ_DOCUMENT_ERROR_UNREADABLE
					     : OQ_DOCUMENT_ERROR_NOT_TEXT,
		"%s: %s%s%s%s", opener->name, what_is_wrong(code, opener->has_text),
		*detail != '\0' ? " (" : "", detail, *detail != '\0' ? ")" : "");
	return FALSE;
}

/* It has closed the pipe without a last word. */
static gboolean
set_ended(OqOpener *opener, GError **error)
{
	g_autofree char *detail = NULL;
	int status = end_program(opener);
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return set_fault(opener, OQ_OPEN_ERROR_LIMIT, "processor time", error);
	if (WIFSIGNALED(status))
		detail = g_strdup_printf(PROGRAM ": %s", g_strsignal(WTERMSIG(status)));
	else if (WEXITSTATUS(status) != 0)
		detail = g_strdup_printf(PROGRAM ": %d", WEXITSTATUS(status));
	return detail != NULL ? set_fault(opener, OQ_OPEN_ERROR_STOPPED, detail, error)
			      : set_fault(opener, OQ_OPEN_ERROR_DAMAGED, "", error);
}

/* For something to read. Seconds are counted: whoever was stopped in the terminal, or has slept
 * with the machine, has not waited. */
static gboolean
wait_for(OqOpener *opener, GCancellable *stop, GError **error)
{
	OqWaitingOutcome outcome;
	while ((outcome = oq_waiting_for(opener->pipe, SECOND_MS, stop)) == OQ_WAITING_LATE)
		if (++opener->waited_s >= opener->max_wait_s) {
			end_program(opener);
			return set_fault(opener, OQ_OPEN_ERROR_LIMIT, "time", error);
		}
	if (outcome == OQ_WAITING_STOPPED)
		g_cancellable_set_error_if_cancelled(stop, error);
	return outcome == OQ_WAITING_READY;
}

/* FALSE: none came; the process has ended, or sent what is no record. */
static gboolean
take_record(OqOpener *opener, GCancellable *stop, GError **error)
{
	g_clear_pointer(&opener->record, g_bytes_unref);
	opener->at = 0;
	for (;;) {
		if (!wait_for(opener, stop, error))
			return FALSE;
		OqRecordsState state =
			oq_records_take(&opener->part, opener->pipe, &opener->record);
		if (state == OQ_RECORDS_WHOLE)
			return TRUE;
		if (state == OQ_RECORDS_GARBLED)
			return set_fault(opener, OQ_OPEN_ERROR_DAMAGED, "", error);
		if (state != OQ_RECORDS_WAITING)
			return set_ended(opener, error);
	}
}

/* What cannot be seen is no part of a message that is read aloud or printed. */
static char *
printable(const char *text)
{
	GString *out = g_string_new(NULL);
	for (const char *p = text; *p != '\0' && out->len < 200; p = g_utf8_next_char(p))
		g_string_append_unichar(
			out, g_unichar_isprint(g_utf8_get_char(p)) ? g_utf8_get_char(p) : ' ');
	return g_string_free(out, FALSE);
}

static gboolean
is_sound(const OqWireHead *head, const char *text)
{
	if (head->type == OQ_WIRE_SHARE)
		return head->n_bytes == sizeof(guint32);
	if (head->type > OQ_WIRE_END || head->n_bytes > 2 * OQ_WIRE_MAX_BLOCK_BYTES ||
		!g_utf8_validate_len(text, head->n_bytes, NULL))
		return FALSE;
	return head->type != OQ_WIRE_BLOCK ||
	       (head->n_bytes > 0 && head->kind <= OQ_BLOCK_NOTE && head->lang <= OQ_N_LANGS &&
		       (head->kind == OQ_BLOCK_LINES || strchr(text, '\n') == NULL));
}

/* The item at the record's place; FALSE: it is none. */
static gboolean
take_item(OqOpener *opener, OqOpenerItem *item)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(opener->record, &n_bytes);
	if (n_bytes - opener->at < sizeof item->head)
		return FALSE;
	memcpy(&item->head, bytes + opener->at, sizeof item->head);
	opener->at += sizeof item->head;
	if (n_bytes - opener->at < item->head.n_bytes)
		return FALSE;
	g_free(opener->text);
	opener->text = g_malloc((gsize)item->head.n_bytes + 1);
	memcpy(opener->text, bytes + opener->at, item->head.n_bytes);
	opener->text[item->head.n_bytes] = '\0';
	opener->at += item->head.n_bytes;
	item->text = opener->text;
	return is_sound(&item->head, item->text);
}

/* One that does nothing but tell of other things goes on for ever. */
static gboolean
is_too_many(OqOpener *opener, const OqWireHead *head)
{
	gboolean is_block = head->type == OQ_WIRE_BLOCK;
	opener->n_others = is_block ? 0 : opener->n_others + 1;
	opener->waited_s = is_block ? 0 : opener->waited_s;
	opener->has_text |= is_block;
	return opener->n_others > OQ_WIRE_MAX_OTHERS;
}

static gboolean
has_items(const OqOpener *opener)
{
	return opener->record != NULL && opener->at < g_bytes_get_size(opener->record);
}

gboolean
oq_opener_is_ready(const OqOpener *opener)
{
	return opener->is_over || has_items(opener) ||
	       oq_waiting_for(opener->pipe, 0, NULL) == OQ_WAITING_READY;
}

gboolean
oq_opener_next(OqOpener *opener, OqOpenerItem *item, GCancellable *stop, GError **error)
{
	if (opener->is_over)
		return FALSE;
	if (!has_items(opener) && !take_record(opener, stop, error))
		return FALSE;
	if (!take_item(opener, item) || is_too_many(opener, &item->head))
		return set_fault(opener, OQ_OPEN_ERROR_DAMAGED, "", error);
	opener->is_over = item->head.type == OQ_WIRE_END;
	if (item->head.type == OQ_WIRE_FAULT) {
		g_autofree char *detail = printable(item->text);
		return set_fault(opener, item->head.level, detail, error);
	}
	return item->head.type != OQ_WIRE_END;
}

gboolean
oq_opener_set_limit(OqOpener *opener, const char *what, guint limit, GError **error)
{
	g_autofree char *detail = g_strdup_printf("%s: %u", what, limit);
	end_program(opener);
	return set_fault(opener, OQ_OPEN_ERROR_LIMIT, detail, error);
}
