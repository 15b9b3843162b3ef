/* turn.c - see the header. */
#include "bus/turn.h"

#include "audio/playing/patience.h"
#include "base/files/exact.h"
#include "bus/doorbell.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	ASKING_MS = 2000, /* a holder that is not frozen lets go within one second */
	RETRY_MS = 20,    /* for a holder that cannot be reached: it begins or ends */
	MAX_RETRY_MS = 500,
	MAX_CONTENTS = 1024,
	MAX_TITLE = 200, /* characters */
};

struct _OqTurn {
	int folder; /* -1, as the lock: there is none */
	int lock;
	OqDoorbell *doorbell; /* nullable */
};

G_DEFINE_QUARK(oq_turn_error, oq_turn_error)

static gboolean
is_own_folder(int fd, mode_t *mode)
{
	struct stat info;

	if (fd < 0 || fstat(fd, &info) != 0 || info.st_uid != geteuid())
		return FALSE;
	*mode = info.st_mode & 0777;
	return TRUE;
}

static int
open_folder_at(int folder, const char *name, int flags)
{
	return openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags);
}

/* Below a folder of another user, as sudo may hand it on, nothing of ours is made. */
static int
open_folder_in(const char *runtime)
{
	mode_t mode;
	int parent = open_folder_at(AT_FDCWD, runtime, 0), folder = -1;

	if (is_own_folder(parent, &mode)) {
		mkdirat(parent, "oqyrman", 0700);
		folder = open_folder_at(parent, "oqyrman", O_NOFOLLOW);
	}
	if (parent >= 0)
		close(parent);
	if (is_own_folder(folder, &mode) && (mode == 0700 || fchmod(folder, 0700) == 0))
		return folder;
	if (folder >= 0)
		close(folder);
	return -1;
}

static int
open_folder(void)
{
	const char *runtime = g_getenv("XDG_RUNTIME_DIR");
	g_autofree char *usual = g_strdup_printf("/run/user/%u", (guint)geteuid());

	if (runtime == NULL || *runtime == '\0')
		runtime = usual;
	return g_path_is_absolute(runtime) ? open_folder_in(runtime) : -1;
}

/* FALSE: another one has it. */
static gboolean
try_lock(OqTurn *turn)
{
	while (flock(turn->lock, LOCK_EX | LOCK_NB) != 0) {
		if (errno == EWOULDBLOCK)
			return FALSE;
		if (errno != EINTR) { /* a file system without locks */
			close(g_steal_fd(&turn->lock));
			break;
		}
	}
	return TRUE;
}

/* One line, and no longer than one listens to. */
static char *
tidy_title(const char *title)
{
	g_autofree char *valid = g_utf8_make_valid(title != NULL ? title : "", -1);
	g_autoptr(GString) tidy = g_string_new(NULL);
	gsize n = 0;

	for (const char *p = valid; *p != '\0' && n < MAX_TITLE; p = g_utf8_next_char(p), n++) {
		gunichar character = g_utf8_get_char(p);
		g_string_append_unichar(tidy, g_unichar_iscntrl(character) ? ' ' : character);
	}
	g_strstrip(tidy->str);
	return g_strdup(tidy->str);
}

/* (nullable): as the holder wrote it behind its process, if it did. */
static char *
read_title(const OqTurn *turn)
{
	char contents[MAX_CONTENTS + 1];
	gssize n_bytes = oq_exact_take(turn->lock, contents, MAX_CONTENTS, 0);

	contents[MAX(n_bytes, 0)] = '\0';
	const char *title = strchr(contents, '\n');
	g_autofree char *tidy = tidy_title(title != NULL ? title + 1 : NULL);
	return *tidy != '\0' ? g_steal_pointer(&tidy) : NULL;
}

static void
set_taken(const OqTurn *turn, GError **error)
{
	g_autofree char *title = read_title(turn);

	if (title != NULL)
		g_set_error(error, OQ_TURN_ERROR, OQ_TURN_ERROR_TAKEN,
			_("“%s” is being read already; --wait waits for its end, --interrupt stops "
			  "it"),
			title);
	else
		g_set_error_literal(error, OQ_TURN_ERROR, OQ_TURN_ERROR_TAKEN,
			_("something is being read already; --wait waits for its end, --interrupt "
			  "stops it"));
}

static void
set_stuck(pid_t holder, GError **error)
{
	if (holder > 0)
		g_set_error(error, OQ_TURN_ERROR, OQ_TURN_ERROR_STUCK,
			_("the other reader does not answer; end its process %d first"),
			(int)holder);
	else
		g_set_error_literal(error, OQ_TURN_ERROR, OQ_TURN_ERROR_STUCK,
			_("the other reader does not answer; end it first"));
}

/** Where one who wants the turn is with it. */
typedef struct {
	OqTurnWish wish;
	GCancellable *stop;  /* nullable */
	OqPatience patience; /* for one that was asked */
	guint retry_ms;
	pid_t holder; /* 0: never reached */
} Attempt;

static gboolean
is_over(Attempt *attempt)
{
	return attempt->wish == OQ_TURN_INTERRUPT &&
	       !oq_patience_lasts(&attempt->patience, g_get_monotonic_time());
}

/* Without a connection somebody begins or ends just now, or has no socket. */
static guint
limit_ms(Attempt *attempt, int connection)
{
	if (connection >= 0)
		return attempt->wish == OQ_TURN_WAIT
			       ? G_MAXINT
			       : (guint)(oq_patience_slice_us(&attempt->patience) / 1000);
	attempt->retry_ms = MIN(attempt->retry_ms * 2, MAX_RETRY_MS);
	return attempt->retry_ms;
}

/* Until the holder that there is now may be gone, which the lock then tells. */
static gboolean
outlast(const OqTurn *turn, Attempt *attempt, GError **error)
{
	int connection = oq_doorbell_reach(turn->folder, &attempt->holder);
	OqDoorbellOutcome outcome;
	gboolean is_late;

	if (connection >= 0 && attempt->wish == OQ_TURN_INTERRUPT)
		oq_doorbell_ring(connection);
	do {
		outcome =
			oq_doorbell_wait(connection, limit_ms(attempt, connection), attempt->stop);
		is_late = is_over(attempt);
	} while (outcome == OQ_DOORBELL_LATER && connection >= 0 && !is_late);
	if (connection >= 0)
		close(connection);
	if (!is_late || outcome == OQ_DOORBELL_STOPPED)
		return TRUE;
	set_stuck(attempt->holder, error);
	return FALSE;
}

/* The lock is another one's. */
static gboolean
await(OqTurn *turn, OqTurnWish wish, GCancellable *stop, GError **error)
{
	Attempt attempt = {.wish = wish, .stop = stop, .retry_ms = RETRY_MS};

	oq_patience_init(&attempt.patience, ASKING_MS, g_get_monotonic_time());
	while (outlast(turn, &attempt, error)) {
		if (g_cancellable_set_error_if_cancelled(stop, error))
			return FALSE;
		if (try_lock(turn))
			return TRUE;
		/* Whoever closes connections and keeps the lock is not asked without a pause. */
		oq_doorbell_wait(-1, RETRY_MS, stop);
	}
	return FALSE;
}

static gboolean
take_lock(OqTurn *turn, OqTurnWish wish, GCancellable *stop, GError **error)
{
	if (turn->lock < 0 || try_lock(turn))
		return TRUE;
	if (wish != OQ_TURN_REFUSE)
		return await(turn, wish, stop, error);
	set_taken(turn, error);
	return FALSE;
}

OqTurn *
oq_turn_take(OqTurnWish wish, const char *title, GCancellable *stop, GError **error)
{
	g_autoptr(OqTurn) turn = g_new0(OqTurn, 1);

	turn->lock = -1;
	turn->folder = open_folder();
	if (turn->folder >= 0)
		turn->lock = openat(turn->folder, "turn",
			O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
	if (!take_lock(turn, wish, stop, error)) {
		close(g_steal_fd(&turn->lock)); /* it is another one's */
		return NULL;
	}
	if (turn->lock >= 0)
		turn->doorbell = oq_doorbell_new(turn->folder);
	oq_turn_set_title(turn, title);
	return g_steal_pointer(&turn);
}

void
oq_turn_on_asked(OqTurn *turn, OqTurnAsked asked, gpointer data)
{
	if (turn->doorbell != NULL)
		oq_doorbell_listen(turn->doorbell, asked, data);
}

/* It is told for comfort alone: where it cannot be written the lock holds all the same. */
static void
write_contents(const OqTurn *turn, const char *contents)
{
	gsize n_bytes = strlen(contents);

	if (!oq_exact_write(turn->lock, contents, n_bytes, 0) ||
		ftruncate(turn->lock, (off_t)n_bytes) != 0)
		return;
}

void
oq_turn_set_title(OqTurn *turn, const char *title)
{
	g_autofree char *tidy = tidy_title(title);
	g_autofree char *contents = g_strdup_printf("%d\n%s\n", (int)getpid(), tidy);

	if (turn->lock >= 0)
		write_contents(turn, contents);
}

/* Those who wait are woken when the lock is free: not before, or they would look in vain. */
void
oq_turn_free(OqTurn *turn)
{
	if (turn == NULL)
		return;
	if (turn->doorbell != NULL)
		oq_doorbell_hide(turn->doorbell);
	if (turn->lock >= 0) {
		write_contents(turn, "");
		close(turn->lock);
	}
	oq_doorbell_free(turn->doorbell);
	if (turn->folder >= 0)
		close(turn->folder);
	g_free(turn);
}
